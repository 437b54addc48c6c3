import { useTranslation } from 'react-i18next';

const shapes = {
  standing: ['●', 'green'],
  active: ['●', 'green'],
  new: ['▲', 'blue'],
  locked: ['◆', 'red'],
  ended: ['–', 'none'],
} as const;

/** How a place, a unit or an account stands: shape, word and colour together. */
export function Standing({ state }: { state: keyof typeof shapes }) {
  const { t } = useTranslation('admin');
  const [shape, colour] = shapes[state];
  return (
    <span className={`lamp ${colour}`}>
      <span aria-hidden="true">{shape}</span> {t(`state.${state}`)}
    </span>
  );
}

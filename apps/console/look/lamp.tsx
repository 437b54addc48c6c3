import { useTranslation } from 'react-i18next';

/** How a deadline stands: on time, due soon, late with its card, paused, settled, or without a deadline. */
export type Light = 'green' | 'blue' | 'yellow' | 'red' | 'letter' | 'late' | 'paused' | 'done' | 'none';

const shapes: Readonly<Record<Light, string>> = {
  green: '●',
  blue: '▲',
  late: '■',
  yellow: '■',
  red: '◆',
  letter: '◆',
  paused: '‖',
  done: '✓',
  none: '–',
};

/** A lamp: shape, word and colour together. */
export function Lamp({ light }: { light: Light }) {
  const { t } = useTranslation();
  const colour = light === 'late' ? 'yellow' : light;
  return (
    <span className={`lamp ${colour}`}>
      <span aria-hidden="true">{shapes[light]}</span> {t(`lamp.${light}`)}
    </span>
  );
}

const colours = ['red', 'orange', 'yellow', 'blue', 'green'] as const;

/** The colour of triage 分色治理: a square and its word. */
export function Triage({ colour }: { colour: string | null | undefined }) {
  const { t } = useTranslation();
  const known = colours.find((one) => one === colour);
  return known === undefined ? null : <span className={`triage ${known}`}>{t(`colour.${known}`)}</span>;
}

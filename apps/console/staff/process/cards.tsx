import { useTranslation } from 'react-i18next';
import type { MatterCard, Proceeding } from '../../api/matters.ts';
import { Lamp } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { ActionButtons } from '../action/buttons.tsx';

const levels = ['yellow', 'red', 'letter'] as const;

/** Cards and letters of supervision on this process; a wrong one can be lifted, none is ever deleted. */
export function Cards({ of }: { of: Proceeding }) {
  const { t } = useTranslation('matter');
  const shown = of.cards.filter(({ level }) => level !== 'reminder');
  if (shown.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="cards">
      <h2 id="cards">{t('cards')}</h2>
      <ul className="cards">
        {shown.map((card) => (
          <li key={card.id}>
            <Line card={card} />
            <ActionButtons actions={of.actions.filter((action) => action.card === card.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ card: { level, unit, setAt, replyDueAt, clearedAt, liftedAt } }: { card: MatterCard }) {
  const { t } = useTranslation('staff');
  const { at } = useTime();
  const name = useName();
  const light = levels.find((one) => one === level);
  return (
    <p className="matter-line">
      {light === undefined ? name('staff', 'card', level) : <Lamp light={light} />}
      <span>{unit?.title}</span>
      <span className="hint">{at(setAt, 'short')}</span>
      {replyDueAt !== null && <span className="hint">{`${t('card.reply')} ${at(replyDueAt, 'short')}`}</span>}
      <span className="tag">{stateOf({ clearedAt, liftedAt }, (moment) => at(moment, 'short'), t)}</span>
    </p>
  );
}

type Settled = Pick<MatterCard, 'clearedAt' | 'liftedAt'>;
type Say = (key: 'card.cleared' | 'card.lifted' | 'card.open', gaps?: { at: string }) => string;

/** Whether a card still stands. */
export function stateOf({ clearedAt, liftedAt }: Settled, at: (moment: string) => string, t: Say): string {
  if (liftedAt !== null) return t('card.lifted', { at: at(liftedAt) });
  return clearedAt === null ? t('card.open') : t('card.cleared', { at: at(clearedAt) });
}

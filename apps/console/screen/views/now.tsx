// What the screen on a wall turns through: one file a view. Each is readable from across a room
// and draws with plain elements, so that the screen needs no drawing library.
import { useTranslation } from 'react-i18next';
import type { Board } from '../board.ts';

const totals = ['open', 'overdue', 'soon', 'receivedToday', 'closedToday', 'paused'] as const;
const colours = ['red', 'orange', 'yellow', 'blue', 'green'] as const;
const cards = [
  ['yellow', '■'],
  ['red', '◆'],
  ['letter', '◈'],
] as const;

/** What is open, late and done today; by colour; cards that are up. */
export function Now({ board }: { board: Board }) {
  const { t } = useTranslation(['charts', 'site', 'staff']);
  const most = Math.max(1, ...Object.values(board.colours));
  return (
    <div className="wall-now">
      <ul className="wall-totals">
        {totals.map((name) => (
          <li key={name} className={name}>
            <b>{board.totals[name]}</b>
            <span>{t(`charts:screen.total.${name}`)}</span>
          </li>
        ))}
      </ul>
      <section>
        <h2>{t('charts:screen.colours')}</h2>
        <ul className="wall-bars">
          {[...colours, 'none' as const].map((colour) => (
            <li key={colour}>
              <span>{colour === 'none' ? t('charts:screen.noColour') : t(`site:colour.${colour}`)}</span>
              <span className="wall-bar">
                <i
                  className={`of-${colour}`}
                  style={{ width: `${((board.colours[colour] ?? 0) / most) * 100}%` }}
                />
              </span>
              <b>{board.colours[colour] ?? 0}</b>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('charts:screen.cards')}</h2>
        <ul className="wall-cards">
          {cards.map(([level, shape]) => (
            <li key={level} className={level}>
              <span aria-hidden>{shape}</span> {t(`staff:card.${level}`)} <b>{board.cards[level] ?? 0}</b>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

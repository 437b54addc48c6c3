import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { catalog } from '../../../../workflows/catalog.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { addressOf, ItemLine } from '../../api/processes.ts';
import type { Session } from '../../api/session.ts';
import { useTime } from '../../look/time.ts';
import { wordsOf } from '../process/about-item.tsx';
import { useEnding } from '../process/names.ts';

const Items = z.object({ items: z.array(ItemLine) });

/** Whose things these are: my unit's where I work in one, else all that I may see. */
const ownUnit = ({ posts }: Session): string | undefined =>
  posts.find(({ role, unit }) => role === 'department' && unit !== null)?.unit?.id;

/** What stands on the lists and is mine: how it is, and where it is on. */
export function OnLists({ process, session }: { process: string; session: Session }) {
  const { t } = useTranslation('town');
  const { spoken } = useTime();
  const ending = useEnding();
  const ask = useAsk();
  const unit = ownUnit(session);
  const item = catalog[process]?.desk?.item;
  const kind = item === undefined ? '' : `&kind=${item}`;
  const query = `process=${process}${kind}${unit === undefined ? '' : `&unit=${unit}`}`;
  const { data = [] } = useQuery({
    queryKey: ['items', 'desk', query],
    queryFn: async ({ signal }) => (await ask(Items, at(`items?${query}&limit=20`), { signal })).items,
  });
  if (data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="on-lists">
      <div className="panel-head">
        <h2 id="on-lists">{t(unit === undefined ? 'lists.all' : 'lists.ours')}</h2>
        <Link to={`/items?${query}`}>{t('lists.more')}</Link>
      </div>
      <ul className="town-tasks">
        {data.map((item) => (
          <li key={item.id}>
            <Link to={addressOf(item.process.href)}>{wordsOf(item)}</Link>
            <span className="hint">
              {[item.kind.title, item.place.title, spoken(item.process.label)].join(' · ')}
            </span>
            <span className="tag">
              {item.closedAt === null
                ? t('lists.open')
                : ending(item.process.process.value, item.ending ?? '')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

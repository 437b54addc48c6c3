import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import type { Matter } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { Score } from './score.tsx';

/** What the process notes besides the ledger's line. */
const Noted = z.object({
  mode: z.string().optional(),
  importance: z.number().optional(),
  urgency: z.number().optional(),
});

/** The facts of a matter, those that are known. */
export function Facts({ matter }: { matter: Matter }) {
  const { t } = useTranslation('matter');
  const name = useName();
  const { at } = useTime();
  const noted = Noted.catch({}).parse(matter.facts);
  const { number, receipt, tier, mergedInto, policy, happenedAt } = matter;
  const named = (list: string, code: string | null | undefined) => code && name('term', list, code);
  const degree = (much: number | undefined) => much && name('matter', 'degree', String(much));
  const rows: [title: string, value: ReactNode][] = [
    [t('fact.receipt'), number && receipt],
    [t('fact.way'), named('way', matter.way)],
    [t('fact.channel'), named('channel', matter.channel)],
    [t('fact.answerBy'), named('channel', matter.answerBy)],
    [t('fact.receivedAt'), at(matter.openedAt)],
    [t('fact.happenedAt'), happenedAt && at(happenedAt)],
    [t('fact.lead'), matter.lead?.title],
    [t('fact.tier'), named('tier', tier)],
    [t('fact.importance'), degree(noted.importance)],
    [t('fact.urgency'), degree(noted.urgency)],
    [t('fact.mode'), named('mode', noted.mode)],
    [t('fact.rating'), named('rating', matter.rating)],
    [t('fact.mergedInto'), mergedInto && <Link to={`/matters/${mergedInto}`}>{t('open')}</Link>],
    [t('fact.policy'), policy && `${policy.name} ${policy.version}`],
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <dl className="pairs">
        {rows
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Score facts={matter.facts} />
    </section>
  );
}

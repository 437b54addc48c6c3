import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at as addressAt } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { statusOf } from '../../api/problem.ts';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { Trouble } from '../../look/trouble.tsx';
import { Alarm } from './alarm.ts';
import { AlarmCard, LevelLamp } from './alarm-card.tsx';
import './admin.css';

const Page = z.object({ items: z.array(Alarm), at: z.string() });

/** Looked at again so often, as long as the page is open. Milliseconds. */
const EVERY = 15_000;

/** How the house stands: what is to be seen to first, and what is well behind a fold. */
export function Alarms() {
  const { t } = useTranslation(['admin', 'site']);
  const { at } = useTime();
  const ask = useAsk();
  const { data, error, refetch } = useQuery({
    queryKey: ['alarms'],
    refetchInterval: EVERY,
    queryFn: ({ signal }) => ask(Page, addressAt('alarms'), { signal }),
  });
  useTitle(t('alarms.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('alarms.title')}</h1>
        {data !== undefined && <span className="hint">{t('alarms.at', { at: at(data.at) })}</span>}
      </div>
      {statusOf(error) === 403 && <p className="state">{t('site:state.noRight')}</p>}
      {error !== null && statusOf(error) !== 403 && <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Found items={data.items} />}
    </div>
  );
}

function Found({ items }: { items: readonly Alarm[] }) {
  const { t } = useTranslation('admin');
  const of = (level: Alarm['level']) => items.filter((one) => one.level === level);
  const [now, soon, well] = [of('alarm'), of('warning'), of('ok')];
  const sums = [
    now.length > 0 && t('alarms.now', { n: now.length }),
    soon.length > 0 && t('alarms.soon', { n: soon.length }),
  ].filter((sum) => sum !== false);
  return (
    <>
      <p className="verdict" role="status">
        {sums.length === 0 ? t('alarms.well') : sums.join(' · ')}
      </p>
      <div className="alarms">
        {[...now, ...soon].map((alarm) => (
          <AlarmCard key={alarm.name} alarm={alarm} />
        ))}
      </div>
      <details className="well" open={sums.length === 0}>
        <summary>{t('alarms.rest', { n: well.length })}</summary>
        <dl>
          {well.map(({ name, title, sentence, level }) => (
            <div key={name}>
              <dt>
                <LevelLamp level={level} /> {title}
              </dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** What is still to come, at its later height. */
function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('state.loading')}</span>
      {Array.from({ length: 6 }, (_, i) => (
        <div key={i} />
      ))}
    </div>
  );
}

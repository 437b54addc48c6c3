import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at as addressAt } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { Alarm } from './alarm.ts';
import { AlarmCard, LevelLamp } from './alarm-card.tsx';
import './admin.css';

const Page = z.object({ items: z.array(Alarm), at: z.string() });

/** Looked at again so often, as long as the page is open. Milliseconds. */
const EVERY = 15_000;

/** How the house stands: what is to be seen to first, and what is well behind a fold. */
export function Alarms() {
  const { t } = useTranslation('admin');
  const { at } = useTime();
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['alarms'],
    refetchInterval: EVERY,
    queryFn: ({ signal }) => ask(Page, addressAt('alarms'), { signal }),
  });
  useTitle(t('alarms.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('alarms.title')}</h1>
        {asked.data !== undefined && (
          <>
            <span className="hint">{t('alarms.at', { at: at(asked.data.at) })}</span>
            <Exports list="alarms" title={t('alarms.title')} wish="" />
          </>
        )}
      </div>
      <When asked={asked} waiting={<Waiting rows={6} />}>
        {({ items }) => <Found items={items} />}
      </When>
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

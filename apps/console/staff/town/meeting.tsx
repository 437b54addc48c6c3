import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import type { Item } from '../../api/matters.ts';
import { Process } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { ActionButtons } from '../action/buttons.tsx';
import { wordsOf } from '../process/about-item.tsx';
import { useProcess } from '../process/names.ts';
import { LoadLine } from './loads.tsx';
import './town.css';

/** For the room: what nobody has, what was given to whom, and how much each carries. Every decision is recorded at once. */
export function MeetingPage() {
  const { t } = useTranslation('town');
  const { id = '' } = useParams();
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => ask(Process, at(`processes/${id}`), { signal }),
  });
  useTitle(t('meeting.title'));
  return (
    <When asked={asked} waiting={<Waiting as="town-waiting" />}>
      {(process) => <Room process={process} />}
    </When>
  );
}

function Room({ process }: { process: Process }) {
  const { t } = useTranslation('town');
  const { spoken } = useTime();
  const kind = process.desk.meeting?.item;
  const given = process.items.filter((item) => item.kind.value === kind && item.closedAt === null);
  const free = given.filter(({ unit }) => unit === null);
  return (
    <div className="page meeting">
      <div className="page-head">
        <h1>
          {t('meeting.title')} <span>{spoken(process.label)}</span>
        </h1>
        <Link className="button" to={`/processes/${process.id}`}>
          {t('meeting.back')}
        </Link>
        <Ways process={process} isReady={free.length === 0} />
      </div>
      {kind === undefined ? (
        <Over process={process} />
      ) : (
        <div className="meeting-sides">
          <section aria-labelledby="free">
            <h2 id="free">{t('meeting.free', { n: free.length })}</h2>
            {free.length === 0 && <p className="state">{t('meeting.allGiven')}</p>}
            <ol className="meeting-items">
              {free.map((item) => (
                <Line key={item.id} item={item} process={process} />
              ))}
            </ol>
            <Given items={given.filter(({ unit }) => unit !== null)} process={process} />
          </section>
          <section aria-labelledby="units">
            <h2 id="units">{t('meeting.units')}</h2>
            <ul className="loads">
              {process.desk.loads.map((load) => (
                <LoadLine key={load.unit.value} load={load} />
              ))}
            </ul>
          </section>
        </div>
      )}
    </div>
  );
}

/** How the meeting may be ended, from here too: the first thing to do once everything is decided. */
function Ways({ process: { process, actions, tasks }, isReady }: { process: Process; isReady: boolean }) {
  const { done } = useProcess(process);
  const kindOf = (task: string | undefined) => tasks.find(({ id }) => id === task)?.kind ?? '';
  const ways = actions.filter(({ name, task }) => done(kindOf(task), name) !== name);
  return <ActionButtons actions={ways} isMain={isReady} />;
}

type LineProps = { item: Item; process: Process };

/** A thing with its decisions in words; each can be reached with the keyboard, one after the other. */
function Line({ item, process }: LineProps) {
  const actions = process.actions.filter((action) => action.item === item.id);
  return (
    <li>
      <p className="meeting-words">{wordsOf(item)}</p>
      <p className="hint">
        {[item.place.title, item.unit?.title].filter((part) => part !== undefined).join(' · ')}
      </p>
      <ActionButtons actions={actions} most={3} />
    </li>
  );
}

/** What was given out already; a decision taken in this meeting may be taken anew. */
function Given({ items, process }: { items: readonly Item[]; process: Process }) {
  const { t } = useTranslation('town');
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{t('meeting.given', { n: items.length })}</summary>
      <ol className="meeting-items">
        {items.map((item) => (
          <Line key={item.id} item={item} process={process} />
        ))}
      </ol>
    </details>
  );
}

/** Nothing is being given out now: where it stands instead, and the lists to take along. */
function Over({ process }: { process: Process }) {
  const { t } = useTranslation('town');
  const { step } = useProcess(process.process);
  return (
    <section className="panel">
      <p>{t('meeting.notNow', { step: process.step?.title ?? step('end') })}</p>
      <ul className="meeting-lists">
        {process.links.lists.map(({ name, title, href }) => (
          <li key={name}>
            <a href={`${href}?format=pdf`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

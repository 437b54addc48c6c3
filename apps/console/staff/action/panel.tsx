import { Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import { useAsk } from '../../api/asker.tsx';
import { SchemaForm } from '../../form/schema-form.tsx';
import { Trouble } from '../../look/trouble.tsx';
import { needsForm, useAtOnce } from './at-once.ts';
import { usePerform, useRefresh, useTellDone } from './drawer.tsx';
import type { Doing } from './drawer.tsx';
import { isNextOpened, useIsFinished } from './next.ts';
import { offeredAt } from './offered.ts';
import { Peek } from './peek.tsx';
import { rich } from './rich.tsx';
import { sendByKey, useFirstField } from './send-by-key.ts';
import { NextSwitch } from './stay.tsx';
import './action.css';

/** A row whose work is done beside the list: where its acts are, and where its whole page is. */
export type Opened = { id: string; title: string; href: string; to: string };

type Props = {
  row: Opened | undefined;
  /** The act whose form is wanted at once; the first that finishes something for `first`. */
  act?: string;
  /** What the whole page is told of where one came from. */
  state?: unknown;
  onClose: () => void;
  /** The task is finished: what comes next, if the reader wants it. */
  onNext: () => void;
};

/** One row beside its list: what it is about, what may be done, and the form; the list stays readable. */
export function Panel({ row, act, state, onClose, onNext }: Props) {
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      title={row?.title}
      size={520}
      mask={false}
      autoFocus={false}
      destroyOnHidden
    >
      {row !== undefined && <Inside key={row.id + (act ?? '')} {...{ row, act, state, onClose, onNext }} />}
    </Drawer>
  );
}

type InsideProps = Omit<Props, 'row'> & { row: Opened };

function Inside({ row, act, state, onClose, onNext }: InsideProps) {
  const { t } = useTranslation('desk');
  const ask = useAsk();
  const { data: offering, error, refetch } = useQuery(offeredAt(ask, row.href));
  const [name, setName] = useState(act);
  const isFinished = useIsFinished();
  const after: Doing = (action) => {
    setName(undefined);
    void isFinished(action).then((is) => is && (isNextOpened() ? onNext() : onClose()));
  };
  const doAtOnce = useAtOnce(after);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (offering === undefined) return <div className="waiting peek-waiting" role="status" />;
  const wanted = offering.actions.find((action) => action.name === name && needsForm(action));
  const choose = (action: Action) => (needsForm(action) ? setName(action.name) : void doAtOnce(action));
  return (
    <>
      <Peek href={offering.matter ?? row.href} ask={offering.ask} to={row.to} state={state} />
      {offering.actions.length === 0 && <p className="state">{t('panel.nothing')}</p>}
      {wanted === undefined ? (
        <div className="actions">
          {offering.actions.map((action, i) => (
            <button
              key={action.href}
              type="button"
              autoFocus={i === 0}
              className={action.isFinal ? 'button final' : 'button'}
              data-act={action.name}
              onClick={() => choose(action)}
            >
              {action.title}
            </button>
          ))}
        </div>
      ) : (
        <Form action={wanted} onDone={after} onBack={() => setName(undefined)} />
      )}
    </>
  );
}

function Form({ action, onDone, onBack }: { action: Action; onDone: Doing; onBack: () => void }) {
  const { t } = useTranslation(['desk', 'staff', 'site']);
  const perform = usePerform();
  const refresh = useRefresh();
  const tellDone = useTellDone();
  async function send(body: unknown, key: string) {
    const done = await perform(action, body, key);
    tellDone(action, done);
    await refresh();
    onDone(action, done);
  }
  const box = useFirstField(action.href);
  return (
    <div ref={box} onKeyDown={sendByKey}>
      {action.isFinal && <p className="trouble">{t('staff:act.final', { title: action.title })}</p>}
      <SchemaForm
        key={action.href}
        schema={action.input}
        controls={rich}
        name={action.href}
        submitTitle={action.title}
        onSend={send}
        isClearedWhenSent
      >
        <button type="button" className="button" onClick={onBack}>
          {t('panel.others')}
        </button>
        <NextSwitch />
      </SchemaForm>
    </div>
  );
}

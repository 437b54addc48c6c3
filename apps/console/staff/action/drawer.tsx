import { App, Drawer } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { z } from 'zod';
import type { Action } from '../../api/action.ts';
import { useAsk } from '../../api/asker.tsx';
import { SchemaForm } from '../../form/schema-form.tsx';
import type { Values } from '../../form/values.ts';
import { cameFrom } from './next.ts';
import { rich } from './rich.tsx';
import { NextSwitch } from './stay.tsx';

type Props = {
  /** Stays what it was while the drawer closes. */
  action: Action | undefined;
  isOpen: boolean;
  initial?: Values;
  /** May stay open for the next of its kind. */
  isRepeated?: boolean;
  onClose: () => void;
  onDone?: Doing;
};

/** After it was done. */
export type Doing = (action: Action, done: Done) => void;

/** The form of an action, from the side: the page stays readable beside it, and words are kept until they are sent. */
export function ActionDrawer({ action, isOpen, initial, isRepeated = false, onClose, onDone }: Props) {
  const { t } = useTranslation(['staff', 'site']);
  const perform = usePerform();
  const refresh = useRefresh();
  const tellDone = useTellDone();
  const [isStaying, setStaying] = useState(false);
  const isFromDesk = cameFrom(useLocation().state) !== undefined;
  const mayStay = isRepeated && action?.isFinal !== true;
  async function send(sent: Action, body: unknown, key: string) {
    const done = await perform(sent, body, key);
    tellDone(sent, done);
    // A form that stays is free for the next at once; else the page is fresh when the form goes.
    const isFresh = refresh();
    if (!mayStay || !isStaying) await isFresh;
    onDone?.(sent, done);
  }
  return (
    <Drawer open={isOpen} onClose={onClose} title={action?.title} size={520} mask={false} destroyOnHidden>
      {action !== undefined && (
        <>
          {action.isFinal && <p className="trouble">{t('act.final', { title: action.title })}</p>}
          <SchemaForm
            key={action.href}
            schema={action.input}
            controls={rich}
            name={action.href}
            initial={initial}
            submitTitle={action.title}
            onSend={(body, key) => send(action, body, key)}
            onSent={() => (mayStay && isStaying ? undefined : onClose())}
            isClearedWhenSent
          >
            {mayStay && (
              <label className="stay">
                <input type="checkbox" checked={isStaying} onChange={() => setStaying(!isStaying)} />
                {t('act.stay')}
              </label>
            )}
            <button type="button" className="button" onClick={onClose}>
              {t('site:act.cancel')}
            </button>
            {isFromDesk && <NextSwitch />}
          </SchemaForm>
        </>
      )}
    </Drawer>
  );
}

/** What came of an act: `unknown` while the course cannot be reached; the server goes on with it by itself. */
const Done = z.object({
  status: z.enum(['accepted', 'unknown']).catch('accepted'),
  href: z.string().optional(),
  /** A one-time password, told this once, and until when it opens the door. */
  password: z.string().optional(),
  until: z.string().optional(),
});
type Done = z.infer<typeof Done>;

/** Says what came of an act. */
export function useTellDone(): (action: Action, done: Done) => void {
  const { t } = useTranslation('staff');
  const { message } = App.useApp();
  return ({ title }, { status }) => {
    if (status === 'accepted') void message.success(t('act.done', { title }));
    else void message.info(t('act.unknown', { title }), 8);
  };
}

/** Does an action. */
export function usePerform(): (action: Action, body: unknown, key: string) => Promise<Done> {
  const ask = useAsk();
  return ({ method, href }, body, key) => ask(Done, href, { method, body, key });
}

/** Asks again for everything that an action may have changed. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

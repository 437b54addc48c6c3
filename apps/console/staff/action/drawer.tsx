import { App, Drawer } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Action } from '../../api/action.ts';
import { useAsk } from '../../api/asker.tsx';
import { SchemaForm } from '../../form/schema-form.tsx';
import type { Values } from '../../form/values.ts';
import { rich } from './rich.tsx';

type Props = {
  /** Stays what it was while the drawer closes. */
  action: Action | undefined;
  isOpen: boolean;
  initial?: Values;
  onClose: () => void;
  /** After it was done. */
  onDone?: (action: Action) => void;
};

/** The form of an action, from the side: the page stays readable beside it, and words are kept until they are sent. */
export function ActionDrawer({ action, isOpen, initial, onClose, onDone }: Props) {
  const { t } = useTranslation(['staff', 'site']);
  const perform = usePerform();
  const tellDone = useTellDone();
  function done(sent: Action) {
    onClose();
    onDone?.(sent);
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
            onSend={async (body, key) => tellDone(action, await perform(action, body, key))}
            onSent={() => done(action)}
          >
            <button type="button" className="button" onClick={onClose}>
              {t('site:act.cancel')}
            </button>
          </SchemaForm>
        </>
      )}
    </Drawer>
  );
}

/** What came of an act: `unknown` while the course cannot be reached; the server goes on with it by itself. */
const Done = z.object({ status: z.enum(['accepted', 'unknown']) });
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

/** Does an action and asks again for everything that it may have changed. */
export function usePerform(): (action: Action, body: unknown, key: string) => Promise<Done> {
  const ask = useAsk();
  const client = useQueryClient();
  return async ({ method, href }, body, key) => {
    const answer = await ask(Done, href, { method, body, key });
    await client.invalidateQueries();
    return answer;
  };
}

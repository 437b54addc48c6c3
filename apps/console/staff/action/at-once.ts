import { App } from 'antd';
import type { Action } from '../../api/action.ts';
import { newKey } from '../../api/key.ts';
import { useSentence } from '../../look/trouble.tsx';
import { usePerform, useRefresh, useTellDone } from './drawer.tsx';
import type { Doing } from './drawer.tsx';

/** Whether an act asks for anything, or must be confirmed. */
export const needsForm = (action: Action): boolean =>
  Object.keys(action.input.properties).length > 0 || action.isFinal === true;

/** Does an act that asks for nothing, and says what came of it. */
export function useAtOnce(onDone?: Doing): (action: Action) => Promise<void> {
  const { message } = App.useApp();
  const tellDone = useTellDone();
  const perform = usePerform();
  const refresh = useRefresh();
  const sentence = useSentence();
  return async (action) => {
    try {
      const done = await perform(action, {}, newKey());
      tellDone(action, done);
      await refresh();
      onDone?.(action, done);
    } catch (error) {
      void message.error(sentence(error), 8);
      // Somebody else was quicker, perhaps: the page shows who.
      await refresh();
    }
  };
}

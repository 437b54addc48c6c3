import { App, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import { newKey } from '../../api/key.ts';
import { useSentence } from '../../look/trouble.tsx';
import { ActionDrawer, usePerform, useRefresh, useTellDone } from './drawer.tsx';
import type { Doing } from './drawer.tsx';
import type { Values } from '../../form/values.ts';

type Props = {
  actions: readonly Action[];
  /** So many stand side by side, the rest behind "more". */
  most?: number;
  /** The page's own first thing to do: gets the colour and the key E. */
  isMain?: boolean;
  /** In a row of a table. */
  isSmall?: boolean;
  /** Done several times in a row: the form may stay open. */
  isRepeated?: boolean;
  initialOf?: (action: Action) => Values | undefined;
  onDone?: Doing;
};

const needsForm = (action: Action): boolean =>
  Object.keys(action.input.properties).length > 0 || action.isFinal === true;

/** What may be done now, in words. Acts without anything to fill in are done at once. */
export function ActionButtons(props: Props) {
  const { actions, most = 4, isMain = false, isSmall = false, isRepeated, initialOf, onDone } = props;
  const [chosen, setChosen] = useState<Action>();
  const [isOpen, setOpen] = useState(false);
  const doAtOnce = useAtOnce(onDone);
  if (actions.length === 0) return null;
  const choose = (action: Action) => {
    if (!needsForm(action)) return void doAtOnce(action);
    setChosen(action);
    setOpen(true);
  };
  return (
    <div className={`actions no-print${isSmall ? ' small' : ''}`}>
      {actions.slice(0, most).map((action, i) => (
        <button
          key={action.href}
          type="button"
          className={classOf(action, isMain && i === 0)}
          data-first-action={isMain && i === 0 ? true : undefined}
          onClick={() => choose(action)}
        >
          {action.title}
        </button>
      ))}
      <More actions={actions.slice(most)} onChoose={choose} />
      <ActionDrawer
        action={chosen}
        isOpen={isOpen}
        initial={chosen === undefined ? undefined : initialOf?.(chosen)}
        isRepeated={isRepeated}
        onClose={() => setOpen(false)}
        onDone={onDone}
      />
    </div>
  );
}

function classOf({ isFinal }: Action, isFirst: boolean): string {
  if (isFirst) return 'button primary';
  return isFinal ? 'button final' : 'button';
}

function More({ actions, onChoose }: { actions: readonly Action[]; onChoose: (action: Action) => void }) {
  const { t } = useTranslation('staff');
  if (actions.length === 0) return null;
  const items = actions.map((action) => ({
    key: action.href,
    label: action.title,
    danger: action.isFinal,
    onClick: () => onChoose(action),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="button">
        {t('act.more')}
      </button>
    </Dropdown>
  );
}

function useAtOnce(onDone?: Doing): (action: Action) => Promise<void> {
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
    }
  };
}

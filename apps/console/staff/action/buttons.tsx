import { Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import { needsForm, useAtOnce } from './at-once.ts';
import { ActionDrawer } from './drawer.tsx';
import type { Doing } from './drawer.tsx';
import { useNextPage } from './next.ts';
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

/** What may be done now, in words. Acts without anything to fill in are done at once. */
export function ActionButtons(props: Props) {
  const { actions, most = 4, isMain = false, isSmall = false, isRepeated, initialOf, onDone } = props;
  const [chosen, setChosen] = useState<Action>();
  const [isOpen, setOpen] = useState(false);
  const goOn = useNextPage();
  const after: Doing = (action, done) => {
    onDone?.(action, done);
    void goOn(action);
  };
  const doAtOnce = useAtOnce(after);
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
          data-act={action.name}
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
        onDone={after}
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

import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import { useAsk } from '../../api/asker.tsx';
import { needsForm, useAtOnce } from './at-once.ts';
import { offeredAt } from './offered.ts';

/** So many stand in words beside the menu that has them all. */
const AT_HAND = 2;

type Props = {
  href: string;
  title: string;
  /** The reader is on the row: it is worth asking what may be done with it. */
  isWarm: boolean;
  /** Opens the row's panel, with the form of an act where one is named. */
  onOpen: (act?: string) => void;
};

/** What may be done with a row, in words: the first acts at hand, all of them in a menu. Asked for when it is wanted. */
export function RowActs({ href, title, isWarm, onOpen }: Props) {
  const { t } = useTranslation('desk');
  const [isAsked, setAsked] = useState(false);
  const ask = useAsk();
  const { data } = useQuery({ ...offeredAt(ask, href), enabled: isWarm || isAsked });
  const doAtOnce = useAtOnce();
  const choose = (action: Action) => (needsForm(action) ? onOpen(action.name) : void doAtOnce(action));
  const actions = data?.actions ?? [];
  return (
    <span className="row-acts">
      {isWarm &&
        actions.slice(0, AT_HAND).map((action) => (
          <button
            key={action.href}
            type="button"
            className="quiet"
            title={action.title}
            tabIndex={-1}
            onClick={() => choose(action)}
          >
            {action.title}
          </button>
        ))}
      <Dropdown
        trigger={['click']}
        onOpenChange={setAsked}
        menu={{
          items: itemsOf(actions, choose, { key: 'peek', label: t('acts.peek'), onClick: () => onOpen() }),
        }}
      >
        <button type="button" className="button" aria-label={t('acts.of', { title })}>
          {t('acts.open')} <DownOutlined aria-hidden />
        </button>
      </Dropdown>
    </span>
  );
}

type Item = { key: string; label: string; danger?: boolean; onClick: () => void };

const itemsOf = (actions: readonly Action[], choose: (action: Action) => void, peek: Item): Item[] => [
  ...actions.map((action) => ({
    ...{ key: action.href, label: action.title, danger: action.isFinal },
    onClick: () => choose(action),
  })),
  peek,
];

import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Trouble } from '../../look/trouble.tsx';
import { isSameQuery, useViews } from './use-views.ts';
import type { View, Wish } from './use-views.ts';
import { ViewName } from './view-name.tsx';

/** My views of a list, each with its live count; the address can be kept as one more. */
export function Views({ list }: { list: string }) {
  const { t } = useTranslation('desk');
  const [search, setSearch] = useSearchParams();
  const { views, wish, error } = useViews(list);
  const [isNaming, setNaming] = useState(false);
  const [renamed, setRenamed] = useState<View>();
  const query = search.toString();
  useUsual(views, query, setSearch);
  const shown = views.find((view) => isSameQuery(view.query, query));
  const done = () => (setNaming(false), setRenamed(undefined));
  async function keep(name: string) {
    try {
      await wish(
        renamed === undefined
          ? { do: 'keep', name, query }
          : { do: 'change', id: renamed.id, change: { name } },
      );
      done();
    } catch {
      // Why it was refused stands below; the name stays where it was typed.
    }
  }
  return (
    <div className="views" role="group" aria-label={t('views.title')}>
      {views.map((view) => (
        <OneView
          key={view.id}
          view={view}
          isShown={view === shown}
          onShow={() => setSearch(view.query, { replace: true })}
          onWish={(wanted) => void wish(wanted)}
          onRename={() => setRenamed(view)}
        />
      ))}
      {isNaming || renamed !== undefined ? (
        <ViewName
          key={renamed?.id}
          name={renamed?.name ?? ''}
          onKeep={(name) => void keep(name)}
          onCancel={done}
        />
      ) : (
        query !== '' &&
        shown === undefined && (
          <button type="button" className="quiet" onClick={() => setNaming(true)}>
            {t('views.keep')}
          </button>
        )
      )}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}

/** The one that opens by itself, when the list is opened without any wish. */
function useUsual(
  views: readonly View[],
  query: string,
  setSearch: (query: string, how: { replace: boolean }) => void,
): void {
  const isOpened = useRef(query !== '');
  const usual = views.find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (isOpened.current || usual === undefined) return;
    isOpened.current = true;
    setSearch(usual.query, { replace: true });
  }, [usual, setSearch]);
}

type OneProps = {
  view: View;
  isShown: boolean;
  onShow: () => void;
  onWish: (wish: Wish) => void;
  onRename: () => void;
};

function OneView({ view: { id, name, count, isDefault }, isShown, onShow, onWish, onRename }: OneProps) {
  const { t } = useTranslation('desk');
  const items = [
    {
      key: 'usual',
      label: isDefault ? t('views.notUsual') : t('views.usual'),
      onClick: () => onWish({ do: 'change', id, change: { isDefault: !isDefault } }),
    },
    { key: 'rename', label: t('views.rename'), onClick: onRename },
    { key: 'remove', label: t('views.remove'), danger: true, onClick: () => onWish({ do: 'remove', id }) },
  ];
  return (
    <span className="view">
      <button type="button" className="tally" aria-pressed={isShown} onClick={onShow}>
        {name} <b>{count === null ? '' : count > 99 ? '99+' : count}</b>
        {isDefault && <small> {t('views.isUsual')}</small>}
      </button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <button type="button" className="quiet" aria-label={t('views.of', { name })}>
          <DownOutlined aria-hidden />
        </button>
      </Dropdown>
    </span>
  );
}

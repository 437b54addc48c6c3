import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { TargetedAction } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { useKinds } from '../process/names.ts';

/** One kind after the other; which one stands in the address. */
export function Tabs() {
  const { t } = useTranslation('process');
  const { search, set } = useAddress();
  const chosen = search.get('process') ?? undefined;
  const tabs = [{ name: undefined, title: t('everyKind') }, ...useKinds()];
  return (
    <div className="tallies tabs" role="group" aria-label={t('kind')}>
      {tabs.map(({ name, title }) => (
        <button
          key={title}
          type="button"
          className="tally"
          aria-pressed={name === chosen}
          onClick={() => set({ process: name })}
        >
          {title}
        </button>
      ))}
      <Link className="tally" to="/items">
        {t('items')} →
      </Link>
    </div>
  );
}

const Entered = z.object({ actions: z.array(TargetedAction.extend({ process: z.string().optional() })) });

/** By which doors the reader may begin one; whoever did stands before it then. */
export function Entrances({ kind }: { kind: string | undefined }) {
  const ask = useAsk();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['processes', 'entrances'],
    staleTime: 60_000,
    queryFn: ({ signal }) => ask(Entered, at('processes?limit=1'), { signal }),
  });
  const actions = (data?.actions ?? []).filter(({ process }) => kind === undefined || process === kind);
  return (
    <ActionButtons
      actions={actions}
      most={3}
      isMain={kind !== undefined}
      onDone={(_action, { href }) => (href === undefined ? undefined : void navigate(addressOf(href)))}
    />
  );
}

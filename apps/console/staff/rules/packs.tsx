import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { hasRole } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import type { Proposal, Version } from '../../api/policies.ts';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { RULES, useProposals, useVersions } from './asked.ts';
import { ProposalPanel } from './proposal.tsx';
import './rules.css';
import { VersionTable } from './version-table.tsx';

/** Every pack and calendar with its versions; before them, what waits for a second person. */
export function Packs() {
  const { t } = useTranslation('rules');
  const session = useOutletContext<Session>();
  const versions = useVersions();
  useTitle(t('packs.title'));
  return (
    <div className="page rules">
      <div className="page-head">
        <h1>{t('packs.title')}</h1>
        {(versions.data?.actions.length ?? 0) > 0 && (
          <Link className="button" to="/propose">
            {t('packs.propose')}
          </Link>
        )}
        <Exports list="policies" title={t('packs.title')} wish="" />
      </div>
      <Proposals isAsked={hasRole(session, 'supervisor', 'auditor', 'systemAdministrator')} />
      <When asked={versions}>
        {({ items }) => grouped(items).map(([key, list]) => <VersionTable key={key} versions={list} />)}
      </When>
    </div>
  );
}

/** Who waits for a decision comes first, then the last that were decided. */
function Proposals({ isAsked }: { isAsked: boolean }) {
  const { t } = useTranslation('rules');
  const client = useQueryClient();
  const { data } = useProposals(isAsked);
  const again = () => void client.invalidateQueries({ queryKey: [RULES] });
  const items = data?.items ?? [];
  const waiting = items.filter(({ verdict }) => verdict === null);
  const decided = items.filter(({ verdict }) => verdict !== null).slice(0, 5);
  const panel = (proposal: Proposal) => (
    <ProposalPanel key={proposal.id} proposal={proposal} onDone={again} />
  );
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t('packs.proposals', { n: waiting.length })}</h2>
      <Exports list="policies-proposals" title={t('packs.proposals', { n: items.length })} wish="" />
      {waiting.length === 0 && <p className="hint">{t('packs.noneWaiting')}</p>}
      {waiting.map(panel)}
      {decided.length > 0 && (
        <details>
          <summary>{t('packs.decided')}</summary>
          {decided.map(panel)}
        </details>
      )}
    </section>
  );
}

/** The versions of each name together, packs before calendars, as the API orders them. */
function grouped(items: readonly Version[]): [key: string, versions: Version[]][] {
  const groups = new Map<string, Version[]>();
  for (const version of items) {
    const key = `${version.what} ${version.name}`;
    groups.set(key, [...(groups.get(key) ?? []), version]);
  }
  return [...groups];
}

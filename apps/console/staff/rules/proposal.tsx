import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/policies.ts';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { ActionButtons } from '../action/buttons.tsx';

/** A version that somebody wants: what it changes in words, who wants it, and the decision for whoever may take it. */
export function ProposalPanel({ proposal, onDone }: { proposal: Proposal; onDone: () => void }) {
  const { t } = useTranslation('rules');
  const { at } = useTime();
  const name = useName();
  const { what, version, inForceFrom, proposedBy, proposedAt, decidedBy, decidedAt, verdict, difference } =
    proposal;
  return (
    <article className="panel">
      <h3>{`${name('rules', 'what', what)} ${proposal.name} ${version}`}</h3>
      <p className="hint">
        {t('proposal.by', {
          who: proposedBy ?? '?',
          at: at(proposedAt, 'short'),
          from: at(inForceFrom, 'short'),
        })}
      </p>
      {verdict !== null && decidedAt !== null && (
        <p>
          <span className="tag">{name('rules', 'verdict', verdict)}</span>{' '}
          {t('proposal.decided', { who: decidedBy ?? '?', at: at(decidedAt, 'short') })}
        </p>
      )}
      <Changes sentences={difference} />
      <ActionButtons actions={proposal.actions} isMain onDone={onDone} />
      {verdict === null && proposal.actions.length === 0 && <p className="hint">{t('proposal.second')}</p>}
    </article>
  );
}

/** What is other, a sentence a line. */
export function Changes({ sentences }: { sentences: readonly string[] }) {
  const { t } = useTranslation('rules');
  if (sentences.length === 0) return <p className="hint">{t('same')}</p>;
  return (
    <ul className="changes">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

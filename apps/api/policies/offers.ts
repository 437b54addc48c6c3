import { choice, t } from '../../../workflows/process/field.ts';
import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import type { Proposal } from '../../../prisma/proposals.ts';
import { NotYours } from '../../../workflows/rules/violation.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { formOf } from '../matters/form.ts';
import type { ShownAction } from '../matters/shown-action.ts';
import { mustBeSecond, mustGovern } from './right.ts';

const verdicts = ['approved', 'refused'] as const;

export const Verdict = z.strictObject({ verdict: z.enum(verdicts) });

/** The same as a form, with its words. */
const VerdictForm = z.strictObject({
  verdict: choice(t('决定', 'Decision'), verdicts, {
    approved: t('同意生效', 'Put it in force'),
    refused: t('不同意', 'Refuse it'),
  }),
});

/** The decision about a proposal, for whoever may take it now. */
export async function deciding(
  sql: Tx,
  subject: Subject,
  { id, what, name, proposedBy, verdict }: Proposal,
  language: Language,
): Promise<ShownAction[]> {
  if (verdict !== null) return [];
  const isAllowed = await holds(async () => {
    await mustGovern(sql, subject, what, name);
    await mustBeSecond(sql, proposedBy, subject.personId);
  });
  const href = `/api/v1/policies/proposals/${id}/decisions`;
  const title = { zh: '作出决定', en: 'Decide' }[language];
  return isAllowed
    ? [
        {
          name: 'decideProposal',
          title,
          method: 'POST',
          href,
          isFinal: true,
          input: formOf(VerdictForm, language),
        },
      ]
    : [];
}

/** What may be proposed: another version of each pack and calendar that the caller answers for. */
export async function proposing(
  sql: Tx,
  subject: Subject,
  versions: readonly { what: Proposal['what']; name: string; title: string }[],
  language: Language,
): Promise<ShownAction[]> {
  const names = [...new Map(versions.map((one) => [`${one.what} ${one.name}`, one])).values()];
  const offered = await Promise.all(
    names.map(async ({ what, name, title }) => {
      const isAllowed = await holds(() => mustGovern(sql, subject, what, name));
      return isAllowed ? [newVersion(what, title, language)] : [];
    }),
  );
  return offered.flat();
}

function newVersion(what: Proposal['what'], of: string, language: Language): ShownAction {
  const document = { type: 'object', title: { zh: '内容', en: 'Content' }[language] };
  const inForceFrom = { type: 'string', format: 'date-time' };
  const examples = { type: 'object' };
  const properties = { document, inForceFrom, ...(what === 'policy' ? { examples } : {}) };
  return {
    name: what === 'policy' ? 'proposePack' : 'proposeCalendar',
    title: { zh: `提出新版本：${of}`, en: `Propose a new version: ${of}` }[language],
    method: 'POST',
    href: what === 'policy' ? '/api/v1/policies/proposals' : '/api/v1/policies/calendars/proposals',
    input: { type: 'object', required: ['document'], properties },
  };
}

/** Moving running processes to a version, for whoever answers for every place that counts by it. */
export async function moving(
  sql: Tx,
  subject: Subject,
  { what, name, version }: Pick<Proposal, 'what' | 'name' | 'version'>,
  language: Language,
): Promise<ShownAction[]> {
  if (!(await holds(() => mustGovern(sql, subject, what, name)))) return [];
  const same = (value: string) => ({ type: 'string', const: value });
  const properties = {
    ...{ what: same(what), name: same(name), version: same(version) },
    processes: { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: 200 },
    grounds: {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      title: { zh: '理由', en: 'Grounds' }[language],
    },
  };
  return [
    {
      name: 'moveProcesses',
      title: { zh: '改用该版本', en: 'Move to this version' }[language],
      method: 'POST',
      href: '/api/v1/policies/moves',
      isFinal: true,
      input: { type: 'object', required: Object.keys(properties), properties },
    },
  ];
}

async function holds(ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof NotYours) return false;
    throw error;
  }
}

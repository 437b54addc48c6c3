import { isSameEntry } from '../../../prisma/journal.ts';
import { Entry } from '../../../workflows/process/event.ts';
import type { Audited } from './audited.ts';
import { found } from './check.ts';
import type { Finding, Place } from './check.ts';
import type { Witness } from './history.ts';
import { entriesIn } from './temporal-event.ts';

/** The second witness: what the process itself handed out, entry by entry, is what stands in the journal. */
export function witness({ rows }: Audited, { source, events }: Witness): Finding {
  if (source === 'away' || source === 'gone') return { name: 'witness', verdict: 'unchecked', why: source };
  const said = new Map(events.flatMap(entriesIn).map((entry) => [entry.seq, Entry.safeParse(entry).data]));
  const places = rows.flatMap(({ seq, entry }): Place[] => {
    const own = said.get(seq);
    if (own === undefined) return [{ seq, code: 'unsaid' }];
    return entry !== undefined && isSameEntry(entry, own) ? [] : [{ seq, code: 'other' }];
  });
  const known = new Set(rows.map(({ seq }) => seq));
  const lost = [...said.keys()].filter((seq) => !known.has(seq)).map((seq) => ({ seq, code: 'lost' }));
  return found('witness', [...places, ...lost], { n: rows.length, events: events.length });
}

/** The archived history has the digest and the number of events that were written down with it. */
export function archive({ scene }: Audited, { kept, events }: Witness): Finding {
  if (kept === undefined) {
    const why = scene.state.closedAt === undefined ? 'open' : 'notArchived';
    return { name: 'archive', verdict: 'unchecked', why };
  }
  const digest = kept.sha256 === kept.actual ? [] : [{ code: 'digest', text: kept.actual.slice(0, 16) }];
  const count = kept.events === events.length ? [] : [{ code: 'count', text: `${events.length}` }];
  return found('archive', [...digest, ...count], { n: kept.events, hash: kept.sha256.slice(0, 16) });
}

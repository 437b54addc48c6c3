import type { NewIntake } from '../../../prisma/intake-row.ts';
import type { InForce } from '../../../prisma/policies.ts';
import { colourOf } from '../../../workflows/rules/triage.ts';
import { type Say, chosen, filled, known } from './choice.ts';
import type { Directory } from './directory.ts';
import { BadRow } from './fault.ts';
import type { Mapping } from './mapping.ts';
import type { MomentReader } from './moment.ts';
import type { PackAt } from './packs.ts';
import { mustCount, termIn } from './term.ts';

const LONGEST_NUMBER = 200;

/** What a row becomes; `external` is its number in the other system, under the mapping's source. */
export type Matter = NewIntake & { external: string };

/** What rows are read by. `asIfToday`: as if each had been received at `now`. */
export type Reading = {
  mapping: Mapping;
  moment: MomentReader;
  directory: Directory;
  packAt: PackAt;
  now: Date;
  asIfToday: boolean;
};

/** Reads a row as a matter in mid-course. Throws BadRow with the reason where it cannot be one. */
export async function matterOf(reading: Reading, say: Say): Promise<Matter> {
  const { mapping, now, asIfToday } = reading;
  const { source, way, channel, answerBy } = mapping;
  const number = numberIn(mapping, say);
  const codes = codesIn(reading, say);
  const pack = await reading.packAt(codes.place.path);
  if (pack === undefined) throw new BadRow('place: no policy is in force there');
  const opened = openedAt(reading, pack, say);
  const term = termIn(mapping, pack, say);
  const { importance, urgency, size, mode } = codes.kind;
  const colour = colourOf(importance, urgency, pack.policy.triage);
  const startedAt = asIfToday ? now : opened;
  mustCount(startedAt, [term, pack.policy.terms.matter[colour]], pack);
  const said = wordsIn(mapping, say);
  const carried = { lead: codes.lead, term, startedAt: startedAt.toISOString() };
  return {
    ...{ key: number, subjectId: `import:${source}`, external: `${source}:${number}` },
    ...{ process: 'six-step', way, channel, answerBy, ...said, receivedAt: startedAt },
    ...{ kind: codes.kindCode, placeId: codes.place.id },
    raw: { number, ...codes, ...said, term, opened },
    facts: { carried, importance, urgency, size, mode, colour },
  };
}

function numberIn({ external }: Mapping, say: Say): string {
  const number = say(external);
  if (number === '') throw new BadRow(`external: "${external}" is empty`);
  if (number.length > LONGEST_NUMBER)
    throw new BadRow(`external: is longer than ${LONGEST_NUMBER} characters`);
  return number;
}

function codesIn({ mapping, directory: { kinds, places, units } }: Reading, say: Say) {
  const kindCode = chosen('kind', mapping.kind, say);
  return {
    kindCode,
    kind: known('kind', kindCode, kinds),
    place: known('place', chosen('place', mapping.place, say), places),
    lead: known('lead', chosen('lead', mapping.lead, say), units),
  };
}

function openedAt({ mapping: { opened }, moment, now }: Reading, { policy }: InForce, say: Say): Date {
  const text = say(opened.column);
  const at = moment(text, opened.offset ?? policy.office.utcOffset);
  if (at === undefined) throw new BadRow(`opened: "${text}" is not a time like ${opened.format}`);
  if (at > now) throw new BadRow(`opened: ${text} has not come yet`);
  return at;
}

function wordsIn({ words, contact }: Mapping, say: Say): { text: string; contact: string | null } {
  const text = filled(words, say);
  if (text === undefined) throw new BadRow('words: there are none');
  return { text, contact: (contact && filled(contact, say)) || null };
}

import { z } from 'zod';
import type { Course } from './course.ts';
import { localKey } from './course.ts';

/** What an item may say of itself by which it is found. */
const ItemFacts = z.looseObject({
  place: z.string().nullish().catch(undefined),
  unit: z.uuid().nullish().catch(undefined),
  person: z.uuid().nullish().catch(undefined),
});

/** Rows of `item`: the things on the list of a process. */
export const itemRows = ({ state, numbers }: Course): object[] =>
  Object.values(state.items).map(({ id, kind, facts, openedAt, closedAt, ending }) => {
    const { place, unit, person } = ItemFacts.parse(facts);
    return {
      ...{ id: localKey(state.id, id), process_id: state.id, process: state.process, kind },
      status: closedAt === undefined ? 'open' : 'closed',
      number: numbers[id],
      place_path: place ?? state.place,
      ...{ unit_id: unit, person_id: person, ending, facts, opened_at: openedAt, closed_at: closedAt },
    };
  });

// Other numbers for running processes: what would move, and moving it, one by one, each by a recorded act.
import { z } from 'zod';
import { sealWords } from '../../../prisma/words.ts';
import { adoptNumbers, movedClocks } from '../../../workflows/process/acts/adopting.ts';
import type { Numbers } from '../../../workflows/process/acts/adopting.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { State } from '../../../workflows/process/state.ts';
import type { Calendar } from '../../../workflows/rules/calendar.ts';
import { snapshotOf } from '../../../workflows/rules/policy.ts';
import type { Policy } from '../../../workflows/rules/policy.ts';
import { act } from './act.ts';
import type { Acted } from './act.ts';
import type { Course } from './course.ts';
import { carriedCalendar } from './policy-book.ts';

/** What running processes are to count by from now on. */
export type NewNumbers = { policy?: Policy; calendar?: Calendar };

/** A clock that would move, and a process that would take the new numbers on. */
export type Move = {
  id: string;
  process: string;
  place: string;
  clocks: { clock: string; task: string | null; from: string | null; to: string | null }[];
};

/**
 * Open processes that count by another version of the same pack or calendar, in the order of their ids, from `after` on,
 * each with the clocks that would move. Nothing is changed.
 */
export async function movesTo(
  course: Course,
  numbers: NewNumbers,
  { limit, after }: { limit: number; after?: string },
  now = new Date(),
): Promise<Move[]> {
  const { policy, calendar } = numbers;
  const { rows } = await course.db.pool.query<{ state: unknown }>(
    `select state from process where status = 'open' and ($1::uuid is null or id > $1)
       and (($2::text is not null and state -> 'policy' ->> 'name' = $2 and state -> 'policy' ->> 'version' <> $3)
         or ($4::text is not null and state -> 'calendar' ->> 'id' = $4 and state -> 'calendar' ->> 'version' <> $5))
     order by id limit $6`,
    [after ?? null, policy?.name, policy?.version, calendar?.id, calendar?.version, limit],
  );
  const scenes = rows.map(({ state }) => course.book.sceneOf(State.parse(state), now));
  return (await Promise.all(scenes)).map((scene) => moveOf(scene, numbers));
}

/** The numbers as one process carries them. */
const carried = ({ state, now }: Scene, { policy, calendar }: NewNumbers, grounds: string): Numbers => ({
  ...(policy === undefined ? {} : { policy: snapshotOf(policy, state.process) }),
  ...(calendar === undefined ? {} : { calendar: carriedCalendar(calendar, new Date(state.openedAt), now) }),
  grounds,
});

function moveOf(scene: Scene, numbers: NewNumbers): Move {
  const { id, process, place, clocks, tasks } = scene.state;
  const moved = movedClocks(scene, carried(scene, numbers, '-'));
  return {
    ...{ id, process, place },
    clocks: moved.map((clock) => ({
      clock: clock.id,
      task: Object.values(tasks).find((task) => task.clock === clock.id)?.id ?? null,
      from: clocks[clock.id]?.dueAt ?? null,
      to: clock.dueAt,
    })),
  };
}

/** Who moves a process, why, and under which key; the same key moves it once. */
export type Moving = { actor: Actor; subjectId: string; key: string; grounds: string };

/** Moves one process. */
export async function moveProcess(
  course: Course,
  scene: Scene,
  numbers: NewNumbers,
  { actor, subjectId, key, grounds }: Moving,
): Promise<Acted> {
  const process = scene.state.id;
  const { policy, calendar } = numbers;
  const wanted = { policy: policy?.version ?? null, calendar: calendar?.version ?? null };
  return act(course, {
    ...{ key: `${key}:${process}`, subjectId, process, name: adoptNumbers.name },
    raw: { ...wanted, grounds },
    async body(tx) {
      const words = {
        matterId: process,
        kind: 'adoptNumbers.grounds',
        text: grounds,
        authorId: actor.person,
      };
      const sealed = await sealWords(tx, course.db.keys, words);
      const input = z.json().parse(JSON.parse(JSON.stringify(carried(scene, numbers, sealed))));
      return { act: adoptNumbers.name, actor, input };
    },
  });
}

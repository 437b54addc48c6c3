import type { Database } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';

/** A course that is over or well on its way: its steps as `step:day`, `end` being its end. Days are those of China. */
export type PastCourse = {
  place: string;
  unitId: string | null;
  /** The hour of every step; it ends and is due at 17:00. */
  hour: number;
  due: string | null;
  rating?: string | null;
  colour?: string;
  kind?: string;
  steps: string;
};

const at = (day: string, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

type Visit = { step: string; day: string };

const wayOf = (steps: string): Visit[] =>
  steps.split(' ').map((one) => {
    const [step = '', day = ''] = one.split(':');
    return { step, day };
  });

const endingOf = (way: readonly Visit[]) => {
  const end = way.find(({ step }) => step === 'end');
  return { closedAt: end ? at(end.day, 17) : null, status: end ? 'closed' : 'open' };
};

/** Leaves the rows that recording such a course would have left, as far as statistics read them; answers its id. */
export async function keepPastCourse(db: Database, course: PastCourse): Promise<string> {
  const { place, unitId, hour, due, rating, colour = 'blue', kind = 'housing.lift', steps } = course;
  const id = newId();
  const way = wayOf(steps);
  const entered = way.filter(({ step }) => step !== 'end');
  const row = {
    ...{ id, step: entered.at(-1)!.step, placePath: place, unitIds: unitId ? [unitId] : [] },
    ...{ number: unitId && `N-${id}`, openedAt: at(way[0]!.day, hour), dueAt: due && at(due, 17) },
    ...endingOf(way),
  };
  await db.prisma.process.create({
    data: { ...row, type: 'six-step', seq: entered.length, state: { facts: {} } },
  });
  await db.prisma.matter.create({
    data: { ...row, kind, colour, way: 'resident', leadUnitId: unitId, rating },
  });
  await db.prisma.journal.createMany({
    data: entered.map(({ step, day }, i) => ({
      ...{ processId: id, seq: i + 1, at: at(day, hour), type: 'stepEntered' },
      data: { event: { type: 'stepEntered', step } },
    })),
  });
  return id;
}

import { Link } from 'react-router';
import { z } from 'zod';
import type { Item } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import type { Kin } from '../../api/processes.ts';
import { Lamp } from '../../look/lamp.tsx';
import type { Light } from '../../look/lamp.tsx';

/** What a thing on the list was told by the process that was begun because of it. */
const Course = z.object({ process: z.string(), late: z.string().nullish() });

const lights = ['yellow', 'red', 'letter'] as const;

/** The light of a process begun by this one: as it said itself, at its end or when it was late. */
export function lightOfKin({ id, status, ending }: Kin, items: readonly Item[]): Light {
  if (status === 'closed' || ending !== null) return 'done';
  const courses = items.map(({ facts }) => Course.safeParse(facts['course']).data);
  const late = courses.find((course) => course?.process === id)?.late;
  return lights.find((light) => light === late) ?? 'green';
}

/** The processes that follow one thing on the list, each with its light. */
export function CourseOf({ item, kins }: { item: Item; kins: readonly Kin[] }) {
  return kins
    .filter((kin) => kin.item === item.id)
    .map((kin) => (
      <span key={kin.id} className="course-of">
        <Link to={addressOf(kin.href)}>{kin.process.title}</Link> <Lamp light={lightOfKin(kin, [item])} />
      </span>
    ));
}

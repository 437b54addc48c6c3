import { shapeFaults, unknownAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import type { Ground } from './policy-ground.ts';
import { entriesOf, valueAt } from './policy-leaves.ts';
import { numbersOf, processesIn } from './policy-sections.ts';

/** Each process is known, and its numbers are such as it reads. */
export function processFaults(pack: unknown, ground: Ground): Fault[] {
  return processesIn(pack).flatMap((name) => {
    if (!Object.hasOwn(ground.processes, name)) return [unknownAt(`processes.${name}`)];
    const written = valueAt(pack, ['processes', name]);
    const read = ground.processes[name]?.safeParse(written);
    if (read?.success === false) return shapeFaults(read.error.issues, 'processes', name);
    return unread(written, numbersOf(pack, name, ground), ['processes', name], read === undefined);
  });
}

/** Numbers that the process would never look at. */
function unread(written: unknown, read: unknown, path: string[], isUnread: boolean): Fault[] {
  return Object.entries(entriesOf(written)).flatMap(([key, value]) => {
    const inner = entriesOf(read);
    if (isUnread || !Object.hasOwn(inner, key)) return [unknownAt([...path, key].join('.'))];
    return unread(value, inner[key], [...path, key], false);
  });
}

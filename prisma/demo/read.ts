// Loads the demo district: six JSON files, each parsed by its schema, then checked against each other.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { findings } from './check.ts';
import type { Demo } from './check.ts';
import { Matters } from './matter.ts';
import { Processes } from './process.ts';
import { Kinds, People, Places, Units } from './records.ts';

/** The files do not fit their schema or each other; the message has a line for each finding. */
export class BadDemoData extends Error {
  constructor(readonly findings: readonly string[]) {
    super(`The demo district is not sound:\n${findings.join('\n')}`);
    this.name = 'BadDemoData';
  }
}

function json(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadDemoData([`${file}: ${String(error)}`]);
  }
}

async function parsed<S extends z.ZodType>(folder: string, file: string, schema: S): Promise<z.infer<S>> {
  const answer = schema.safeParse(json(file, await readFile(join(folder, file), 'utf8')));
  if (answer.success) return answer.data;
  throw new BadDemoData(
    answer.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`),
  );
}

/** The demo unchanged if every reference exists, else {@link BadDemoData} with all findings at once. */
export function sound(demo: Demo): Demo {
  const wrong = findings(demo);
  if (wrong.length > 0) throw new BadDemoData(wrong);
  return demo;
}

/** The whole demo district from `folder` (by default the project's own, seen from its root). */
export async function readDemo(folder = 'prisma/demo'): Promise<Demo> {
  return sound({
    ...(await parsed(folder, 'places.json', Places)),
    ...(await parsed(folder, 'units.json', Units)),
    ...(await parsed(folder, 'people.json', People)),
    ...(await parsed(folder, 'kinds.json', Kinds)),
    ...(await parsed(folder, 'matters.json', Matters)),
    ...(await parsed(folder, 'processes.json', Processes)),
  });
}

// The demo district, put into a new home by a process of its own while API and worker run. May be repeated: what an
// interrupted seed did stays done. seed/ has the parts, prisma/demo the data.
import { z } from 'zod';
import { loadPolicy } from '../../policies/load.ts';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import { readDemo } from '../../prisma/demo/read.ts';
import { demoReports } from '../../prisma/demo/reports.ts';
import { seedDistrict } from '../../prisma/demo/seed.ts';
import { readKeyring } from '../../prisma/seal.ts';
import { reroute } from '../../prisma/telling/route.ts';
import { keepAccounts } from './seed/accounts.ts';
import { Cast } from './seed/cast.ts';
import { NotSeeded } from './seed/client.ts';
import { bringAll } from './seed/courses.ts';
import { takeInAll } from './seed/intakes.ts';
import { playAll } from './seed/processes.ts';

const Surroundings = z.object({
  DATABASE_URL: z.string(),
  MINQING_HOME: z.string(),
  MINQING_HOST: z.string().default('127.0.0.1'),
  MINQING_PORT: z.string(),
  MINQING_MASTER_KEY_FILE: z.string(),
});
type Surroundings = z.infer<typeof Surroundings>;
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function seed(db: Database, surroundings: Surroundings): Promise<void> {
  const now = new Date();
  const demo = await readDemo();
  const accounts = keepAccounts(surroundings.MINQING_HOME, demo);
  const ids = await seedDistrict(db, demo, accounts, now);
  await reroute(db);
  say(`${demo.places.length} places, ${demo.units.length} units, ${demo.people.length} people`);
  const reports = demoReports(demo, ids, await loadPolicy('dongsheng'), now);
  const taken = await takeInAll(db, reports, ids);
  const cast = new Cast(urlOf(surroundings), { demo, ids, accounts });
  const stage = { cast, db, ids, now, say };
  const [, played] = await Promise.all([bringAll(taken, stage), playAll(demo.processes, stage)]);
  say(`${played} processes besides`);
}

/** The API is asked as any client would, on this machine. */
function urlOf({ MINQING_HOST: host, MINQING_PORT: port }: Surroundings): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** What went wrong, for people; where it was no trouble that we know, for those who mend it. */
function tell(error: unknown): void {
  const isKnown = error instanceof NotSeeded;
  process.stderr.write(`${error instanceof Error && !isKnown ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
}

const surroundings = Surroundings.parse(process.env);
const keys = readKeyring(surroundings.MINQING_MASTER_KEY_FILE.split(','));
const db = openDatabase(surroundings.DATABASE_URL, { keys });
await seed(db, surroundings).catch(tell);
await db.close();

import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { signInAll } from '../rehearse/people.ts';
import type { Multiplier } from './multiply.ts';
import { reads, roles } from './reads.ts';
import type { Read } from './reads.ts';
import { growth, sample } from './sampler.ts';
import type { Sample } from './sampler.ts';
import { markdown, ms } from './table.ts';

type Bench = { url: string; db: Database; say: (line: string) => void };
type Wish = { sizes: readonly number[]; times: number; only?: string };

/** Fills the town up to each size and asks everything at each; the table says p50 and p95 in milliseconds, and how p50 grows. */
export async function benchReads(
  bench: Bench,
  multiplier: Multiplier,
  { sizes, times, only }: Wish,
): Promise<string> {
  const asked = reads.filter(({ name }) => only === undefined || name.includes(only));
  const found = new Map<string, Sample[]>();
  for (const size of sizes) {
    bench.say(`  filling up to ${size} matters`);
    await multiplier.fillTo(size);
    const [names, tokens] = await Promise.all([namesIn(bench.db), tokensOf(bench.db)]);
    bench.say(`  asking ${asked.length} questions, ${times} times each`);
    for (const read of asked) {
      const one = await sample(times, () => ask(bench.url, read, names, tokens.get(read.who) ?? ''));
      found.set(keyOf(read), [...(found.get(keyOf(read)) ?? []), one]);
    }
  }
  return table(asked, sizes, found);
}

const keyOf = ({ name, who }: Read): string => `${name} ${who}`;

function table(
  asked: readonly Read[],
  sizes: readonly number[],
  found: ReadonlyMap<string, readonly Sample[]>,
) {
  const head = ['page', 'by', ...sizes.flatMap((size) => [`${size} p50`, 'p95']), 'grows with n^'];
  const rows = asked.map((read) => {
    const samples = found.get(keyOf(read)) ?? [];
    return [
      read.name,
      read.who,
      ...samples.flatMap(({ p50, p95 }) => [ms(p50), ms(p95)]),
      grown(sizes, samples),
    ];
  });
  return markdown(head, rows);
}

/** Between the last two sizes; nothing where there is only one. */
function grown(sizes: readonly number[], samples: readonly Sample[]): number | string {
  const [a, b] = sizes.slice(-2);
  const [before, after] = samples.slice(-2);
  if (a === undefined || b === undefined || before === undefined || after === undefined) return '';
  return Math.round(growth([a, b], [before.p50, after.p50]) * 100) / 100;
}

type Names = Readonly<Record<string, string>>;

async function ask(url: string, { at }: Read, names: Names, token: string): Promise<void> {
  const filled = at.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(names[name] ?? ''));
  const answer = await fetch(`${url}/api/v1/${filled}`, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${filled}: ${answer.status} ${text}`);
}

const People = z.array(z.object({ role: z.enum(roles), id: z.uuid() }));

/** Of each role whoever has done most, signed in. */
async function tokensOf({ pool, prisma }: Database): Promise<Map<string, string>> {
  const { rows } = await pool.query(
    `select distinct on (post.role) post.role, post.person_id as id from post left join task on task.done_by_id = post.person_id
     where post.role = any($1) and not post.call_back group by 1, 2 order by 1, count(task.id) desc, 2`,
    [roles],
  );
  return signInAll({ prisma }, new Map(People.parse(rows).map(({ role, id }) => [role, id])));
}

const Names = z.record(z.string(), z.string());

/** What the questions name: a busy place, unit and person, a number, the pack in force, the beginning of the year. */
async function namesIn({ pool }: Database): Promise<Names> {
  const { rows } = await pool.query(
    `select (select id from place where level = 'subdistrict' order by path limit 1) as place,
       (select lead_unit_id from matter where lead_unit_id is not null group by 1 order by count(*) desc limit 1) as unit,
       (select done_by_id from task where done_by_id is not null group by 1 order by count(*) desc limit 1) as person,
       (select number from matter where number is not null order by opened_at desc limit 1) as number,
       (select name || '@' || version from policy_version order by in_force_from desc limit 1) as rule,
       to_char(now() - interval '1 year', 'YYYY-MM-DD') as "from"`,
  );
  return Names.parse(rows[0]);
}

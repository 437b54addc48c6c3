// What anybody may know before reporting and while following: what is near by already, and how one's own report stands.
// Nothing here says who reported anything, in which words, or where inside an estate.
import type { Database } from '../../../prisma/client.ts';
import { fingerprint, isPrintOf } from '../../../prisma/seal.ts';
import { areaOf, DAYS } from '../matters/similar.ts';
import { reported } from '../processes/address.ts';

/** How many are shown: more than this nobody compares on a phone. */
const SHOWN = 5;
const MOST = 200;

const PURPOSE = 'report near by';

/** Where and what somebody is about to report. */
export type About = { placeId: string; kind: string };

/** An open matter of the same kind in the same community. `estate` is a path that ends at the estate at the latest. */
export type Near = {
  id: string;
  process: string;
  kind: string;
  step: string;
  estate: string;
  opened_at: Date;
  reporters: number;
};

/** The nearest first. `print`: how it is called outside, which says nothing and opens nothing. */
export async function nearby(db: Database, about: About): Promise<(Near & { print: string })[]> {
  const rows = await candidates(db, about, SHOWN);
  return rows.map((row) => ({ ...row, print: fingerprint(db.keys, PURPOSE, row.id) }));
}

/** The matter that is called so, among those that are near by now. */
export async function meantBy(db: Database, about: About, print: string): Promise<string | undefined> {
  const rows = await candidates(db, about, MOST);
  return rows.find(({ id }) => isNamed(db, id, print))?.id;
}

/** What names a key that is not here was never given out. */
function isNamed({ keys }: Database, id: string, print: string): boolean {
  const [keyId = ''] = print.split(':');
  return keys.keys.has(keyId) && isPrintOf(keys, PURPOSE, id, print);
}

/** Modes of service by which one person's own affair is settled: nobody else can have the same (五种方式 [000]). */
const PERSONAL = ['onBehalf', 'appointment'];

/** Residents can join until it has been rated: what comes after that is the office's own. */
const joinable = (): string[] =>
  reported()
    .steps.slice(0, -1)
    .map(({ name }) => name);

/** Never complaints, and never what is one person's own affair; a place above the community is too wide to be near. */
async function candidates({ pool }: Database, { placeId, kind }: About, limit: number): Promise<Near[]> {
  const path = await pathOf(pool, placeId);
  if (path.split('/').length < COMMUNITY) return [];
  const { rows } = await pool.query<Near>(
    `select m.id, pr.type as process, m.kind, m.step, m.opened_at,
            array_to_string((string_to_array(m.place_path, '/'))[1:$8], '/') as estate,
            jsonb_array_length(pr.state -> 'facts' -> 'reporters') as reporters
     from matter m join process pr on pr.id = m.id join kind k on k.code = m.kind
     where m.status = 'open' and m.kind = $1 and m.step = any($2) and not k.is_complaint and k.mode <> all($3)
       and pr.state -> 'facts' -> 'isComplaint' is distinct from 'true'::jsonb
       and (m.place_path = $4 or m.place_path like $4 || '/%')
       and m.opened_at > now() - make_interval(days => $5)
     order by m.place_path <> $6, m.opened_at desc, m.id limit $7`,
    [kind, joinable(), PERSONAL, areaOf(path), DAYS, path, limit, ESTATE],
  );
  return rows;
}

/** How deep a community and an estate lie in the grid tree (三级网格 [000 001 002 004]). */
const COMMUNITY = 3;
const ESTATE = 4;

async function pathOf(pool: Database['pool'], id: string): Promise<string> {
  const { rows } = await pool.query<{ path: string }>('select path from place where id = $1', [id]);
  return rows[0]?.path ?? '';
}

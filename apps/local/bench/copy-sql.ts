import type { Cast } from './model.ts';

/** Where the parameters of the copies wait while their rows are written. */
export const COPIES = 'create temp table copy (course int not null, args text[] not null) on commit drop';

/** SQL: a number from 0 to 1 that belongs to matter `n`, the same in every run. */
const chance = (salt: number) => `((hashint8extended(n, ${salt}) & 1073741823) / 1073741824.0)`;

/** SQL: one of a list; the first ones come oftener, as some grids and units have more to do than others. */
const oneOf = (list: string, salt: number) =>
  `1 + floor(power(${chance(salt)}, 2) * cardinality(${list}))::int`;

const uuid = (head: string, salt: string) =>
  `(${head} || '7' || substr(md5(n || ':' || ${salt}), 1, 3) || '8' || substr(md5(n || ':' || ${salt}), 4, 15))::uuid::text`;
const MS = `lpad(to_hex((extract(epoch from begun) * 1000)::bigint), 12, '0')`;

/**
 * The parameters of copies `$1` to `$2` of course `$3`: of a hundred matters those from `$4` up to `$5`. One that is over
 * (`$6`) lies some days of `$7` back, an open one at most an hour. Then how many ids of its own and which times it has, when
 * it began and ended, now, and the cast.
 */
export const COPY = `
  insert into copy
  select $3::int, array[${uuid(MS, `'id'`)},
      split_part(paths[spot], '/', 2) || '-' || to_char(begun, 'YYMMDD') || '-' || lpad(n::text, 8, '0'),
      split_part(paths[spot], '/', 2) || to_char(begun, 'YYYY') || '-' || lpad(n::text, 8, '0'),
      paths[spot], spots[spot], communities[spot], units[spot], clerks[spot],
      leads[lead], handlers[lead], leads[lead % cardinality(leads) + 1], handlers[lead % cardinality(leads) + 1],
      kinds[kind], uuid_in(md5('reporter' || floor(${chance(6)} * 20000))::cstring)::text]
    || array(select ${uuid(MS, 'i')} from generate_series(1, $8::int) i order by i)
    || array(select to_char(at at time zone 'UTC' + later, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
         from unnest($9::timestamptz[]) with ordinality as t (at, i) order by i)
  from (select n, ${oneOf('$13::text[]', 1)} as spot, ${oneOf('$18::text[]', 2)} as lead, ${oneOf('$20::text[]', 3)} as kind,
      case when $6::boolean then date_trunc('day', $12::timestamptz - $11::timestamptz) - interval '1 day'
          - floor(${chance(4)} * ($7::int - extract(day from $11::timestamptz - $10::timestamptz))) * interval '1 day'
          + floor(${chance(5)} * 480) * interval '1 minute'
        else floor(${chance(5)} * -55) * interval '1 minute' end as later
    from generate_series($1::int, $2::int) n where (n * 37) % 100 >= $4::int and (n * 37) % 100 < $5::int) drawn
  cross join lateral (select $10::timestamptz + later as begun, $13::text[] as paths, $14::text[] as spots,
    $15::text[] as communities, $16::text[] as units, $17::text[] as clerks, $18::text[] as leads, $19::text[] as handlers,
    $20::text[] as kinds) given`;

/** The lists of the cast, in the order in which `COPY` reads them. */
export const listsOf = ({ spots, handlers, kinds }: Cast): readonly string[][] => [
  spots.map(({ path }) => path),
  spots.map(({ id }) => id),
  spots.map(({ community }) => community),
  spots.map(({ unit }) => unit),
  spots.map(({ clerk }) => clerk),
  handlers.map(({ unit }) => unit),
  handlers.map(({ person }) => person),
  [...kinds],
];

/** Writes the rows of one table (`$2`: their forms) for every copy of a course (`$1`). */
export const insertInto = (table: string): string => `
  insert into ${table} select row.* from copy
  cross join unnest($2::text[]) form
  cross join lateral jsonb_populate_record(null::${table}, format(form, variadic copy.args)::jsonb) row
  where copy.course = $1`;

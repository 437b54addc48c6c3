import { randomInt } from 'node:crypto';
import type { Tx } from './client.ts';
import { fingerprint, isPrintOf } from './seal.ts';
import type { Keyring } from './seal.ts';

const PURPOSE = 'receipt code';

/** Six random digits that go with a receipt number, told once to the reporter. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What is kept of a code: a keyed fingerprint, because a million plain hashes are quickly tried. */
export const codeHashOf = (keys: Keyring, receipt: string, code: string): string =>
  fingerprint(keys, PURPOSE, `${receipt} ${code}`);

/** Whether the code belongs to the receipt. The caller limits how often this may be asked. */
export const isCodeOf = (keys: Keyring, receipt: string, code: string, codeHash: string): boolean =>
  isPrintOf(keys, PURPOSE, `${receipt} ${code}`, codeHash);

/**
 * The next receipt number `<code of the subdistrict or district>-<yymmdd>-<5 digits>` of the day in +08:00, with the path
 * of the place. Unknown place: undefined. Locks the day's counter until the transaction ends, so ask for it late.
 */
export async function nextReceipt(tx: Tx, placeId: string, at: Date): Promise<Next | undefined> {
  const { rows } = await tx.query<Next>(
    `with spot as (
       select here.path, above.code || '-' || $2::text as day from place here
       join place above on above.code = any(string_to_array(here.path, '/'))
       where here.id = $1 and above.level in ('district', 'subdistrict') order by length(above.path) desc limit 1),
     counted as (
       insert into counter (scope, last) select 'receipt:' || day, 1 from spot
       on conflict (scope) do update set last = counter.last + 1 returning last)
     select path as place, day || '-' || lpad(last::text, greatest(5, length(last::text)), '0') as receipt from spot, counted`,
    [placeId, dayOf(at)],
  );
  return rows[0];
}

type Next = { receipt: string; place: string };

const dayOf = (at: Date) =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '');

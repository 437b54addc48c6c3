import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Card } from '../documents/cards.ts';
import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';
import type { Named } from './place.ts';
import { WORDS } from './place-words.ts';

const Holder = z.object({
  name: z.string(),
  nameEn: z.string(),
  role: z.string(),
  place: z.string(),
  placeEn: z.string(),
  rank: z.string(),
  isHead: z.boolean(),
});
type Holder = z.infer<typeof Holder>;

/** More than so many do not fit on a card of A6. */
const FITS = 8;
/** More than so many do not fit on a card of A5. */
const MOST = 14;

/**
 * The contact card 联系卡 [000]: who serves this place, by name and post, heads first; of the places above only whoever leads
 * there. How to reach them nobody told the house: blanks.
 */
export async function contactCard(
  db: Database,
  place: Named,
  language: Language,
): Promise<Omit<Card, 'imprint'>> {
  const holders = await holdersAt(db, place.path);
  return {
    title: WORDS.contactCard[language],
    subtitle: place.whole,
    size: holders.length > FITS ? 'A5' : 'A6',
    shares: [0.27, 0.45, 0.28],
    rows: [
      [WORDS.post[language], WORDS.name[language], WORDS.phone[language]],
      ...holders.map((holder) => line(holder, language)),
      [WORDS.duty[language], null, null],
    ],
    notes: [WORDS.contactNote[language]],
  };
}

function line(
  { name, nameEn, role, place, placeEn, rank, isHead }: Holder,
  language: Language,
): Card['rows'][number] {
  const isChinese = language === 'zh';
  const parts = [termOf('role', role, language), isHead ? WORDS.head[language] : null];
  const title = parts.filter((part) => part !== null).join(isChinese ? '' : ', ');
  const standIn = rank === 'A' ? '' : isChinese ? `（${WORDS.standIn.zh}）` : ` (${WORDS.standIn.en})`;
  return [title, `${isChinese ? name : nameEn}${standIn}\n${isChinese ? place : placeEn}`, null];
}

/** Those in the posts that residents deal with; nobody who has left or whose account is closed. */
async function holdersAt({ pool }: Database, path: string): Promise<Holder[]> {
  const { rows } = await pool.query(
    `select person.name, person.name_en as "nameEn", post.role, place.name as place, place.name_en as "placeEn",
            post.rank, post.is_head as "isHead"
     from post join place on place.id = post.place_id join person on person.id = post.person_id
     where post.ended_at is null and person.disabled_at is null and post.role in ('gridWorker', 'community', 'subdistrict')
       and (place.path = $1 or ($1 like place.path || '/%' and (post.is_head or post.role = 'gridWorker')))
     order by length(place.path) desc, post.role = 'gridWorker' desc, post.is_head desc, post.rank, person.name limit ${MOST}`,
    [path],
  );
  return z.array(Holder).parse(rows);
}

import type { Database } from '../../../prisma/client.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import type { Policy } from '../../../workflows/rules/policy.ts';
import { Colour } from '../../../workflows/rules/triage.ts';
import type { Card } from '../documents/cards.ts';
import { termInWords } from '../documents/term-words.ts';
import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';
import type { Named } from './place.ts';
import { WORDS } from './place-words.ts';

type Leaflet = Omit<Card, 'imprint'>;
type Row = Card['rows'][number];

/**
 * The leaflet 明白卡 [000]: how to report something here and what happens then, with the terms of the pack in force. Without
 * a pack the terms are blanks.
 */
export async function leaflet(
  db: Database,
  place: Named,
  language: Language,
  now = new Date(),
): Promise<Leaflet> {
  const policy = (await policyInForce(db.pool, place.path, now))?.policy;
  return {
    title: WORDS.leaflet[language],
    subtitle: place.whole,
    size: 'A5',
    shares: [0.28, 0.72],
    rows: [
      [WORDS.report[language], WORDS.reportHow[language]],
      [WORDS.receipt[language], WORDS.receiptHow[language]],
      ...termPairs(policy, language),
      [WORDS.withdraw[language], WORDS.withdrawHow[language]],
      [WORDS.secret[language], WORDS.secretHow[language]],
      [WORDS.phone[language], null],
      [WORDS.address[language], null],
    ],
    notes: policy === undefined ? [] : [ruleIn(policy, language)],
  };
}

/** How long each thing takes. */
function termPairs(policy: Policy | undefined, language: Language): Row[] {
  const terms = policy?.terms;
  const say = (term: string | undefined) => (term === undefined ? null : termInWords(term, language));
  return [
    [WORDS.register[language], say(terms?.register)],
    [WORDS.handle[language], byColour(terms?.handle, language)],
    [WORDS.whole[language], byColour(terms?.matter, language)],
    [WORDS.feedBack[language], say(terms?.feedBack)],
    [WORDS.rating[language], say(terms?.rating)],
    again(policy, language),
  ];
}

/** One line a colour. */
const byColour = (terms: Record<Colour, string> | undefined, language: Language): string | null =>
  terms === undefined
    ? null
    : Colour.options
        .map((colour) => [termOf('colour', colour, language), termInWords(terms[colour], language)])
        .map((pair) => pair.join(language === 'zh' ? '：' : ': '))
        .join('\n');

function again(policy: Policy | undefined, language: Language): Row {
  const title = WORDS.rehandle[language];
  if (policy === undefined) return [title, null];
  const { terms, limits } = policy;
  const gap = language === 'zh' ? '' : ' ';
  const comma = language === 'zh' ? '，' : ', ';
  const term = termInWords(terms.rehandle, language);
  return [
    title,
    `${term}${gap}${WORDS.again[language]}${comma}${limits.rehandlings}${gap}${WORDS.most[language]}`,
  ];
}

const ruleIn = ({ title, version }: Policy, language: Language): string =>
  `${WORDS.rules[language]}${language === 'zh' ? '：' : ': '}${title[language]} ${version}`;

import type { Rung } from './ladder.ts';
import { processSaid } from './policy-process-labels.ts';
import { among, joined, t, termSaid, wordSaid } from './policy-said.ts';
import type { Sentence } from './sentence.ts';

/** All of a rung in one breath. */
export const rungSaid = (rung: Rung): Sentence =>
  joined([t(`“${rung.rung}”`, `“${rung.rung}”`), ...Object.values(partsOf(rung))], '，', ', ');

/** All of a rung: what it does and when, to whom, by which channels, and what limits it. */
export function partsOf({
  when,
  does,
  to,
  channels,
  terms,
  replyWithin,
  anytime,
  opens,
}: Rung): Record<string, Sentence> {
  const [moment, deed] = [momentSaid(when), deedSaid(does)];
  const [people, ways] = [joined(to.map(wordSaid)), joined(channels.map(wordSaid))];
  const [kind, reply, process] = [
    wordSaid(terms ?? ''),
    wordSaid(replyWithin ?? ''),
    processSaid(opens ?? ''),
  ];
  return {
    deed: t(`${moment.zh}${deed.zh}`, `${deed.en} ${moment.en}`),
    to: t(`通知${people.zh}`, `to ${people.en}`),
    channels: t(`方式为${ways.zh}`, ways.en),
    ...(terms !== undefined && { terms: t(`只用于按${kind.zh}计的时限`, `only on terms in ${kind.en}`) }),
    ...(replyWithin !== undefined && { reply: t(`${reply.zh}内答复`, `reply within ${reply.en}`) }),
    ...(anytime !== undefined && {
      hours: anytime ? t('不限时段', 'at any hour') : t('限于通知时段', 'in notice hours'),
    }),
    ...(opens !== undefined && { opens: t(`启动${process.zh}`, `begins ${process.en}`) }),
  };
}

/** When a rung comes. */
function momentSaid(when: Rung['when']): Sentence {
  if ('share' in when)
    return t(`用去时限的 ${percent(when.share)} 时`, `at ${percent(when.share)} of the term`);
  if ('before' in when) {
    const span = termSaid(when.before);
    return t(`到期前 ${span.zh}`, `${span.en} before due`);
  }
  if (when.after === 'due') return t('到期时', 'when due');
  const span = termSaid(when.after);
  return t(`逾期 ${span.zh}`, `${span.en} after due`);
}

/** Written as it is where a percentage would not say all of it. */
function percent(share: number): string {
  const rounded = Number((share * 100).toPrecision(12));
  return rounded / 100 === share ? `${rounded} %` : String(share);
}

/** What a rung does: a card, a letter, a reminder. */
const deedSaid = (does: string): Sentence => among(CARDS, does) ?? wordSaid(does);

const CARDS: Readonly<Record<string, Sentence>> = {
  yellow: t('黄牌', 'yellow card'),
  red: t('红牌', 'red card'),
};

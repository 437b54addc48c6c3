import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../../apps/worker/letters/en.ts';
import { write } from '../../apps/worker/letters/letter.ts';
import type { Subject } from '../../apps/worker/letters/letter.ts';
import { zh } from '../../apps/worker/letters/zh.ts';
import { Deed } from '../../workflows/process/event.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';

const gapsOf = (texts: readonly string[]) =>
  texts.map((text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort());

/** What processes tell reporters, as their code says it. */
const told = readdirSync('workflows', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join('workflows', name), 'utf8'))
  .flatMap((text) => [
    ...text.matchAll(/\b(?:told|tell)\([\w.]+, '(\w+)'/g),
    ...text.matchAll(/type: 'told'[^}]*what: '(\w+)'/g),
  ])
  .map(([, what]) => what);

describe('the two books of letters', () => {
  it('have the same letters, with the same gaps', () => {
    expect(Object.keys(en.letters)).toEqual(Object.keys(zh.letters));
    for (const [name, letter] of Object.entries(zh.letters))
      expect([name, gapsOf(en.letters[name] ?? [])]).toEqual([name, gapsOf(letter)]);
  });

  it('have the same labels, and none without words', () => {
    expect(Object.keys(en.labels)).toEqual(Object.keys(zh.labels));
    const texts = [zh, en].flatMap((book) => [
      ...Object.values(book.letters).flat(),
      ...Object.values(book.labels),
      ...Object.values(book.closing),
      book.inStead,
      book.whole,
    ]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have a letter for each rung of a ladder, and for all that a process tells', () => {
    expect(told).toEqual(expect.arrayContaining(['registered', 'result', 'merged', 'extended', 'cancelled']));
    const wanted = [...Deed.options, 'urged', ...told.map((what) => `told.${what}`)];
    expect(wanted.filter((name) => !(name in zh.letters))).toEqual([]);
  });
});

const about = (changes: Partial<Subject>): Subject => ({
  ...{
    template: 'yellow',
    language: 'zh',
    definition: sixStep,
    number: '1506020012026-000007',
    receipt: 'R-1',
  },
  ...{
    task: 'handle',
    step: 'handle',
    due: new Date('2026-03-02T09:30:00Z'),
    isInStead: false,
    link: 'https://m.example',
  },
  ...changes,
});

describe('a letter to staff', () => {
  it('names number, task, step, time and link in Chinese', () => {
    expect(write(about({}))).toEqual({
      subject: '黄牌：1506020012026-000007',
      text: [
        '事项 1506020012026-000007 的“办理”到期未办结，已亮黄牌。',
        '',
        '事项编号：1506020012026-000007',
        '环节：及时办理',
        '办理期限：2026年3月2日 17:30',
        '查看：https://m.example',
        '',
        '本邮件由民情系统自动发出，请勿回复。',
        '',
      ].join('\n'),
    });
  });

  it('and in English', () => {
    expect(write(about({ language: 'en', replyDue: new Date('2026-03-05T09:30:00Z') }))).toEqual({
      subject: 'Yellow card: 1506020012026-000007',
      text: [
        'The task “Handle” of matter 1506020012026-000007 was not done when it fell due: a yellow card is set.',
        '',
        'Matter number: 1506020012026-000007',
        'Step: Handle',
        'Due: 2 March 2026 at 17:30',
        'Reply due: 5 March 2026 at 17:30',
        'See: https://m.example',
        '',
        'Sent by Minqing by itself; please do not reply.',
        '',
      ].join('\n'),
    });
  });

  it.each([
    ['the receipt where there is no number yet', { number: null }, '事项 R-1 的“办理”'],
    ['the whole matter where its own clock struck', { task: undefined }, '的“整个事项”到期'],
    ['a task that only its process knows', { task: 'vote', definition: undefined }, '的“vote”到期'],
    ['that it comes to B in A’s stead', { isInStead: true }, '您正在代岗（AB岗）'],
    ['something of any process, for a name without a letter', { template: 'anythingNew' }, '有新的通知'],
  ])('says %s', (_what, changes, words) => {
    expect(write(about(changes)).text).toContain(words);
  });
});

describe('a letter to a reporter', () => {
  it.each(['told.result', 'told.anythingNew'])('has no step, time or task in it (%s)', (template) => {
    const { subject, text } = write(about({ template, isInStead: true, replyDue: new Date() }));
    for (const word of ['办理期限', '回复期限', '环节', '代岗', '17:30'])
      expect(subject + text).not.toContain(word);
    expect(text).toContain('回执编号：R-1');
  });
});

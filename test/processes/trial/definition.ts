import { z } from 'zod';
import { act } from '../../../workflows/process/definition.ts';
import type { Act, ProcessDefinition } from '../../../workflows/process/definition.ts';
import { entrance } from '../../../workflows/process/entrance.ts';
import { nothing, t } from '../../../workflows/process/field.ts';
import { factsOf } from '../../../workflows/process/event.ts';
import { begun } from '../../../workflows/process/follow.ts';
import { itemsOf, nextId } from '../../../workflows/process/state.ts';
import { NotYours } from '../../../workflows/rules/violation.ts';
import { Call, Lending, SignUp, Striking, Today, TrialNumbers } from './contract.ts';
import { communityOf, mustBeCommunity, openTree } from './rules.ts';
import { tasks } from './tasks.ts';

/** What the process and its things note. */
const Noted = z.looseObject({
  title: z.string().default(''),
  words: z.string().default(''),
  unit: z.string().default(''),
  person: z.string().nullable().default(null),
  replyDueAt: z.string().default(''),
});

const callTrial = entrance({
  name: 'callTrial',
  title: t('发起种树', 'Call for planting'),
  input: Call,
  may({ role }) {
    if (role !== 'community') throw new NotYours('notPerformer');
  },
  begin: (_actor, { place, words }) => ({ place, facts: { words, title: '春天' } }),
});

const plantToday = entrance({
  name: 'plantToday',
  title: t('今天种树', 'Plant today'),
  input: Today,
  may({ role }) {
    if (!['community', 'resident'].includes(role)) throw new NotYours('notPerformer');
  },
  begin: (_actor, { place }, { now }) => {
    const day = now.toISOString().slice(0, 10);
    return { place, facts: { title: day }, once: { at: new Date(day), names: ['trial', place] } };
  },
});

const signUp: Act = act({
  name: 'signUp',
  title: t('报名', 'Sign up'),
  on: 'process',
  input: SignUp,
  may(_scene, { role }) {
    if (role !== 'resident') throw new NotYours('residentsOnly');
  },
  decide({ state }, { actor, input }) {
    const facts = factsOf({ ...input, person: actor.person ?? undefined });
    return [{ type: 'itemAdded', item: nextId('i', state.items), kind: 'tree', facts }];
  },
});

const strikeTree: Act = act({
  name: 'strikeTree',
  title: t('划去', 'Strike off'),
  on: 'item',
  input: Striking,
  may(scene, actor, target) {
    openTree(target);
    mustBeCommunity(scene, actor);
  },
  decide: (_scene, { input, target }) => [
    { type: 'itemClosed', item: openTree(target).id, ending: 'struck', words: input.grounds },
  ],
});

const askTools: Act = act({
  name: 'askTools',
  title: t('借工具', 'Ask for tools'),
  on: 'process',
  input: Lending,
  may: (scene, actor) => mustBeCommunity(scene, actor),
  decide({ state, now }, { input }) {
    const facts = { unit: input.unit, replyDueAt: now.toISOString() };
    return [{ type: 'itemAdded', item: nextId('i', state.items), kind: 'letter', facts, series: 'letter' }];
  },
});

/** A tree that is ill becomes a matter of its own. */
const reportTree: Act = act({
  name: 'reportTree',
  title: t('转为事项', 'Make a matter of it'),
  on: 'item',
  input: nothing,
  may(scene, actor, target) {
    openTree(target);
    mustBeCommunity(scene, actor);
  },
  decide(scene, { target }) {
    const { id, facts } = openTree(target);
    const { words = '' } = facts;
    const report = { kind: 'housing.lift', words, way: 'station', channel: 'station', answerBy: 'system' };
    return [begun(scene, 'six-step', { place: scene.state.place, facts: report, item: id })];
  },
});

export const trial: ProcessDefinition = {
  name: 'trial',
  title: t('义务植树', 'Planting trees'),
  source: 'our tests',
  isPublic: true,
  numbers: TrialNumbers,
  series: 'TR',
  label: (facts) => t(`${Noted.parse(facts).title}植树`, `Planting, ${Noted.parse(facts).title}`),
  entrances: [callTrial, plantToday],
  rhythm: { level: 'community', every: () => 'quarter', facts: (period) => ({ title: period }) },
  items: { tree: t('树', 'Tree'), letter: t('借条', 'Letter for tools') },
  steps: [
    { name: 'call', title: t('1 发起', '1 Call') },
    { name: 'thank', title: t('2 感谢', '2 Thank') },
  ],
  paths: [
    ['call', 'thank', t('种完', 'planted')],
    ['thank', 'end', t('都说了', 'all told')],
  ],
  tasks,
  acts: [signUp, strikeTree, askTools, reportTree],
  choices: {
    trees: (state) =>
      itemsOf(state, 'tree').map(({ id, facts }) => ({
        value: id,
        title: t(`树 ${Noted.parse(facts).words}`, `Tree ${Noted.parse(facts).words}`),
      })),
  },
  lists: {
    trees: {
      title: t('植树清单', 'List of trees'),
      columns: [
        { key: 'tree', title: t('树', 'Tree'), of: 'words' },
        { key: 'who', title: t('谁', 'Who'), of: 'person' },
        { key: 'where', title: t('哪里', 'Where'), of: 'place' },
        { key: 'day', title: t('登记日', 'Signed up on'), of: 'time' },
        { key: 'state', title: t('状态', 'State') },
      ],
      rows: (state) =>
        itemsOf(state, 'tree').map(({ facts, openedAt, closedAt }) => ({
          tree: Noted.parse(facts).words,
          who: Noted.parse(facts).person,
          where: state.place,
          day: openedAt,
          state: closedAt === undefined ? t('待种', 'to be planted') : t('划去', 'struck off'),
        })),
    },
  },
  letterOf: (state, { kind, facts }) =>
    kind === 'letter'
      ? {
          office: state.place,
          subject: t('借用工具', 'Tools'),
          receivers: [Noted.parse(facts).unit],
          grounds: [t('居民要种树。', 'Neighbours plant trees.'), Noted.parse(state.facts).words],
          demands: [t('请借给铁锹。', 'Please lend spades.')],
          replyDueAt: Noted.parse(facts).replyDueAt,
        }
      : undefined,
  decider: ({ state }) => communityOf(state),
  tell: () => [],
};

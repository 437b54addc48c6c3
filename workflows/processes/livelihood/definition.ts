// An entry of the livelihood ledger as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import { covers } from '../../process/actor.ts';
import type { Actor } from '../../process/actor.ts';
import type { ProcessDefinition, Scene, TaskKind } from '../../process/definition.ts';
import { entrance } from '../../process/entrance.ts';
import { factsOf } from '../../process/event.ts';
import { nothing, t } from '../../process/field.ts';
import { BadInput, NotYours } from '../../rules/violation.ts';
import * as form from './contract.ts';
import { projects } from './projects.ts';
import * as rules from './rules.ts';

const ladder = (scene: Scene): string => rules.entryNumbers(scene).ladder;

const tasks: Readonly<Record<string, TaskKind>> = {
  record: {
    step: 'record',
    title: t('动态记账', 'Record progress'),
    ask: t('按期记录进展、支出和现场照片。', 'Record progress, money spent and photos.'),
    term: (scene) => rules.entryNumbers(scene).progress,
    ladder,
    completions: [
      {
        ...{ name: 'recordProgress', title: t('记账', 'Record'), form: form.Progress },
        also: (scene, { input }) => rules.recorded(scene, form.Progress.parse(input)),
      },
    ],
  },
  deliver: {
    step: 'record',
    title: t('年内办结', 'Get it done within the year'),
    ask: t('办结后附佐证申请销账。', 'When it is done, attach proof and ask to strike it off.'),
    term: rules.untilYearEnd,
    ladder,
    completions: [
      {
        ...{ name: 'askStrikeOff', title: t('申请销账', 'Ask to strike off'), form: form.Result },
        also(_scene, { input }) {
          if (form.Result.parse(input).proof.length === 0) throw new BadInput('proofNeeded');
          return [];
        },
      },
    ],
  },
  check: {
    step: 'strikeOff',
    title: t('销账核验', 'Check before striking off'),
    ask: t('对照入账内容核验：销账，或退回。', 'Check it against the entry: strike it off, or send it back.'),
    term: (scene) => rules.entryNumbers(scene).check,
    ladder,
    completions: [
      { name: 'strikeOff', title: t('销账', 'Strike off'), form: nothing },
      { name: 'refuseStrikeOff', title: t('退回', 'Send back'), form: form.Reason },
    ],
  },
  publish: {
    step: 'publish',
    title: t('公示', 'Publish'),
    ask: t('公示办结情况和支出。', 'Publish what was done, and what it cost.'),
    term: (scene) => rules.entryNumbers(scene).publish,
    ladder,
    completions: [{ name: 'publishEntry', title: t('公示', 'Publish'), form: form.Notice }],
  },
};

function mustKeepLedger({ role, callBack }: Actor): void {
  if (role !== 'subdistrict' && (role !== 'supervisor' || callBack)) throw new NotYours('notLedgerKeeper');
}

const enterLivelihood = entrance({
  name: 'enterLivelihood',
  title: t('民生实事入账', 'Enter a matter of the year'),
  input: form.NewEntry,
  may: mustKeepLedger,
  begin(actor, { place, ...facts }, { now, time }) {
    if (!covers(actor.place, place)) throw new BadInput('placeNotYours');
    if (facts.year < rules.yearOf(now, time)) throw new BadInput('yearPast', { year: facts.year });
    return { place, facts: factsOf(facts) };
  },
});

export const livelihood: ProcessDefinition = {
  name: 'livelihood',
  title: t('民生实事账本', 'Livelihood ledger'),
  source: '[002]',
  isPublic: true,
  label: (facts) => {
    const { year } = form.EntryFacts.parse(facts);
    return t(`${year}年民生实事`, `livelihood matter of ${year}`);
  },
  about: ({ words }) => words,
  numbers: form.LivelihoodNumbers,
  entrances: [enterLivelihood],
  series: 'MS',
  steps: [
    { name: 'enter', title: t('问题入账', 'Entered') },
    { name: 'record', title: t('动态记账', 'Progress recorded') },
    { name: 'strikeOff', title: t('核验销账', 'Checked, struck off') },
    { name: 'publish', title: t('公示', 'Published') },
  ],
  paths: [
    ['enter', 'record', t('入账', 'entered')],
    ['record', 'strikeOff', t('申请销账', 'asked for')],
    ['strikeOff', 'record', t('退回', 'sent back')],
    ['strikeOff', 'publish', t('销账', 'struck off')],
    ['publish', 'end', t('已公示', 'published')],
  ],
  tasks,
  acts: [],
  items: { record: t('记账', 'Record'), task: t('认领任务', 'Claimed task') },
  projects,
  heard: rules.heardOf,
  decider: ({ state }) => rules.keeperOf(state),
  tell: () => [],
};

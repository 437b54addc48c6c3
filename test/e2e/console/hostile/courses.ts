import type { Action } from '../../blackbox/client.ts';
import type { Deed } from './clerks.ts';

const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const date = (n: number) => day(n).slice(0, 10);

type Choice = { const: string };

/** Ids are in the order in which things began. */
const intoEarliest = ({ input }: Action) => ({
  into: input['properties'].into.oneOf.map((one: Choice) => one.const).sort()[0],
});

/** Whatever else is on the list. */
const intoAnother = ({ input, item }: Action) => ({
  into: input['properties'].into.oneOf.find((one: Choice) => item?.endsWith(`.${one.const}`) !== true).const,
});

const good = { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' };
const bad = { contacted: 'yes', solved: 'no', satisfaction: 'dissatisfied' };

/** What is asked for and granted, and asked for and refused: the same wherever work is dispatched. */
const askedFor = (to: string, length = '1wd'): Deed[] => [
  'askReturn',
  'refuseReturn',
  ['askExtension', { length }],
  'grantExtension',
  ['askSuspension', { reviewOn: date(2) }],
  'refuseSuspension',
  ['askSuspension', { reviewOn: date(2) }],
  'grantSuspension',
  ['keepSuspended', { reviewOn: date(3) }],
  'resumeHandling',
  ['askReassignment', { unit: to }],
  'refuseReassignment',
];

const moved = (to: string, length = '1wd'): Deed[] => [
  ['askExtension', { length }],
  'refuseExtension',
  ['askReassignment', { unit: to }],
  'grantReassignment',
];

type Units = Readonly<Record<'housing' | 'transport' | 'water', string>>;

/** Matters, each with what becomes of it; what its reporter wants is told first. */
export const matters = ({ housing, transport, water }: Units): readonly Deed[][] => [
  ['comment', 'correctFacts'],
  [
    ['acceptMatter', { lead: housing, helpers: [transport] }],
    ...['registerMatter', 'urgeTask', 'assignTask', 'submitPart'],
    ...askedFor(transport),
    ['blowWhistle', { units: [water] }],
    ...['submitResult', 'sendBack', 'submitResult', 'acceptResult', 'confirmTold'],
    ['rateResult', bad],
    ...['submitPart', 'submitResult', 'acceptResult', 'confirmTold'],
    ['rateResult', bad],
    ['orderAgain', { lead: housing, helpers: [] }],
    ...['submitResult', 'acceptResult', 'confirmTold'],
    ['rateResult', bad],
    ...['closeWithReasons', 'appealScore', 'rejectAppeal', 'appealScore', 'upholdAppeal'],
    ...['askExclusion', 'refuseExclusion', 'askExclusion', 'grantExclusion'],
  ],
  [
    ['acceptMatter', { lead: housing, helpers: [transport] }],
    ...['registerMatter', 'excuseTask', ...moved(transport), 'askReturn', 'grantReturn'],
    ['dispatchMatter', { lead: housing, helpers: [] }],
    ...['askReturn', 'grantReturn'],
    ['concludeConference', { lead: housing, helpers: [] }],
    ...['submitResult', 'acceptResult', 'reportUnreachable'],
    ['rateResult', good],
  ],
  ['moveMatterUp', 'refuseMatter'],
  [['mergeMatter', intoEarliest]],
  ['withdrawMatter'],
  ['cancelProcess'],
];

/** What is asked for, whoever has the work. */
const work = (unit: string, to: string): Deed[] => [['assignProblem', { unit }], ...askedFor(to, '1d')];

/** Everything else that is begun at the desk: by which entrance, with what, and what becomes of it. */
export const others = ({ housing, transport }: Units): readonly (readonly Deed[])[] => [
  [
    'raiseCommonProblem',
    ...['addPlace', 'confirmCommon'],
    ...work(housing, transport),
    ...['noteProgress', 'superviseProblem', ...moved(transport, '1d')],
    ...['submitSolution', 'submitMeasure', 'sendBack', 'submitMeasure', 'acceptMeasure', 'reportRecurrence'],
    ...['askReturn', 'grantReturn'],
  ],
  ['raiseCommonProblem', 'refuseCommon'],
  ['raiseCommonProblem', ['mergeProblem', intoEarliest]],
  [
    ['enterLivelihood', { unit: housing, year: new Date().getFullYear() + 1 }],
    ['recordProgress', { day: date(0) }],
    ...['askStrikeOff', 'refuseStrikeOff', 'askStrikeOff', 'strikeOff', 'publishEntry'],
  ],
  [
    ['openSupervision', { unit: housing }],
    ...([['assignItem', { class: 'major' }], 'comment', 'issueLetter', 'deliverLetter'] satisfies Deed[]),
    ...['replyLetter', 'acceptReply', 'issueLetter', 'replyLetter', 'rejectReply'],
    ...(['recordNoShow', 'holdTalk', 'reportProgress', ['filePlan', { until: date(40) }]] satisfies Deed[]),
    ...['submitSettlement', 'rejectSettlement', 'submitSettlement', 'strikeOff'],
  ],
  [
    ['orderSupervision', { unit: housing }],
    ['assignItem', { class: 'ordinary' }],
    'issueLetter',
    'liftLetter',
  ],
  [
    ['blowWhistle', { units: [housing, transport] }],
    'approveWhistle',
    ['answerWhistle', {}, 'housing'],
    ['reportArrival', {}, 'housing'],
    ...['excuseUnit', 'recordAbsence'],
    ['recordArrival', () => ({ at: day(0) })],
    ...['recordDeed', 'finishJointWork', 'leaveSite', 'markDepartment'],
  ],
  [['blowWhistle', { units: [housing] }], 'withdrawWhistle'],
  [['blowWhistle', { units: [transport] }], 'refuseWhistle'],
];

const first = (n: number) => (action: Action) => ({ needs: choices(action, 'needs').slice(0, n) });

const choices = ({ input }: Action, field: string): string[] =>
  input['properties'][field].items.oneOf.map((one: Choice) => one.const);

const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);

const HOLDERS = ['housing', 'transport', 'water'] as const;
const byEach = (name: string): Deed[] => HOLDERS.map((by) => [name, {}, by]);

/** A quarter until its tasks are in hand: what is claimed by each of three units, and what the meeting makes of the rest. */
export const quarter = ({ housing, water }: Units): readonly Deed[] => [
  ...times<Deed>(8, ['addNeed', { kind: 'housing.lift' }, 'near']),
  ...['refuseNeed', 'submitDemandList', 'reportNoNeeds'],
  ...([['mergeNeeds', first(2)], ['listNeeds', first(5)], 'publishProblems'] satisfies Deed[]),
  ...byEach('claimProblem'),
  ...byEach('confirmClaims'),
  ...(['deferProblem', 'refuseProblem', ['assignProblem', { unit: water }]] satisfies Deed[]),
  ['concludeMeeting', { heldOn: date(0), attendance: [housing, water] }],
  ...byEach('nameResponsible'),
  ['nameResponsible', {}, 'water', 1],
  ...byEach('submitServiceList'),
];

/** One of its tasks, and then the others. */
export const claimed: readonly Deed[] = [
  'reportProgress',
  'submitDone',
  'sendTaskBack',
  'submitDone',
  'confirmDone',
];
export const alsoClaimed: readonly Deed[] = ['submitDone', 'confirmDone'];

/** Of what was said four times by those who came and twice by those who had booked, one is merged and one split in three. */
const GRADES = ['common', ...times(6, 'spot')];

/** A day at the station. */
export const visit = (community: string): readonly Deed[] => [
  ['substituteReceiver', { receiver: community }],
  ['rescheduleVisit', { startsAt: day(4) }],
  ...times<Deed>(3, ['bookVisit', {}, 'resident']),
  ['withdrawBooking', {}, 'resident'],
  ...['beginReception', 'signIn'],
  ...times<Deed>(4, ['registerItem', { kind: 'housing.lift' }]),
  ...times<Deed>(2, ['hearBooking', { kind: 'housing.lift' }]),
  ...['superviseItem', 'concludeSession'],
  ['mergeItem', intoAnother],
  'splitItem',
  ...GRADES.map((grade, nth): Deed => ['classifyItem', { grade }, undefined, nth]),
  ...['concludeCollation', ...times(6, 'submitSettlement')],
];

/** What was no common problem after all; then what those hear who call back, as long as somebody is to be called. */
export const regraded: readonly Deed[] = [
  ...([['regradeItem', { grade: 'spot' }], 'submitSettlement'] satisfies Deed[]),
  ...['reportUnreachable', ...times(4, 'confirmTold'), 'rateResult', 'recordCallBack', 'reportNoAnswer'],
];
export const rest = ['confirmTold', 'acknowledgeResult', 'rateResult', 'recordCallBack'];

/** Where nobody rates in time, and nobody analyses in time: who calls back, what he hears, and a card that was wrong. */
const told: Deed[] = ['registerMatter', 'submitResult', 'acceptResult', 'confirmTold'];
export const late = ({ housing }: Units): readonly (readonly Deed[])[] => [
  ['liftCard', ['acceptMatter', { lead: housing, helpers: [] }], ...told, ['recordCallBack', good]],
  [['acceptMatter', { lead: housing, helpers: [] }], ...told, 'reportNoAnswer'],
];

import type { Client } from './client.ts';
import { openWholeHouse } from './house.ts';
import type { WholeHouse } from './house.ts';
import { walk } from './walk.ts';
import type { Step } from './walk.ts';

const STAFF = [
  'community',
  'community.head',
  'subdistrict',
  'housing',
  'transport',
  'supervisor',
  'supervisor.head',
  'callback',
];

const opened: Step[] = ['acceptMatter', 'registerMatter'];
const handled: Step[] = ['submitResult', 'acceptResult'];
const good = { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' };
const bad = { contacted: 'yes', solved: 'no', satisfaction: 'dissatisfied' };
const rated: Step[] = [['rateResult', good], 'acceptScore'];

type Told = { kind: { title: string }; place: { title: string } };

/** Everybody is asked before each step, on a machine that may be busy. */
const PATIENCE = 120_000;

describe('a client that only follows actions', () => {
  let house: WholeHouse;
  let staff: Client[];

  beforeAll(async () => {
    house = await openWholeHouse();
    staff = await Promise.all(STAFF.map((account) => house.signIn(account)));
  });
  afterAll(() => house.close());

  /** Reports by the list's own action, as a resident without an account; answers with the reporter at the end. */
  async function report(values: object = {}): Promise<{ id: string; everybody: Client[] }> {
    const [create] = await house.anonymous.actions('/api/v1/matters');
    if (create === undefined) throw new Error('nobody may report');
    const { id, receipt, code } = await house.anonymous.follow(create, {
      words: '楼道灯坏了，晚上看不见。',
      place: '150602001001001',
      ...values,
    });
    const reporter = await house.anonymous.showReceipt(receipt, code);
    return { id, everybody: [...staff, reporter] };
  }

  /** Dispatched to a department, not to the first unit of the list, which is the dispatcher's own. */
  const led = (step: Step): Step =>
    step === 'acceptMatter' ? [step, { lead: house.town.unit('housing') }] : step;

  const auditor = () => house.signIn('auditor');

  const branches: [string, Step[], string][] = [
    ['the straight way', [...opened, 'claimTask', ...handled, ...rated], 'closed'],
    ['given to a clerk by the head', ['assignTask', ...opened, ...handled, ...rated], 'closed'],
    ['moved up a tier', ['moveMatterUp', ...opened, ...handled, ...rated], 'closed'],
    ['not accepted', ['refuseMatter'], 'notAccepted'],
    [
      'returned and dispatched again',
      [...opened, 'askReturn', 'grantReturn', 'dispatchMatter', ...handled, ...rated],
      'closed',
    ],
    ['a return refused', [...opened, 'askReturn', 'refuseReturn', ...handled, ...rated], 'closed'],
    [
      'returned twice: conference and binding dispatch',
      [
        ...opened,
        'askReturn',
        'grantReturn',
        'dispatchMatter',
        'askReturn',
        'grantReturn',
        'concludeConference',
        ...handled,
        ...rated,
      ],
      'closed',
    ],
    ['reassigned', [...opened, 'askReassignment', 'grantReassignment', ...handled, ...rated], 'closed'],
    [
      'extended',
      [...opened, ['askExtension', { length: '1wd' }], 'grantExtension', ...handled, ...rated],
      'closed',
    ],
    [
      'suspended and resumed',
      [...opened, 'askSuspension', 'grantSuspension', 'resumeHandling', ...handled, ...rated],
      'closed',
    ],
    [
      'suspended, kept, taken up by the unit',
      [...opened, 'askSuspension', 'grantSuspension', 'keepSuspended', 'resumeTask', ...handled, ...rated],
      'closed',
    ],
    ['sent back by the checker', [...opened, 'submitResult', 'sendBack', ...handled, ...rated], 'closed'],
    ['urged and commented', [...opened, 'urgeTask', 'comment', ...handled, ...rated], 'closed'],
    [
      'not solved: handled again',
      [...opened, ...handled, ['rateResult', bad], ...handled, ...rated],
      'closed',
    ],
    [
      'not solved three times: the superior closes with reasons',
      [
        ...opened,
        ...handled,
        ['rateResult', bad],
        ...handled,
        ['rateResult', bad],
        ...handled,
        ['rateResult', bad],
        'closeWithReasons',
        'acceptScore',
      ],
      'closed',
    ],
    [
      'an appeal upheld',
      [
        ...opened,
        'askReturn',
        'refuseReturn',
        ...handled,
        ['rateResult', good],
        'appealScore',
        'upholdAppeal',
        'acceptScore',
      ],
      'closed',
    ],
    [
      'excluded from assessment',
      [...opened, ...handled, ['rateResult', good], 'askExclusion', 'grantExclusion', 'acceptScore'],
      'closed',
    ],
    ['withdrawn by the resident', [...opened, 'withdrawMatter'], 'withdrawn'],
    ['cancelled by a supervisor', [...opened, 'cancelProcess'], 'cancelled'],
    ['corrected', ['correctFacts', ...opened, ...handled, ...rated], 'closed'],
  ];

  it.each(branches)(
    '%s',
    async (_name, steps, ending) => {
      const { id, everybody } = await report();
      await walk(everybody, id, steps.map(led));
      const seen = await (await auditor()).get(`/api/v1/matters/${id}`);
      expect(seen['ending']).toBe(ending);
      expect(seen['actions']).toEqual([]);
      const history = await (await auditor()).get(`/api/v1/matters/${id}/history`);
      expect(history['items'].at(-1)).toBeDefined();
    },
    PATIENCE,
  );

  it(
    'an urging reaches whoever has the work, with its words, and says what it is about',
    async () => {
      const { id, everybody } = await report();
      await walk(everybody, id, [...opened.map(led), ['urgeTask', { words: '请今天到现场看看。' }]]);
      const { items } = await (await house.signIn('housing')).get('/api/v1/notices');
      const urged = items.find(
        (one: { matter: string; template: string }) => one.matter === id && one.template === 'urged',
      );
      expect(urged?.facts.words).toBe('请今天到现场看看。');
      const { kind, place } = (await (await house.signIn('housing')).get(`/api/v1/matters/${id}`)) as Told;
      expect(urged?.about).toEqual({ title: kind.title, place: place.title });
    },
    PATIENCE,
  );

  it(
    'told by phone: the community confirms it',
    async () => {
      const { id, everybody } = await report({
        answerBy: 'phone',
        contact: { name: '李某', phone: '13900000001' },
      });
      await walk(everybody, id, [...opened.map(led), ...handled, 'confirmTold', ...rated]);
      expect((await (await auditor()).get(`/api/v1/matters/${id}`))['ending']).toBe('closed');
    },
    PATIENCE,
  );

  it(
    'with a co-handler: the lead waits for the part of the other unit',
    async () => {
      const { id, everybody } = await report();
      const helpers = [house.town.unit('transport')];
      const lead = house.town.unit('housing');
      await walk(everybody, id, [
        ['acceptMatter', { lead, helpers }],
        'registerMatter',
        'submitPart',
        ...handled,
        ...rated,
      ]);
      expect((await (await auditor()).get(`/api/v1/matters/${id}`))['ending']).toBe('closed');
    },
    PATIENCE,
  );

  it(
    'merged: the later reporter follows the earlier matter, is told and rates',
    async () => {
      const first = await report();
      const second = await report();
      await walk(second.everybody, second.id, [['mergeMatter', { into: first.id }]]);
      await walk(first.everybody, first.id, [...opened.map(led), ...handled]);
      await walk(first.everybody.slice(-1), first.id, [['rateResult', good]]);
      await walk(second.everybody.slice(-1), second.id, [['rateResult', good]]);
      await walk(first.everybody, first.id, ['acceptScore']);
      expect((await (await auditor()).get(`/api/v1/matters/${first.id}`))['ending']).toBe('closed');
      expect((await (await auditor()).get(`/api/v1/matters/${second.id}`))['ending']).toBe('merged');
    },
    PATIENCE,
  );
});

import pino from 'pino';
import { openPost } from '../../apps/worker/notices/mail.ts';
import type { Post } from '../../apps/worker/notices/mail.ts';
import { PAUSES } from '../../apps/worker/notices/outcome.ts';
import { telling } from '../../apps/worker/notices/telling.ts';
import { Lane } from '../../apps/worker/outbox/lane.ts';
import { newId } from '../../prisma/id.ts';
import { taskOpened } from '../../workflows/process/task.ts';
import { beginCourse, rung } from './journal.ts';
import { openPostOffice } from './post-office.ts';
import type { PostOffice } from './post-office.ts';
import { openTown } from './town.ts';
import type { Town } from './town.ts';

const log = pino({ level: 'silent' });
const publicUrl = 'https://minqing.example';
let town: Town;
let office: PostOffice;
let post: Post;

beforeAll(async () => {
  [town, office] = await Promise.all([openTown(), openPostOffice()]);
  post = openPost({ url: office.url, from: '民情 <minqing@town.example>' });
});
afterAll(async () => {
  post.close();
  await office.close();
  await town.close();
});
beforeEach(() => {
  office.arrived.length = 0;
  office.answers.clear();
});

const laneWith = (given?: Post) =>
  new Lane(town.db, telling({ db: town.db, post: given, publicUrl, log }), log);
const tell = () => laneWith(post).workOff();

type Row = {
  id: string;
  channel: string;
  attempts: number;
  delivered_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
};

async function noticesOf(process: string, channel: string): Promise<Row[]> {
  const { rows } = await town.db.pool.query<Row>(
    'select * from notice where process_id = $1 and channel = $2 order by id',
    [process, channel],
  );
  return rows;
}

async function errandsOf(process: string, lane: string) {
  const { rows } = await town.db.pool.query(
    'select * from outbox where process_id = $1 and lane = $2 order by created_at, id',
    [process, lane],
  );
  return rows;
}

/** The next attempt is due now, whatever the pause would have been. */
const hurry = (process: string) =>
  town.db.pool.query(
    `update outbox set due_at = now()
     where process_id = $1 and lane = 'notice' and done_at is null`,
    [process],
  );

describe('a reminder by mail', () => {
  it('reaches the holder in Chinese, with number, step, time and link', async () => {
    const { id, receipt } = await town.takeIn();
    const course = await beginCourse(town, id);
    await course.record(rung());
    await tell();
    const [mail] = office.arrived;
    expect(office.arrived).toHaveLength(1);
    expect(mail).toMatchObject({ to: 'clerk@town.example', subject: `催办提醒：${receipt}` });
    expect(mail?.text).toContain(`事项 ${receipt} 的“分析研判”即将到期`);
    expect(mail?.text).toContain('环节：分析民情');
    expect(mail?.text).toMatch(/办理期限：\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/);
    expect(mail?.text).toContain(`查看：https://minqing.example/matters/${id}`);
    expect(await noticesOf(id, 'email')).toEqual([
      expect.objectContaining({
        attempts: 1,
        delivered_at: expect.any(Date),
        failed_at: null,
        failure: null,
      }),
    ]);
  });

  it('speaks English to who reads English, with the ledger number once there is one', async () => {
    const { id } = await town.takeIn();
    const course = await beginCourse(town, id);
    const { scene } = course.journal;
    await course.record({ type: 'noted', what: 'registered', facts: {} });
    await course.record(taskOpened(scene(new Date()), 'handle', { unit: town.ids.office }));
    await course.record(
      rung({
        clock: 'c2',
        task: 't2',
        does: 'letter',
        card: 'k1',
        to: ['holder'],
        replyDueAt: '2026-03-02T09:30:00.000Z',
      }),
    );
    await tell();
    const { rows } = await town.db.pool.query('select number from matter where id = $1', [id]);
    expect(office.arrived).toHaveLength(1);
    expect(office.arrived[0]).toMatchObject({
      to: 'doer@town.example',
      subject: `Letter of supervision: ${rows[0].number}`,
    });
    expect(office.arrived[0]?.text).toContain(`Matter number: ${rows[0].number}`);
    expect(office.arrived[0]?.text).toContain('Reply due: 2 March 2026');
    expect(office.arrived[0]?.text).toContain('17:30');
  });

  it('is not sent any more when the task was done meanwhile', async () => {
    const { id } = await town.takeIn();
    const course = await beginCourse(town, id);
    await course.record(rung(), { type: 'taskEnded', task: 't1', how: 'cancelled' });
    await tell();
    expect(office.arrived).toEqual([]);
    expect(await noticesOf(id, 'email')).toMatchObject([
      { failure: 'overtaken', failed_at: expect.any(Date) },
    ]);
  });

  it('waits for the end of quiet hours', async () => {
    const { id } = await town.takeIn();
    const course = await beginCourse(town, id);
    const noticeAt = new Date(Date.now() + 8 * 3_600_000).toISOString();
    await course.record(rung({ does: 'yellow', card: 'k1', noticeAt }));
    await tell();
    expect(office.arrived).toEqual([]);
    expect(await errandsOf(id, 'notice')).toMatchObject([
      { due_at: new Date(noticeAt), done_at: null, attempts: 0 },
    ]);
    await hurry(id);
    await tell();
    expect(office.arrived.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^黄牌：/)]);
  });
});

describe('what a reporter is told by mail', () => {
  const byMail = async (contact: string, reporterId?: string) => {
    const taken = await town.takeIn({ answerBy: 'email', contact, reporterId });
    const course = await beginCourse(town, taken.id);
    return { ...taken, course };
  };

  it('is number, what happened, receipt and link, and nothing else', async () => {
    const { id, receipt, course } = await byMail('张三 13900000000 zhangsan@post.example');
    await course.record(
      { type: 'noted', what: 'registered', facts: { lead: town.ids.office } },
      { type: 'told', matter: id, what: 'extended', facts: { length: '3wd' } },
    );
    await tell();
    const { rows } = await town.db.pool.query('select number from matter where id = $1', [id]);
    expect(office.arrived).toHaveLength(1);
    expect(office.arrived[0]).toMatchObject({
      to: 'zhangsan@post.example',
      subject: '您反映的事项已延期',
      text: [
        '您反映的事项经批准延期办理，仍在办理中。',
        '',
        `事项编号：${rows[0].number}`,
        `回执编号：${receipt}`,
        '查看：https://minqing.example/track',
        '',
        '本邮件由民情系统自动发出，请勿回复。查询时请使用提交时得到的回执编号和查询码。',
        '',
      ].join('\n'),
    });
    expect(office.arrived[0]?.raw).not.toContain(id);
  });

  it('goes to the account where the matter leaves no address, in the language of the account', async () => {
    const { id, course } = await byMail('{"phone":"139"}', town.ids.resident);
    await course.record({ type: 'told', matter: id, what: 'result', facts: {} });
    await tell();
    expect(office.arrived[0]).toMatchObject({ to: 'resident@town.example', subject: 'There is a result' });
    expect(office.arrived[0]?.text).toContain(`See: https://minqing.example/mine/${id}`);
  });

  it('takes the address that was left, also out of JSON', async () => {
    const { id, course } = await byMail('{"name":"李四","email":"li.si@post.example.cn"}', town.ids.resident);
    await course.record({ type: 'told', matter: id, what: 'result', facts: {} });
    await tell();
    expect(office.arrived[0]?.to).toBe('li.si@post.example.cn');
  });

  it.each([
    ['is refused for good', 550, 'mailRefused'],
    ['has no address', undefined, 'noAddress'],
  ])('comes back to the process when it %s, so that somebody calls', async (_what, answer, failure) => {
    const { id, course } = await byMail(answer === undefined ? '139 0000 0000' : 'gone@post.example');
    if (answer !== undefined) office.answers.set('gone@post.example', answer);
    await course.record({ type: 'told', matter: id, what: 'result', facts: {} });
    await tell();
    const [notice] = await noticesOf(id, 'email');
    expect(notice).toMatchObject({ attempts: 1, delivered_at: null, failed_at: expect.any(Date), failure });
    expect(await errandsOf(id, 'message')).toMatchObject([
      {
        id: `message:${notice?.id}`,
        payload: {
          to: id,
          act: 'reportUndelivered',
          input: { matter: id, what: 'result', channel: 'email' },
        },
      },
    ]);
  });

  it('keeps what a mail server says about the address out of the row', async () => {
    const { id, course } = await byMail('gone@post.example');
    office.answers.set('gone@post.example', 451);
    await course.record({ type: 'told', matter: id, what: 'result', facts: {} });
    await tell();
    expect(JSON.stringify([await noticesOf(id, 'email'), await errandsOf(id, 'notice')])).not.toContain(
      'gone@',
    );
  });
});

describe('a mail server that cannot take a mail now', () => {
  it('is asked again after growing pauses, and given up after the last', async () => {
    const { id } = await town.takeIn({ answerBy: 'email', contact: 'full@post.example' });
    const course = await beginCourse(town, id);
    office.answers.set('full@post.example', 452);
    await course.record({ type: 'told', matter: id, what: 'result', facts: {} });
    for (const [i, pause] of PAUSES.entries()) {
      const before = Date.now();
      await tell();
      const [errand] = await errandsOf(id, 'notice');
      expect(await noticesOf(id, 'email')).toMatchObject([
        { attempts: i + 1, failed_at: null, failure: 'mailUnavailable' },
      ]);
      expect(errand.due_at.getTime()).toBeGreaterThanOrEqual(before + (pause - 1) * 1_000);
      await hurry(id);
    }
    await tell();
    expect(await noticesOf(id, 'email')).toMatchObject([
      { attempts: PAUSES.length + 1, failed_at: expect.any(Date), failure: 'mailUnavailable' },
    ]);
    expect(await errandsOf(id, 'message')).toHaveLength(1);
    await hurry(id);
    await tell();
    expect(await noticesOf(id, 'email')).toMatchObject([{ attempts: PAUSES.length + 1 }]);
  });

  it('gets the mail when it can, and the row forgets the failure', async () => {
    const { id } = await town.takeIn({ answerBy: 'email', contact: 'slow@post.example' });
    const course = await beginCourse(town, id);
    office.answers.set('slow@post.example', 421);
    await course.record({ type: 'told', matter: id, what: 'result', facts: {} });
    await tell();
    office.answers.clear();
    await hurry(id);
    await tell();
    expect(office.arrived).toHaveLength(1);
    expect(await noticesOf(id, 'email')).toMatchObject([
      { attempts: 2, delivered_at: expect.any(Date), failed_at: null, failure: null },
    ]);
    expect(await errandsOf(id, 'message')).toEqual([]);
  });

  it('is one that is not there as well', async () => {
    const nobody = openPost({ url: 'smtp://127.0.0.1:1', from: 'minqing@town.example' });
    const { id } = await town.takeIn();
    const course = await beginCourse(town, id);
    await course.record(rung());
    await laneWith(nobody).workOff();
    nobody.close();
    expect(await noticesOf(id, 'email')).toMatchObject([
      { attempts: 1, failed_at: null, failure: 'mailUnavailable' },
    ]);
    await hurry(id);
    await tell();
    expect(office.arrived).toHaveLength(1);
  });
});

describe('without a mail server', () => {
  it('the notice by mail says so, and the one in the console stands', async () => {
    const { id } = await town.takeIn();
    const course = await beginCourse(town, id);
    await course.record(rung());
    await laneWith(undefined).workOff();
    expect(await noticesOf(id, 'email')).toMatchObject([
      { failed_at: expect.any(Date), failure: 'noMailServer' },
    ]);
    expect(await noticesOf(id, 'console')).toMatchObject([
      { delivered_at: expect.any(Date), failed_at: null },
    ]);
  });
});

describe('two workers', () => {
  it('send each mail once', async () => {
    const matters = await Promise.all(Array.from({ length: 12 }, () => town.takeIn()));
    for (const { id } of matters) {
      const course = await beginCourse(town, id);
      await course.record(rung({ does: 'yellow', card: 'k1', to: ['holder', 'supervisor'] }));
    }
    const lanes = [laneWith(post), laneWith(post), laneWith(post)];
    await Promise.all(lanes.map((lane) => lane.workOff()));
    expect(office.arrived).toHaveLength(24);
    expect(new Set(office.arrived.map(({ id }) => id)).size).toBe(24);
  });

  it('give the same mail the same id, so that a second one is recognised', async () => {
    const { id } = await town.takeIn();
    const course = await beginCourse(town, id);
    await course.record(rung());
    await tell();
    // The first worker fell between sending and noting it.
    await town.db.pool.query('update notice set delivered_at = null where process_id = $1 and channel = $2', [
      id,
      'email',
    ]);
    await town.db.pool.query(
      `update outbox set done_at = null, due_at = now() where process_id = $1 and lane = 'notice'`,
      [id],
    );
    await tell();
    expect(office.arrived).toHaveLength(2);
    expect(office.arrived[0]?.id).toMatch(/^<[0-9a-f]{32}@town\.example>$/);
    expect(office.arrived[1]?.id).toBe(office.arrived[0]?.id);
  });
});

it('an errand for a notice that nobody knows is put away', async () => {
  const id = newId();
  await town.db.pool.query(
    `insert into outbox (id, lane, process_id, payload) values ($1, 'notice', $2, '{"notice":"none"}')`,
    [`notice:${id}`, id],
  );
  await tell();
  expect(await errandsOf(id, 'notice')).toMatchObject([{ done_at: expect.any(Date), attempts: 1 }]);
});

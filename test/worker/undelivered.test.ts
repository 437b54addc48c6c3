import { openAsker, carry, cast, startCourse } from './course.ts';
import type { Asker } from './course.ts';
import { openPostOffice } from './post-office.ts';
import type { PostOffice } from './post-office.ts';
import { openingOf, openTown } from './town.ts';
import type { Town } from './town.ts';
import { eventually } from './eventually.ts';
import { startWorker } from './worker.ts';
import type { Running } from './worker.ts';

let town: Town;
let asker: Asker;
let office: PostOffice;
let worker: Running;

beforeAll(async () => {
  [town, asker, office] = await Promise.all([openTown(), openAsker(), openPostOffice()]);
  worker = await startWorker(town, { TEMPORAL_NAMESPACE: asker.namespace, MINQING_SMTP_URL: office.url });
});
afterAll(async () => {
  await worker.stop();
  await Promise.all([asker.close(), office.close()]);
  await town.close();
});

const messageTo = async (id: string) =>
  (await town.db.pool.query(`select payload from outbox where lane = 'message' and process_id = $1`, [id]))
    .rows[0]?.payload;

it('a result that the mail server refuses for good becomes a task to call the reporter', async () => {
  const { id } = await town.takeIn({ answerBy: 'email', contact: 'gone@post.example' });
  const opening = await openingOf(town, id);
  const reporters = [{ matter: id, answerBy: 'email' }];
  const course = await startCourse(asker, town, { ...opening, facts: { ...opening.facts, reporters } });
  await carry(course, town, id, 'acceptResult');
  await eventually(() => office.arrived.find(({ subject }) => subject === '您反映的事项已登记'));
  office.answers.set('gone@post.example', 550);
  await course.act('acceptResult', cast(town, id).clerk, 't4', {});
  const { act, input } = await eventually(() => messageTo(id));
  const { entries } = await course.act(act, cast(town, id).system, undefined, input);
  expect(entries.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ type: 'taskOpened', kind: 'tell', reporter: id }),
  );
});

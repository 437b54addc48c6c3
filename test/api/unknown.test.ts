import { ESTATE } from '../prisma/small-town.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import { visitor } from './visitor.ts';

let works: Works;

beforeAll(async () => {
  works = await openWorks();
});
afterAll(() => works.close());

describe('an act that nobody answers', () => {
  it('is unknown, with a place to ask, and stays written down to be done', async () => {
    const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: 'x' };
    const { id } = (await visitor(works.app).post('/api/v1/matters', report)).body;
    await works.begun(id);
    await works.rest();
    const clerk = await works.as('community');
    const { status, body } = await clerk.post(`/api/v1/tasks/${id}.t1/acts/claimTask`, {});
    expect([status, body.status, body.seq]).toEqual([202, 'unknown', null]);
    expect((await clerk.get(body.command)).body).toMatchObject({ name: 'claimTask', status: 'unknown' });
    const { rowCount } = await works.db.pool.query('select 1 from command_open');
    expect(rowCount).toBe(1);
  });

  it('about a matter that has not begun is refused for the moment', async () => {
    await works.rest();
    const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: 'x' };
    const { id } = (await visitor(works.app).post('/api/v1/matters', report)).body;
    const clerk = await works.as('community');
    const { status, body } = await clerk.post(`/api/v1/matters/${id}/acts/comment`, { words: 'x' });
    expect([status, body.type]).toEqual([409, '/problems/not-begun']);
  });
});

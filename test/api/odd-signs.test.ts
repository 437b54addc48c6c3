import { describeApi } from '../../apps/api/document.ts';
import { COMMUNITY } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import type { Json, Visitor } from './visitor.ts';

let house: House;
let reader: Visitor;

beforeAll(async () => {
  house = await openHouse();
  reader = await house.as('supervisor');
});
afterAll(() => house.close());

/** Encoded; the first is no sign at all. */
const ODD = `%ED%A0%80%E2%80%AE%E2%81%A6${encodeURIComponent(`';--%_\\[]={}`)}`;

type Question = { address: string; name: string; place: string };

/** Every question that the API answers, with one of its parameters. */
const questions = (document: Json): Question[] =>
  Object.entries<Json>(document.paths).flatMap(([address, { get }]) =>
    (get?.parameters ?? [])
      .filter((one: Json) => ['query', 'path'].includes(one.in) && address !== '/api/v1/events')
      .map((one: Json) => ({ address, name: one.name, place: one.in })),
  );

const SOME_ID = '0190a000-0000-7000-8000-000000000000';

/** The question with a text in its parameter, encoded; the other parameters of its path are an id. */
function asked({ address, name, place }: Question, text: string): string {
  const full = place === 'path' ? address.replace(`{${name}}`, text) : `${address}?${name}=${text}`;
  return full.replaceAll(/\{\w+\}/g, SOME_ID);
}

const all = () => questions(JSON.parse(JSON.stringify(describeApi(house.app))));

/** The questions that the house fails at, which nobody's input may bring about. */
async function failing(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const question of all()) {
    const { status } = await reader.get(asked(question, text));
    if (status >= 500) found.push(`${question.address} ${question.name}: ${status}`);
  }
  return found;
}

describe('signs that nobody types', () => {
  it.each([
    ['halves of signs, signs that turn the line round, signs of SQL and of patterns', ODD],
    ['a number beyond all numbers', '9'.repeat(400)],
  ])('%s, in an address, is answered or refused', async (_what, text) => {
    expect(await failing(text)).toEqual([]);
  });

  it('U+0000 in an address is refused at its parameter, whoever asks', async () => {
    const taken: string[] = [];
    for (const question of all()) {
      const { status, body } = await reader.get(asked(question, 'a%00b'), { 'accept-language': 'en' });
      const isRefused = status === 422 && body.type === '/problems/sign-not-kept';
      if (!isRefused || body.errors[0].pointer !== `#/${question.name}`)
        taken.push(`${question.address} ${question.name}: ${status}`);
    }
    expect(taken).toEqual([]);
  });

  it.each<[string, string, Json, string]>([
    ['the words of a report', '/api/v1/matters', { words: 'a\0b' }, '#/words'],
    ['a contact within it', '/api/v1/matters', { contact: { name: '\0' } }, '#/contact'],
    ['the name of a field', '/api/v1/matters', { 'wor\0ds': 'x' }, '#/words'],
    ['an account', '/api/v1/sessions', { account: '\0', password: 'x' }, '#/account'],
    ['a receipt', '/api/v1/receipts', { receipt: 'x\0', code: '1' }, '#/receipt'],
    ['a view', '/api/v1/views', { list: 'matters', name: 'x', query: 'q=\0' }, '#/query'],
    ['a pack, deep inside', '/api/v1/policies/checks', { document: { a: [{ b: '\0' }] } }, '#/document'],
  ])('U+0000 in %s is refused beside it', async (_what, url, body, pointer) => {
    const answer = await reader.post(url, body, { 'accept-language': 'en' });
    expect([answer.status, answer.body.type]).toEqual([422, '/problems/sign-not-kept']);
    expect(answer.body.errors).toEqual([{ pointer, detail: expect.stringContaining('U+0000') }]);
  });

  it('what is nested deeper than anybody reads is refused, and nothing fails', async () => {
    const deep = `{"document":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const { statusCode } = await house.app.inject({
      ...{ method: 'POST', url: '/api/v1/policies/checks', payload: deep },
      headers: { ...reader.headers, 'content-type': 'application/json' },
    });
    expect(statusCode).toBeLessThan(500);
  });

  it('everything else that is written is kept as it was written', async () => {
    const words = `<b>\u202ex\u200b</b> =1+1 {{7*7}} ';--`;
    const resident = await house.as('resident');
    const taken = await resident.post('/api/v1/matters', {
      ...{ kind: 'housing.lift', place: COMMUNITY.split('/').at(-1), words },
    });
    expect((await resident.get(taken.body.href)).body.words).toBe(words);
  });
});

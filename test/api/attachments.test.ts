import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { COMMUNITY } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } });

/** A photo with the place where it was taken. */
const photo = () =>
  picture()
    .withExif({ IFD0: { Artist: 'resident' }, IFD3: { GPSLatitude: '39/1 49/1 0/1' } })
    .jpeg()
    .toBuffer();

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');

async function hands(who: Visitor, content: Buffer, key: string = randomUUID()) {
  const boundary = 'boundary-of-parts';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="x.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = {
    ...who.headers,
    'idempotency-key': key,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const answer = await house.app.inject({ method: 'POST', url: '/api/v1/attachments', payload, headers });
  return { status: answer.statusCode, body: answer.json() };
}

const read = (who: Visitor, href: string) =>
  house.app.inject({ method: 'GET', url: href, headers: who.headers });

async function takenWith(who: Visitor, attachments: string[]) {
  const report = { kind: 'conduct.official', place: COMMUNITY.split('/').at(-1), words: 'x', attachments };
  return (await who.post('/api/v1/matters', report)).body;
}

describe('an attachment', () => {
  it('is a picture made anew: nothing that the camera knew is left', async () => {
    const resident = await house.as('resident');
    const { status, body } = await hands(resident, await photo());
    expect([status, body.mime]).toEqual([201, 'image/jpeg']);
    await takenWith(resident, [body.id]);
    const answer = await read(resident, body.href);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    const { exif, width } = await sharp(answer.rawPayload).metadata();
    expect([exif, width]).toEqual([undefined, 40]);
  });

  it('is kept sealed', async () => {
    const { body } = await hands(visitor(house.app), await picture().png().toBuffer());
    const row = await house.db.prisma.attachment.findUniqueOrThrow({ where: { id: body.id } });
    expect(Buffer.from(row.sealed).subarray(0, 4).toString('latin1')).not.toBe('\x89PNG');
  });

  it('is made smaller where it is larger than anybody needs', async () => {
    const resident = await house.as('resident');
    const { body } = await hands(resident, await picture(3_000, 1_500).webp().toBuffer());
    await takenWith(resident, [body.id]);
    const { width, height } = await sharp((await read(resident, body.href)).rawPayload).metadata();
    expect([width, height]).toEqual([2_560, 1_280]);
  });

  it('may be a paper, which is never shown inside our pages', async () => {
    const resident = await house.as('resident');
    const { body } = await hands(resident, pdf);
    await takenWith(resident, [body.id]);
    const { headers } = await read(resident, body.href);
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'application/pdf',
      'attachment',
    ]);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
    ['a page', () => Buffer.from('<html><script>alert(1)</script>'), 415, 'file-type'],
    [
      'a drawing that can carry scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'file-type',
    ],
    ['a program', () => Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 415, 'file-type'],
    ['nothing', () => Buffer.alloc(0), 400, 'file-empty'],
    ['half a picture', async () => (await photo()).subarray(0, 300), 400, 'file-broken'],
    ['more than ten megabytes', () => Buffer.concat([pdf, Buffer.alloc(10 * 1_048_576)]), 413, 'too-large'],
  ])('is not %s, whatever it is called', async (_what, content, status, type) => {
    const answer = await hands(visitor(house.app), await content());
    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${type}`]);
  });

  it('is asked for where none was sent', async () => {
    const { status, body } = await visitor(house.app).post('/api/v1/attachments', {});
    expect([status, body.type]).toEqual([400, '/problems/file-missing']);
  });

  it('is handed in once per key', async () => {
    const [key, content, stranger] = [randomUUID(), await photo(), visitor(house.app)];
    const [first, again] = [await hands(stranger, content, key), await hands(stranger, content, key)];
    expect(again.body).toEqual(first.body);
    expect((await hands(stranger, pdf, key)).body.type).toBe('/problems/idempotency-key-reused');
  });

  it('is seen by whoever may see its matter, and by nobody before it has one', async () => {
    const [resident, community] = [await house.as('resident'), await house.as('community')];
    const { body } = await hands(resident, await photo());
    expect((await read(community, body.href)).statusCode).toBe(404);
    await takenWith(resident, [body.id]);
    const statuses = async (...accounts: string[]) =>
      Promise.all(
        accounts.map(async (account) => (await read(await house.as(account), body.href)).statusCode),
      );
    expect(await statuses('resident', 'community', 'supervisor', 'auditor')).toEqual([200, 200, 200, 200]);
    expect(await statuses('housing', 'deputy', 'system', 'security')).toEqual([403, 403, 403, 403]);
  });

  it('of somebody else cannot be taken into one’s own matter', async () => {
    const { body } = await hands(await house.as('resident'), await photo());
    expect((await takenWith(await house.as('grid'), [body.id])).type).toBe('/problems/attachment-unknown');
  });
});

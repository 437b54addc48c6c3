import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { inTransaction } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import {
  CannotOpen,
  isPrintOf,
  fingerprint,
  keyringOf,
  open,
  readKeyring,
  seal,
  writeNewKey,
} from '../../prisma/seal.ts';
import { isReference, openWords, sealWords } from '../../prisma/words.ts';
import { livingTown, openAsOwner } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

const keys = keyringOf([randomBytes(32)]);

describe('a seal', () => {
  it('opens to what was sealed, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, aad) => {
        expect(open(keys, seal(keys, text, aad), aad).toString('utf8')).toBe(
          Buffer.from(text).toString('utf8'),
        );
      }),
    );
  });

  it('makes something else of the same words each time', () => {
    expect(seal(keys, '电梯坏了', 'a').sealed.equals(seal(keys, '电梯坏了', 'a').sealed)).toBe(false);
  });

  it('does not open with another key, at another place, or with one bit changed', () => {
    const sealed = seal(keys, 'words', 'row 1');
    const other = keyringOf([randomBytes(32)]);
    expect(() => open(other, sealed, 'row 1')).toThrow(CannotOpen);
    expect(() =>
      open({ ...other, keys: new Map([[sealed.keyId, randomBytes(32)]]) }, sealed, 'row 1'),
    ).toThrow(CannotOpen);
    expect(() => open(keys, sealed, 'row 2')).toThrow(CannotOpen);
    fc.assert(
      fc.property(fc.nat(sealed.sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed.sealed);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => open(keys, { ...sealed, sealed: changed }, 'row 1')).toThrow(CannotOpen);
      }),
    );
  });

  it('still opens after the key was changed, as long as the old one is kept', () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const sealed = seal(keyringOf([old]), 'words', 'row');
    const both = keyringOf([fresh, old]);
    expect(open(both, sealed, 'row').toString()).toBe('words');
    expect(seal(both, 'words', 'row').keyId).not.toBe(sealed.keyId);
    const print = fingerprint(keyringOf([old]), 'code', '123456');
    expect([isPrintOf(both, 'code', '123456', print), isPrintOf(both, 'code', '123457', print)]).toEqual([
      true,
      false,
    ]);
  });

  it('refuses a key that is too short', () => {
    expect(() => keyringOf([Buffer.alloc(16)])).toThrow('32 bytes');
    expect(() => keyringOf([])).toThrow(CannotOpen);
  });

  it('keeps its key in a file for its owner only, and never overwrites one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const file = join(folder, 'master.key');
    writeNewKey(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const content = readFileSync(file, 'utf8');
    expect(() => writeNewKey(file)).toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe(content);
    const ring = readKeyring([file]);
    expect(open(ring, seal(ring, 'words', ''), '').toString()).toBe('words');
    rmSync(folder, { recursive: true });
  });
});

describe('words in the database', () => {
  let town: LivingTown;
  beforeAll(async () => {
    town = await livingTown();
  });
  afterAll(() => town.end());

  const say = (text: string, matterId = newId()) =>
    inTransaction(town.db, (tx) => sealWords(tx, town.db.keys, { matterId, kind: 'report', text }));

  it('are known outside by a reference that says nothing about them', async () => {
    const reference = await say('张三家的电梯坏了 13900000001');
    expect(isReference(reference)).toBe(true);
    expect(await openWords(town.db, [reference])).toEqual(
      new Map([[reference, '张三家的电梯坏了 13900000001']]),
    );
    expect(await say('same')).not.toBe(await say('same'));
  });

  it('cannot be read in the table', async () => {
    const text = '李四 住在 7 号楼 phone 13900000002';
    await say(text);
    const { rows } = await town.db.pool.query(
      `select words::text as all, encode(sealed, 'escape') as sealed from words`,
    );
    const everything = rows.map((row) => `${row.all} ${row.sealed}`).join('\n');
    expect(everything).not.toContain('13900000002');
    expect(everything).not.toContain(Buffer.from(text).toString('hex').slice(0, 12));
  });

  it('do not open when a row was moved to another matter, or a reference names other words', async () => {
    const [a, b] = [await say('first'), await say('second')];
    const [idA, hashB] = [a.split(':')[1], b.split(':')[2]];
    await expect(openWords(town.db, [`w:${idA}:${hashB}`])).rejects.toThrow(CannotOpen);
    const owner = openAsOwner(town);
    await owner.pool.query('update words set matter_id = $1 where id = $2', [newId(), idA]);
    await owner.close();
    await expect(openWords(town.db, [a])).rejects.toThrow(CannotOpen);
  });

  it('may be asked for many at a time; unknown references are left out', async () => {
    const references = await Promise.all(['one', 'two', 'three'].map((text) => say(text)));
    const opened = await openWords(town.db, [
      ...references,
      'no reference',
      `w:${newId()}:${'0'.repeat(64)}`,
    ]);
    expect([...opened.values()]).toEqual(['one', 'two', 'three']);
  });

  it('may not be changed or removed by the services', async () => {
    await say('stay');
    await expect(town.db.pool.query('delete from words')).rejects.toThrow('permission denied');
    await expect(town.db.pool.query(`update words set kind = 'x'`)).rejects.toThrow('permission denied');
  });
});

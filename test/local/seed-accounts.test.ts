import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepAccounts } from '../../apps/local/seed/accounts.ts';
import type { Demo } from '../../prisma/demo/check.ts';
import { readDemo } from '../../prisma/demo/read.ts';

const place = mkdtempSync(path.join(tmpdir(), 'minqing-accounts-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let demo: Demo;
beforeAll(async () => (demo = await readDemo()));

const fileOf = (home: string) => path.join(home, 'demo-accounts.json');
const modeOf = (file: string) => statSync(file).mode & 0o777;

describe('the accounts of a demo home', () => {
  const home = path.join(place, 'accounts');
  beforeAll(() => mkdirSync(home));

  it('are kept for the owner only, with unit and place by name and code', () => {
    const accounts = keepAccounts(home, demo);
    expect(modeOf(fileOf(home))).toBe(0o600);
    expect(JSON.parse(readFileSync(fileOf(home), 'utf8'))).toEqual(accounts);
    expect(accounts).toHaveLength(demo.people.length);
    expect(accounts.find(({ account }) => account === 'clerk.zhujian')).toMatchObject({
      ...{ role: 'department', unit: '东胜区住房和城乡建设局', unitCode: 'dept-zhujian' },
      ...{ place: '东胜区', placeCode: '150602' },
    });
    expect(accounts.find(({ role }) => role === 'resident')?.unit).toBeNull();
  });

  it('keep their passwords, and whoever has come since gets one', () => {
    const [first, ...rest] = keepAccounts(home, demo);
    writeFileSync(fileOf(home), JSON.stringify(rest));
    const again = keepAccounts(home, demo);
    expect(again.slice(1)).toEqual(rest);
    expect(again[0]).toEqual({ ...first, password: expect.stringMatching(/^(\w{5}-){3}\w{5}$/) });
    expect(again[0]?.password).not.toBe(first?.password);
  });

  it('are not written again when nothing is new', () => {
    chmodSync(fileOf(home), 0o400);
    const before = statSync(fileOf(home)).mtimeMs;
    keepAccounts(home, demo);
    expect(statSync(fileOf(home)).mtimeMs).toBe(before);
  });
});

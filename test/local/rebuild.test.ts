import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { rebuildReadModel } from '../../apps/local/commands/rebuild.ts';
import { createTestDatabase } from '../setup/database.ts';

async function run(environment: Record<string, string>, ...argv: string[]) {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await rebuildReadModel(argv, { stdin, stdout, stderr });
  process.env = before;
  return { code, out: String(stdout.read() ?? ''), said: String(stderr.read() ?? '') };
}

describe('minqing rebuild', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'minqing-rebuild-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the read model again and says of how many processes', async () => {
    const key = path.join(folder, 'master.key');
    writeFileSync(key, randomBytes(32));
    const { url, drop } = await createTestDatabase();
    const { code, out } = await run({ DATABASE_URL: url, MINQING_MASTER_KEY_FILE: key });
    await drop();
    expect([code, JSON.parse(out)]).toEqual([0, { processes: 0 }]);
  });

  it('says what to do where nothing runs', async () => {
    const { code, said } = await run({ DATABASE_URL: '', MINQING_HOME: path.join(folder, 'nowhere') });
    expect(code).toBe(2);
    expect(said).toContain('npm start');
  });

  it('takes no arguments', async () => {
    expect((await run({}, '--all')).code).toBe(2);
  });
});

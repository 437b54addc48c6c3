import { temporalAddress } from '../setup/temporal.ts';
import { openAsker } from './course.ts';
import type { Asker } from './course.ts';
import { compileProgram } from './program.ts';
import type { Program, Started } from './program.ts';
import { databaseBehind, temporalBehind } from './proxy.ts';
import { openTown } from './town.ts';
import type { Town } from './town.ts';
import { eventually } from './eventually.ts';
import { surroundingsOf } from './worker.ts';

let town: Town;
let asker: Asker;
let program: Program;
let surroundings: Awaited<ReturnType<typeof surroundingsOf>>;

beforeAll(async () => {
  [town, asker, program] = await Promise.all([openTown(), openAsker(), compileProgram()]);
  surroundings = await surroundingsOf(town, { TEMPORAL_NAMESPACE: asker.namespace });
});
afterAll(async () => {
  program.remove();
  surroundings.remove();
  await asker.close();
  await town.close();
});

const isReady = ({ said }: Started) => (said().includes('"worker is ready"') ? true : undefined);

/** Whatever happens, no program outlives its test. */
async function during<T>(started: Started, test: () => Promise<T>): Promise<T> {
  try {
    return await test();
  } finally {
    started.child.kill('SIGKILL');
  }
}

describe('the worker as a program', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('works until %s, then ends with 0', async (signal) => {
    const started = program.start(surroundings.variables);
    await during(started, async () => {
      await eventually(() => isReady(started));
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(started.said()).not.toContain('not done in time');
    });
  });

  it('ends by itself when whoever started it is gone', async () => {
    const started = program.start(surroundings.variables);
    await during(started, async () => {
      await eventually(() => isReady(started));
      started.child.disconnect();
      expect(await started.ended).toBe(0);
    });
  });

  it('waits for PostgreSQL and Temporal, and says what it waits for', async () => {
    const [database, temporal] = await Promise.all([
      databaseBehind(town.url, false),
      temporalBehind(await temporalAddress(), false),
    ]);
    const away = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.host };
    const started = program.start({ ...surroundings.variables, ...away });
    await during(started, async () => {
      await eventually(() =>
        started.said().includes('Temporal cannot be reached, tries again') ? true : undefined,
      );
      temporal.mend();
      await eventually(() =>
        started.said().includes('the database cannot be reached, tries again') ? true : undefined,
      );
      expect(isReady(started)).toBeUndefined();
      database.proxy.mend();
      await eventually(() => isReady(started));
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
    });
    await Promise.all([database.proxy.close(), temporal.close()]);
  });

  it('can be stopped while it still waits', async () => {
    const temporal = await temporalBehind(await temporalAddress(), false);
    const started = program.start({ ...surroundings.variables, TEMPORAL_ADDRESS: temporal.host });
    await during(started, async () => {
      await eventually(() => (started.said().includes('Temporal cannot be reached') ? true : undefined));
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
    });
    await temporal.close();
  });

  it('ends with a sentence for each thing that is missing or wrong', async () => {
    const started = program.start({
      DATABASE_URL: 'mysql://secret@host/db',
      MINQING_SMTP_URL: 'mail.example',
    });
    expect(await started.ended).toBe(2);
    expect(started.said().trim().split('\n')).toEqual([
      'DATABASE_URL must be an address like postgres://user@host/db.',
      'MINQING_MASTER_KEY_FILE is not set: it must name the file of the master key.',
      'MINQING_SMTP_URL must be an address like smtp://user:password@host:587.',
    ]);
  });

  it('ends with a clear line when it cannot run processes', async () => {
    const started = program.start({ ...surroundings.variables, TEMPORAL_NAMESPACE: 'nowhere' });
    await during(started, async () => {
      expect(await started.ended).toBe(1);
      expect(started.said()).toContain('The worker cannot go on: ');
      expect(started.said()).toContain('nowhere');
    });
  });
});

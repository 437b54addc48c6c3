import pino from 'pino';
import { recording } from '../../apps/worker/processes/recording.ts';
import { entriesOf } from '../../prisma/journal.ts';
import { openJournal } from '../../workflows/process/journal.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { openingOf, openTown } from './town.ts';
import type { Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const errors: unknown[] = [];
const log = pino({ level: 'error' }, { write: (line) => errors.push(JSON.parse(line)) });

async function shipment() {
  const { id: process } = await town.takeIn();
  const journal = openJournal(sixStep, await openingOf(town, process), new Date());
  journal.append(new Date(), [
    { type: 'stepEntered', step: 'analyse' },
    { type: 'stepEntered', step: 'ledger' },
  ]);
  return { process, entries: journal.unrecorded() };
}

describe('the activity record', () => {
  const { record } = recording(
    {
      get pool() {
        return town.db.pool;
      },
    } as Town['db'],
    log,
  );

  it('writes what is shipped once, however often it comes', async () => {
    const given = await shipment();
    await record(given);
    await record({ ...given, entries: given.entries.slice(1) });
    await record(given);
    expect(await entriesOf(town.db.pool, given.process)).toEqual(given.entries);
  });

  it('is tried again where entries before these are still missing, and heals when they are there', async () => {
    const given = await shipment();
    const early = record({ ...given, entries: given.entries.slice(1) });
    await expect(early).rejects.toMatchObject({ type: 'RecordGap', nonRetryable: false });
    await record({ ...given, entries: given.entries.slice(0, 1) });
    await record({ ...given, entries: given.entries.slice(1) });
    expect(await entriesOf(town.db.pool, given.process)).toHaveLength(3);
  });

  it('says loudly when the journal says something else, writes nothing, and asks again a minute later', async () => {
    const given = await shipment();
    await record(given);
    errors.length = 0;
    const [first, ...rest] = given.entries;
    const other = { ...given, entries: [{ ...first!, waitedMs: 1 }, ...rest] };
    await expect(record(other)).rejects.toMatchObject({
      ...{
        type: 'RecordConflict',
        message: 'RecordConflict',
        nonRetryable: false,
        nextRetryDelay: '1 minute',
      },
    });
    expect(errors).toMatchObject([{ level: 50, process: given.process, from: 1, until: 3 }]);
    expect(await entriesOf(town.db.pool, given.process)).toEqual(given.entries);
  });
});

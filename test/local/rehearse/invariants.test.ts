import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { judge } from '../../../apps/local/rehearse/invariants.ts';
import { createTestDatabase } from '../../setup/database.ts';
import type { TestDatabase } from '../../setup/database.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

type Entry = { type: string; item?: string; [name: string]: unknown };

const NOW = '2026-01-05T01:00:00Z';

/** A process with these entries, closed unless it is said otherwise. */
async function process(id: string, happened: readonly Entry[], more: object = {}): Promise<void> {
  const entries: Entry[] = [{ type: 'opened' }, ...happened];
  const row = { id, type: 'quarterly-claim', seq: entries.length, opened_at: NOW, closed_at: NOW, ...more };
  await insert('process', {
    state: {},
    numbers: {},
    status: 'closed',
    place_path: '',
    step: '',
    unit_ids: [],
    ...row,
  });
  for (const [n, event] of entries.entries())
    await insert('journal', {
      ...{ process_id: id, seq: n + 1, at: NOW, type: event.type, data: { event }, recorded_at: NOW },
    });
}

const insert = (table: string, row: object) => {
  const columns = Object.keys(row).join(', ');
  const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`;
  return pool.query(sql, [JSON.stringify(row)]);
};

const item = (process: string, local: string, kind: string, ending: string | null) =>
  insert('item', {
    ...{
      id: `${process}.${local}`,
      process_id: process,
      process: 'quarterly-claim',
      kind,
      ending,
      facts: {},
    },
    ...{ status: ending === null ? 'open' : 'closed', place_path: '', opened_at: NOW },
  });

const closed = (local: string, ending: string, words?: string): Entry => ({
  ...{ type: 'itemClosed', item: local, ending, words },
});
const hand = (local: string, what: string, unit: string | null): Entry => ({
  ...{ type: 'itemChanged', item: local, what, facts: { unit } },
});

/** What is broken in a quarter, besides what earlier ones broke everywhere. */
async function brokenBy(play: (id: string) => Promise<void>): Promise<string[]> {
  const id = randomUUID();
  const before = await judge({ pool }, [id]);
  await play(id);
  const after = await judge({ pool }, [id]);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}

describe('the judge of a rehearsal', () => {
  it('finds nothing where every need ended once and every problem had one holder', async () => {
    const broken = await brokenBy(async (id) => {
      const [one, other] = [randomUUID(), randomUUID()];
      const hands = [
        hand('i2', 'claimed', one),
        hand('i2', 'givenBack', null),
        hand('i2', 'assigned', other),
      ];
      await process(id, [...hands, closed('i1', 'done'), closed('i3', 'refused', 'w:why')]);
      for (const [local, ending] of [
        ['i1', 'done'],
        ['i3', 'refused'],
      ] as const)
        await item(id, local, 'need', ending);
    });
    expect(broken).toEqual([]);
  });

  const unit = randomUUID();
  const cases: [string, string, (id: string) => Promise<void>][] = [
    [
      'a need that is open',
      'needsNotEndedOnce',
      async (id) => {
        await process(id, []);
        await item(id, 'i1', 'need', null);
      },
    ],
    [
      'a need that ended twice',
      'needsNotEndedOnce',
      async (id) => {
        await process(id, [closed('i1', 'done'), closed('i1', 'done')]);
        await item(id, 'i1', 'need', 'done');
      },
    ],
    [
      'a need that ended in another way',
      'needsNotEndedOnce',
      async (id) => {
        await process(id, [closed('i1', 'lost')]);
        await item(id, 'i1', 'need', 'lost');
      },
    ],
    [
      'a need refused without a reason',
      'needsRefusedWithoutReason',
      async (id) => {
        await process(id, [closed('i1', 'refused')]);
        await item(id, 'i1', 'need', 'refused');
      },
    ],
    [
      'a unit that had four for a moment',
      'unitsAboveThree',
      (id) =>
        process(id, [
          ...['i1', 'i2', 'i3', 'i4'].map((one) => hand(one, 'claimed', unit)),
          hand('i1', 'givenBack', null),
        ]),
    ],
    [
      'a problem that two have',
      'problemsWithTwoHolders',
      (id) => process(id, [hand('i1', 'claimed', unit), hand('i1', 'claimed', randomUUID())]),
    ],
    [
      'a quarter that is open, though somebody has a task in it',
      'quartersNotClosed',
      async (id) => {
        await process(id, [], { closed_at: null });
        await insert('task', {
          ...{
            id: `${id}.t1`,
            process_id: id,
            kind: 'report',
            step: 'report',
            status: 'open',
            place_path: '',
          },
          ...{
            is_head: false,
            call_back: false,
            is_binding: false,
            is_window: false,
            is_paused: false,
            opened_at: NOW,
          },
        });
      },
    ],
    [
      'a task that ended otherwise than its problem',
      'problemsEndedOtherwiseThanTheirTasks',
      async (id) => {
        const task = randomUUID();
        await process(task, [], { type: 'claim-task', ending: 'done' });
        await process(id, [{ type: 'began', id: task, item: 'i1' }]);
        await item(id, 'i1', 'problem', 'carriedOver');
      },
    ],
    ['a journal with a gap', 'journalsWithGaps', (id) => process(id, [closed('i9', 'done')], { seq: 3 })],
    [
      'a command without an outcome',
      'commandsWithoutOutcome',
      async () => {
        await insert('command_open', { command_id: randomUUID(), received_at: NOW });
      },
    ],
    [
      'a message that nobody has taken',
      'errandsNotCarried',
      async (id) => {
        const row = { id: `message:${id}:1`, lane: 'message', process_id: id, payload: {}, attempts: 0 };
        await insert('outbox', { ...row, due_at: NOW, created_at: NOW });
      },
    ],
  ];
  it.each(cases)('finds %s', async (_what, name, play) => {
    expect(await brokenBy(play)).toEqual([name]);
  });

  it('finds what waits for nobody', async () => {
    const broken = await brokenBy((id) => process(id, [], { closed_at: null, type: 'claim-task' }));
    expect(broken).toEqual(expect.arrayContaining(['processesWaitingForNobody']));
  });
});

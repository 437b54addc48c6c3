import { jest } from '@jest/globals';
import { openStage } from '../process/stage.ts';
import type { Stage } from '../process/stage.ts';
import { expectUnharmed } from './aftermath.ts';
import { storm } from './storm.ts';
import { thief } from './thief.ts';

const MATTERS = 6;

jest.setTimeout(180_000);

describe.each([0, 2])('a worker that remembers %i workflows', (cache) => {
  const between = thief();
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ cache, between, sticky: '1 second' });
    await stage.hire();
  });
  afterAll(() => stage.close());

  it('loses, doubles and changes nothing while all press at once and a third of the answers is lost', async () => {
    const ids = await storm(stage, MATTERS);
    expect(between.stolen).toBeGreaterThan(ids.length * 5);
    await expectUnharmed(stage, ids);
  });
});

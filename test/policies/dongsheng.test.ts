import { z } from 'zod';
import { loadPolicy } from '../../policies/load.ts';
import { catalog } from '../../workflows/catalog.ts';
import { valueAt } from '../../workflows/rules/policy-leaves.ts';

const policy = await loadPolicy('dongsheng');
const { office } = policy;

describe('the default pack of practice.md', () => {
  it.each([
    ['analyse', '4wh'],
    ['decide', '4wh'],
    ['handle.red', '2h'],
    ['handle.orange', '24h'],
    ['handle.yellow', '3wd-eod'],
    ['handle.blue', '5wd-eod'],
    ['handle.green', '15wd-eod'],
    ['matter.red', '24h'],
    ['matter.orange', '3d'],
    ['matter.yellow', '7wd-eod'],
    ['matter.blue', '10wd-eod'],
    ['matter.green', '30wd-eod'],
    ['conference', '2wd-eod'],
    ['check', '1wd-eod'],
    ['feedBack', '1wd-eod'],
    ['rating', '7d-eod'],
    ['callBack', '3wd-eod'],
    ['rehandle', '5wd-eod'],
  ])('%s: %s', (path, term) => expect(valueAt(policy.terms, path.split('.'))).toBe(term));

  it('has its limits', () => {
    expect(policy.limits).toEqual({
      returns: 2,
      rehandlings: 2,
      extensions: 2,
      suspensionReview: '30d',
      suspensionReviews: 3,
    });
  });

  it('has its office hours and its hours for notices', () => {
    expect(office).toEqual({
      utcOffset: '+08:00',
      hours: [
        ['08:30', '12:00'],
        ['14:00', '17:30'],
      ],
    });
    expect(policy.notices).toEqual({ from: '08:00', until: '20:00' });
  });

  it('begins a supervision with every letter', () => {
    const letters = Object.values(policy.ladders).flatMap((rungs) =>
      rungs.filter(({ does }) => does === 'letter'),
    );
    expect(letters.map(({ opens }) => opens)).toEqual(['supervision', 'supervision', 'supervision']);
  });

  it('has the numbers of every process that there is', () => {
    expect(Object.keys(policy.processes).sort()).toEqual([
      'claim-task',
      'common-problem',
      'livelihood',
      'quarterly-claim',
      'station-session',
      'supervision',
      'whistle',
    ]);
  });

  it('says of each number what its process would have by itself', () => {
    for (const [name, section] of Object.entries(policy.processes)) {
      const own = z.record(z.string(), z.json()).parse(catalog[name]?.numbers?.parse({}) ?? section);
      expect({ ladder: 'ordinary', ...section }).toEqual({ ladder: 'ordinary', ...own });
    }
  });
});

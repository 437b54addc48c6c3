import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { Examples } from '../../workflows/rules/policy-case.ts';
import { runExamples } from '../../workflows/rules/policy-examples.ts';

const towns = ['dongsheng', 'taibai-lake', 'xiapu', 'lvliang', 'dafeng', 'jianhu'];
const calendar = await loadCalendar('cn');

async function examplesOf(town: string): Promise<Examples> {
  return Examples.parse(parse(await readFile(`policies/${town}.examples.yaml`, 'utf8')));
}

for (const town of towns) {
  const [policy, { cases }] = [await loadPolicy(town), await examplesOf(town)];

  describe(`the example cases of ${town}`, () => {
    it('are a dozen at least, and each is another', () => {
      expect(cases.length).toBeGreaterThanOrEqual(12);
      expect(new Set(cases.map(({ given }) => given)).size).toBe(cases.length);
    });

    it.each(cases)('$given', (one) =>
      expect(runExamples(policy, calendar, { policy: town, cases: [one] })).toEqual([]),
    );
  });
}

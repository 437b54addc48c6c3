import { TriageMatrix, colourOf } from '../../workflows/rules/triage.ts';
import { dongsheng } from './dongsheng.ts';

it.each([
  [3, 3, 'red'],
  [3, 2, 'orange'],
  [2, 3, 'orange'],
  [3, 1, 'yellow'],
  [2, 2, 'yellow'],
  [1, 3, 'yellow'],
  [2, 1, 'blue'],
  [1, 2, 'blue'],
  [1, 1, 'green'],
] as const)('importance %d and urgency %d is %s by default', (importance, urgency, colour) => {
  expect(colourOf(importance, urgency, dongsheng.triage)).toBe(colour);
});

it('importance comes first', () => {
  const uneven = { ...dongsheng.triage, '31': 'red' as const, '13': 'green' as const };
  expect([colourOf(3, 1, uneven), colourOf(1, 3, uneven)]).toEqual(['red', 'green']);
});

it('a matrix says a colour for each of the nine', () => {
  const { '22': _, ...eight } = dongsheng.triage;
  expect(TriageMatrix.safeParse(eight).success).toBe(false);
  expect(TriageMatrix.safeParse({ ...dongsheng.triage, '44': 'red' }).success).toBe(false);
});

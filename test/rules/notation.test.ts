import { partsOf, readTerm } from '../../workflows/rules/notation.ts';

const said = (term: string): string =>
  partsOf(readTerm(term)!)
    .map(({ count, unit }) => `${count}${unit}`)
    .join(' ');

describe('a term in the units that people count in', () => {
  it.each([
    ['4380min', '3d 1h'],
    ['4261min', '2d 23h'],
    ['1440min', '1d'],
    ['150min', '2h 30min'],
    ['121min', '2h 1min'],
    ['100h', '4d 4h'],
    ['86400s', '1d'],
    ['300wmin', '5wh'],
    ['330wmin', '5wh 30wmin'],
  ])('%s is %s', (term, parts) => {
    expect(said(term)).toBe(parts);
  });

  it.each(['10s', '15min', '90min', '24h', '72h', '7d', '30d', '1mo', '30wmin', '4wh', '15wd-eod'])(
    '%s stays as the policy says it',
    (term) => {
      expect(said(term)).toBe(term.replace('-eod', ''));
    },
  );
});

import { loadPolicy } from '../../policies/load.ts';
import { ScoredMatter, scorecards } from '../../apps/api/scores/scorecard.ts';

const rating = {
  matter: '018f3a52-0000-7000-8000-000000000001',
  isValid: true,
  contacted: true,
  solved: true,
  satisfaction: 'satisfied',
};
const matter = (more: object = {}) =>
  ScoredMatter.parse({
    ...{
      id: 'm',
      owner: 'a',
      score: 100,
      isExcluded: false,
      exclusion: null,
      rehandlings: 0,
      isLate: false,
      ratings: [],
    },
    ...more,
  });

describe('a scorecard', () => {
  const cards = async (...matters: ScoredMatter[]) =>
    scorecards(matters, (owner) => owner, (await loadPolicy('dongsheng')).rates);

  it('counts each unit by itself, the better mean first', async () => {
    const found = await cards(
      matter({ score: 80 }),
      matter({ owner: 'b', score: 90 }),
      matter({ score: 90 }),
    );
    expect(found.map(({ owner, score, matters }) => [owner.value, score, matters])).toEqual([
      ['b', 90, 1],
      ['a', 85, 2],
    ]);
  });

  it('keeps what was excluded by decision out of score and rates, and shows how many those are', async () => {
    const [card] = await cards(
      matter(),
      matter({ score: 0, isExcluded: true, exclusion: 'inCourt', ratings: [rating] }),
    );
    expect(card).toMatchObject({ matters: 1, excluded: 1, score: 100 });
    expect(card?.rates).toMatchObject({ valid: 0, total: null });
  });

  it('says "no data" where nobody gave a valid rating, never zero', async () => {
    const [card] = await cards(matter({ ratings: [{ matter: rating.matter, isValid: false }] }));
    expect(card?.rates).toEqual({ response: null, solved: null, satisfaction: null, total: null, valid: 0 });
  });

  it('weighs the three rates as the policy says', async () => {
    const basically = { ...rating, satisfaction: 'basically', solved: false };
    const [card] = await cards(matter({ ratings: [rating, basically] }));
    expect(card?.rates).toMatchObject({ response: 1, solved: 0.5, satisfaction: 0.95, valid: 2 });
    expect(card?.rates.total).toBeCloseTo(100 * (0.1 + 0.4 * 0.95 + 0.5 * 0.5));
  });

  it('counts late and re-handled matters', async () => {
    const [card] = await cards(matter({ isLate: true }), matter({ rehandlings: 2 }), matter());
    expect(card).toMatchObject({ late: 1, rehandled: 1, matters: 3 });
  });
});

describe('marks of others', () => {
  const withMarks = async (count: number, points: number, score?: number) => {
    const matters = score === undefined ? [] : [matter({ score })];
    const { rates } = await loadPolicy('dongsheng');
    return scorecards(matters, (owner) => owner, rates, new Map([['a', { count, points }]]))[0];
  };

  it.each([
    ['move the score by their mean', 2, 5, 80, 82.5],
    ['never past 100', 1, 5, 98, 100],
    ['nor below 0', 1, -5, 3, 0],
  ])('%s', async (_what, count, points, score, expected) => {
    expect(await withMarks(count, points, score)).toMatchObject({
      score: expected,
      marks: { count, points },
    });
  });

  it('are shown where there is no matter to be moved', async () => {
    expect(await withMarks(1, 5)).toMatchObject({ matters: 0, score: null, marks: { count: 1, points: 5 } });
  });
});

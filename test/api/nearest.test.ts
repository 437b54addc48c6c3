import { nearestFirst } from '../../apps/api/matters/acting.ts';
import { Actor } from '../../workflows/process/actor.ts';

const NEAR = '150602/150602001/150602001001';
const FAR = '150602/150602001/150602001002';
const holder = (place: string) => Actor.parse({ person: null, role: 'community', unit: null, place });
const posts = [holder(FAR), holder(NEAR), holder('150602')];

describe('whoever holds posts in several places acts', () => {
  it.each([
    ['by the post of the community that the form names', { place: NEAR }, [NEAR, '150602', FAR]],
    ['by the post of the community in which the place lies', { place: `${FAR}/1` }, [FAR, '150602', NEAR]],
    ['by the first post where no place is named', { words: '灯' }, [FAR, NEAR, '150602']],
    ['by the first post where the place is nobody’s', { place: '1509' }, [FAR, NEAR, '150602']],
  ])('%s', (_name, input, places) => {
    expect(nearestFirst(posts, input).map(({ place }) => place)).toEqual(places);
  });
});

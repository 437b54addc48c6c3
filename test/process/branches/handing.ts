// Handing on 指派 and 转办: within the unit, by name.
import { newId } from '../../../prisma/id.ts';
import { result, walk } from '../walk.ts';
import type { Story } from './story.ts';

export const handing: readonly Story[] = [
  {
    name: 'given by the head, handed on by the holder, taken over by the head: the clock runs on',
    kept: 'handed-on',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const [clerk, head] = [cast.housing.person, cast.housingHead.person];
      const id = await walk(stage, 'handle');
      const before = await stage.clock(id, 'handle');
      await does(id, 'assignTask', cast.housingHead, { person: clerk, words: 'w:0:0' });
      const given = await stage.task(id, 'handle');
      expect([given.heldBy, given.givenBy?.person]).toEqual([clerk, head]);
      expect(await refusal(id, 'claimTask', cast.housingHead)).toBe('heldByAnother');
      await does(id, 'assignTask', cast.housing, { person: head });
      expect(await refusal(id, 'submitResult', cast.housing, result)).toBe('heldByAnother');
      await does(id, 'assignTask', cast.housingHead, { person: clerk });
      await does(id, 'assignTask', cast.housingHead, { person: head });
      expect((await stage.task(id, 'handle')).heldBy).toBe(head);
      expect(await stage.clock(id, 'handle')).toEqual(before);
      await does(id, 'releaseTask', cast.housingHead);
      const free = await stage.task(id, 'handle');
      expect([free.heldBy, free.givenBy]).toEqual([undefined, undefined]);
      await does(id, 'submitResult', cast.housing, result);
      const told = await stage.happened(id, 'taskAssigned');
      expect(told.map(({ to, from }) => [to, from])).toEqual([
        [clerk, undefined],
        [head, clerk],
        [clerk, head],
        [head, clerk],
      ]);
      return id;
    },
  },
  {
    name: 'what B is given while A is away is A’s, and B acts on it',
    async tell(stage) {
      const { cast, town, does } = stage;
      const [a, b] = [cast.clerk.person, cast.clerkB.person];
      const id = await stage.report();
      const absence = await town.db.prisma.absence.create({
        data: {
          ...{ id: newId(), personId: a ?? '', from: new Date(0), until: new Date('2126-01-01') },
        },
      });
      await does(id, 'assignTask', cast.communityHead, { person: b });
      const [given] = await stage.happened(id, 'taskAssigned');
      expect(given).toMatchObject({ to: b, for: a });
      expect((await stage.task(id, 'analyse')).heldBy).toBe(a);
      await does(id, 'releaseTask', cast.clerkBForClerk);
      await town.db.prisma.absence.update({ where: { id: absence.id }, data: { endedAt: new Date() } });
      expect(await stage.refusal(id, 'assignTask', cast.communityHead, { person: b })).toBe(
        'colleagueMayNot',
      );
      return id;
    },
  },
  {
    name: 'a claim and a handing at the same moment: one holder in the end, and the record says how',
    async tell(stage) {
      const { cast } = stage;
      const id = await walk(stage, 'handle');
      const handed = { person: cast.housingHead.person };
      await Promise.all([
        stage.tries(id, 'claimTask', cast.housing),
        stage.tries(id, 'assignTask', cast.housingHead, handed),
      ]);
      const [one] = await stage.happened(id, 'taskAssigned');
      const claims = await stage.happened(id, 'taskClaimed');
      // The head's word stands whichever came first; a claim that came first was taken from its holder, and says so.
      expect((await stage.task(id, 'handle')).heldBy).toBe(cast.housingHead.person);
      expect(one?.from).toBe(claims.length === 0 ? undefined : cast.housing.person);
      return id;
    },
  },
];

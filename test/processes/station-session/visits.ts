// Before and at the visit: published, booked, put off, substituted, called off, begun by itself.
import { dueAt } from '../../../workflows/rules/term.ts';
import { COMMUNITY } from '../../prisma/small-town.ts';
import type { Story } from '../../process/branches/story.ts';
import type { Stage } from '../../process/stage.ts';
import * as w from './walk.ts';

const attending = async (stage: Stage, id: string) =>
  Object.values((await stage.state(id)).tasks)
    .filter(({ kind }) => kind === 'attend' || kind === 'receive')
    .map(({ kind, performer, how, status }) => [kind, performer.person, how ?? status]);

const ofBookings = async (stage: Stage, id: string) =>
  Object.values((await stage.state(id)).items)
    .filter(({ kind }) => kind === 'booking')
    .map(({ ending }) => ending);

const book = (stage: Stage, id: string) => stage.does(id, 'bookVisit', stage.cast.visitor, w.booking);

export const visits: readonly Story[] = [
  {
    name: 'opens at the published time, to the second, by itself; who receives was reminded before and signs in',
    kept: 'session-by-itself',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'announce');
      const { startsAt } = (await stage.state(id)).facts;
      const [window, attend] = [await stage.clock(id, 'gather'), await stage.clock(id, 'attend')];
      expect([window.dueAt, attend.dueAt]).toEqual([startsAt, startsAt]);
      await stage.skip(id, 1.75 * 86_400_000); // whatever the hour is, the second reminder is later
      const rungs = (await stage.happened(id, 'rungReached')).map(({ task, rung }) => [task, rung]);
      expect(rungs).toEqual([['t2', 'half']]);
      await does(id, 'confirmAttendance', cast.deputy);
      await stage.skipTo(id, window.dueAt);
      const begun = await stage.state(id);
      expect([begun.step, begun.tasks['t3']?.how, Object.keys(begun.cards)]).toEqual([
        'register',
        'expired',
        [],
      ]);
      expect(begun.steps.at(-1)?.at.slice(0, 16)).toBe(window.dueAt.slice(0, 16));
      await does(id, 'signIn', cast.deputy);
      const { ending } = await does(id, 'concludeSession', cast.clerk);
      expect(ending).toBe('closed');
      return id;
    },
  },
  {
    name: 'the station that fixes nothing in time is called by its ladder; so is who does not confirm',
    async tell(stage) {
      const id = await w.walk(stage, 'plan');
      const { dueAt: due, startedAt } = await stage.clock(id, 'plan');
      expect(due).toBe(dueAt(new Date(startedAt), '3wd-eod', stage.time).at.toISOString());
      await stage.skipTo(id, due);
      expect(Object.values((await stage.state(id)).cards).map(({ level }) => level)).toEqual(['yellow']);
      const startsAt = w.inDays(30, (await stage.timeIn(id)).getTime());
      await stage.does(id, 'publishPlan', stage.cast.clerk, { ...w.planned(stage), startsAt });
      await stage.skipTo(id, startsAt);
      expect((await stage.state(id)).step).toBe('register');
      expect(await attending(stage, id)).toEqual([
        ['attend', stage.cast.deputy.person, 'cancelled'],
        ['receive', stage.cast.deputy.person, 'open'],
      ]);
      return id;
    },
  },
  {
    name: 'a substitute is reminded from the beginning, and who fell out no more',
    kept: 'session-substituted',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.walk(stage, 'announce');
      await does(id, 'confirmAttendance', cast.deputy);
      const after = await does(id, 'substituteReceiver', cast.deputy, {
        receiver: cast.street.person,
        ...w.because,
      });
      expect(after.facts['receiver']).toBe(cast.street.person);
      expect(await attending(stage, id)).toEqual([
        ['attend', cast.deputy.person, 'done'],
        ['receive', cast.deputy.person, 'cancelled'],
        ['attend', cast.street.person, 'open'],
      ]);
      expect((await stage.clock(id, 'attend')).dueAt).toBe(after.facts['startsAt']);
      expect(await refusal(id, 'confirmAttendance', cast.deputy)).toBe('notPerformer');
      await does(id, 'beginReception', cast.clerk);
      await does(id, 'substituteReceiver', cast.clerk, { receiver: cast.supervisor.person, ...w.because });
      expect((await attending(stage, id)).at(-1)).toEqual(['receive', cast.supervisor.person, 'open']);
      await does(id, 'registerItem', cast.supervisor, w.said);
      expect(await refusal(id, 'registerItem', cast.street, w.said)).toBe('notStation');
      return id;
    },
  },
  {
    name: 'put off: announced anew, and everybody who has booked is told',
    kept: 'session-put-off',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'announce');
      await book(stage, id);
      await book(stage, id);
      const startsAt = w.inDays(9);
      await does(id, 'withdrawBooking', cast.clerk, {}, 'i2');
      const after = await does(id, 'rescheduleVisit', cast.clerk, { startsAt, ...w.because });
      expect([after.step, after.facts['startsAt']]).toEqual(['announce', startsAt]);
      expect(Object.values(after.tasks).map(({ kind, item, how }) => [kind, item, how])).toEqual([
        ['plan', undefined, undefined],
        ['attend', undefined, 'cancelled'],
        ['gather', undefined, 'cancelled'],
        ['tell', 'i1', undefined],
        ['attend', undefined, undefined],
        ['gather', undefined, undefined],
      ]);
      expect((await stage.clock(id, 'gather')).dueAt).toBe(startsAt);
      await does(id, 'confirmTold', cast.clerk, w.told);
      await does(id, 'beginReception', cast.clerk);
      expect((await does(id, 'concludeSession', cast.clerk)).ending).toBe('closed');
      expect(await ofBookings(stage, id)).toEqual(['absent', 'withdrawn']);
      return id;
    },
  },
  {
    name: 'called off: it ends when everybody who has booked knows',
    kept: 'session-called-off',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.walk(stage, 'announce');
      await book(stage, id);
      const after = await does(id, 'cancelVisit', cast.clerk, w.because);
      expect([after.ending, (await stage.task(id, 'tell')).status]).toEqual([undefined, 'open']);
      expect(await refusal(id, 'bookVisit', cast.visitor, w.booking)).toBe('visitCancelled');
      expect((await does(id, 'confirmTold', cast.clerk, w.told)).ending).toBe('cancelled');
      expect(await ofBookings(stage, id)).toEqual(['cancelled']);
      return id;
    },
  },
  {
    name: 'called off before it was planned, or when nobody has come: it ends at once',
    async tell(stage) {
      const early = await w.walk(stage, 'plan');
      expect((await stage.does(early, 'cancelVisit', stage.cast.clerk, w.because)).ending).toBe('cancelled');
      const late = await w.walk(stage, 'register');
      expect((await stage.does(late, 'cancelVisit', stage.cast.clerk, w.because)).ending).toBe('cancelled');
      return late;
    },
  },
  {
    name: 'published with its day by whoever runs the station, and by nobody else',
    kept: 'session-published',
    async tell(stage) {
      const { cast } = stage;
      const visit = { ...w.planned(stage), place: COMMUNITY };
      const refused = async (...call: Parameters<Stage['enter']>) =>
        stage.enter(...call).then(
          () => 'begun',
          ({ code }: { code: string }) => code,
        );
      expect(await refused('station-session', 'publishVisit', cast.visitor, visit)).toBe('notStation');
      expect(await refused('station-session', 'publishVisit', cast.caller, visit)).toBe('notStation');
      const past = { ...visit, startsAt: w.inDays(-1) };
      expect(await refused('station-session', 'publishVisit', cast.clerk, past)).toBe('visitInThePast');
      const id = await stage.enter('station-session', 'publishVisit', cast.clerk, visit);
      expect((await stage.state(id)).step).toBe('announce');
      return w.carryOn(stage, id, 'announce', 'collate');
    },
  },
  {
    name: 'the rota says whose turn it is where the plan says nobody',
    async tell(stage) {
      const receivers = [stage.cast.supervisor.person, stage.cast.deputy.person];
      const id = await stage.openAny('station-session', COMMUNITY, { period: '2026-11', receivers });
      const { facts } = await stage.does(id, 'publishPlan', stage.cast.clerk, { startsAt: w.inDays(2) });
      expect(facts['receiver']).toBe(stage.cast.supervisor.person);
      return id;
    },
  },
];

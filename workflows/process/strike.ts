// What the clocks do by themselves: rungs of the ladders, and windows that close in silence.
import type { Clock } from '../rules/clock.ts';
import { nextRungAt, noticeFrom, passedRungs } from '../rules/ladder.ts';
import type { Ladder, PassedRung } from '../rules/ladder.ts';
import { dueAt } from '../rules/term.ts';
import type { Scene } from './definition.ts';
import { factsOf } from './event.ts';
import type { Event } from './event.ts';
import { begun, lateSaid } from './follow.ts';
import { runs } from './numbers.ts';
import type { Task } from './state.ts';

const taskOf = (scene: Scene, clock: Clock): Task | undefined =>
  Object.values(scene.state.tasks).find((task) => task.clock === clock.id && task.status === 'open');

const running = (scene: Scene): Clock[] =>
  Object.values(scene.state.clocks).filter((clock) => clock.state === 'running');

const ladderOf = (scene: Scene, clock: Clock): Ladder => scene.policy.ladders[clock.ladder] ?? [];

function momentOf(scene: Scene, clock: Clock): Date | undefined {
  if (taskOf(scene, clock)?.isWindow === true)
    return clock.dueAt === null ? undefined : new Date(clock.dueAt);
  return nextRungAt(clock, ladderOf(scene, clock), scene.policy.notices, scene.time);
}

/** The earliest moment at which a clock has something to do; undefined when all is still. */
export function nextMoment(scene: Scene): Date | undefined {
  if (scene.state.ending !== undefined) return undefined;
  const moments = running(scene).flatMap((clock) => momentOf(scene, clock) ?? []);
  return moments.length === 0 ? undefined : new Date(Math.min(...moments.map(Number)));
}

/** Timers fire a moment late: so long a rung of the last allowed second is not a matter for the next morning. Milliseconds. */
const PROMPT = 60_000;

function rungEvent(scene: Scene, clock: Clock, passed: PassedRung, card: string | undefined): Event {
  const { rung, at, overtaken } = passed;
  const task = taskOf(scene, clock);
  const isPrompt = scene.now.getTime() - at.getTime() < PROMPT;
  const notice = noticeFrom(rung, isPrompt ? at : scene.now, scene.policy.notices, scene.time.office);
  const replyDue =
    rung.replyWithin === undefined ? undefined : dueAt(scene.now, rung.replyWithin, scene.time).at;
  return {
    type: 'rungReached',
    clock: clock.id,
    task: task?.id,
    rung: rung.rung,
    does: rung.does,
    at: at.toISOString(),
    noticeAt: notice.toISOString(),
    isOvertaken: overtaken,
    to: [...rung.to],
    channels: [...rung.channels],
    card,
    unit: task?.performer.unit ?? null,
    replyDueAt: replyDue?.toISOString(),
  };
}

/** What a card leads to besides itself: whoever began this process hears of it, and the ladder may begin another. */
function followed(scene: Scene, clock: Clock, { rung }: PassedRung, card: string): Event[] {
  const late = lateSaid(scene, rung.does);
  const { process } = scene.state;
  // A process does not watch over itself, and a town begins only what it runs.
  if (rung.opens === undefined || rung.opens === process || !runs(scene.policy, rung.opens)) return late;
  const task = taskOf(scene, clock);
  const about = { process: scene.state.id, kind: scene.state.process, task: task?.id ?? null, card };
  const facts = factsOf({ source: 'card', level: rung.does, about, unit: task?.performer.unit ?? null });
  const wish = { place: scene.state.place, facts, isTold: true };
  return [...late, begun(scene, rung.opens, wish, card)];
}

function rungsOf(scene: Scene, clock: Clock, cardsSoFar: number): Event[] {
  let cards = Object.keys(scene.state.cards).length + cardsSoFar;
  const passed = passedRungs(clock, ladderOf(scene, clock), scene.policy.notices, scene.now, scene.time);
  return passed.flatMap((one) => {
    const isCard = one.rung.does !== 'reminder' && !one.overtaken;
    if (!isCard) return [rungEvent(scene, clock, one, undefined)];
    const card = `k${(cards += 1)}`;
    return [rungEvent(scene, clock, one, card), ...followed(scene, clock, one, card)];
  });
}

const closed = (scene: Scene, clock: Clock): Event[] => {
  const task = taskOf(scene, clock);
  const isOver = clock.dueAt !== null && new Date(clock.dueAt) <= scene.now;
  return task !== undefined && isOver ? [{ type: 'taskEnded', task: task.id, how: 'expired' }] : [];
};

/** Everything that the clocks have to do by now, each thing once. */
export function struck(scene: Scene): Event[] {
  if (scene.state.ending !== undefined) return [];
  const cards = (events: Event[]) =>
    events.filter((e) => e.type === 'rungReached' && e.card !== undefined).length;
  return running(scene).reduce<Event[]>((events, clock) => {
    const isWindow = taskOf(scene, clock)?.isWindow === true;
    return [...events, ...(isWindow ? closed(scene, clock) : rungsOf(scene, clock, cards(events)))];
  }, []);
}

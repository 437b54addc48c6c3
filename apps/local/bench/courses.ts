import {
  again,
  assessed,
  begins,
  dispatched,
  extended,
  handled,
  paused,
  rated,
  resumed,
  returned,
} from './phases.ts';
import type { Said } from './phases.ts';
import type { Model } from './model.ts';
import type { Player } from './player.ts';

/** A course that matters take: of a hundred, how many; and for an open one how many hours ago it began. */
export type Course = {
  name: string;
  share: number;
  openFor?: number;
  play: (player: Player, model: Model) => void;
};

type Play = Course['play'];

const inOrder =
  (...parts: readonly Play[]): Play =>
  (player, model) =>
    parts.forEach((part) => part(player, model));

const handledIn =
  (hours: number): Play =>
  (player, model) =>
    handled(player, model, hours);
const said =
  (solved: Said['solved'], satisfaction: Said['satisfaction']): Play =>
  (player, model) =>
    rated(player, model, { solved, satisfaction });
const after =
  (hours: number): Play =>
  (player) =>
    player.wait(hours);
const excluded: Play = (player) => player.note('excluded', { isExcluded: true, exclusion: 'unlawful' });

const good = said('yes', 'satisfied');
const fair = said('yes', 'basically');

/** The other unit has it now, and is asked for what the first was. */
const byOther =
  (part: Play): Play =>
  (player, model) =>
    part(player, { ...model, lead: model.helper });

/** Ninety of a hundred are over, most of them in time; a hundred together. */
export const courses: readonly Course[] = [
  { name: 'plain', share: 52, play: inOrder(dispatched, handledIn(20), good, assessed) },
  { name: 'late', share: 18, play: inOrder(dispatched, handledIn(24 * 6), fair, assessed) },
  { name: 'putOff', share: 6, play: inOrder(dispatched, extended, handledIn(48), fair, assessed) },
  {
    name: 'hung',
    share: 4,
    play: inOrder(dispatched, paused, after(240), resumed, handledIn(20), good, assessed),
  },
  {
    name: 'givenBack',
    share: 4,
    play: inOrder(dispatched, returned, byOther(inOrder(handledIn(20), good, assessed))),
  },
  {
    name: 'twice',
    share: 4,
    play: inOrder(
      dispatched,
      handledIn(20),
      said('no', 'dissatisfied'),
      again,
      handledIn(20),
      good,
      assessed,
    ),
  },
  { name: 'excluded', share: 2, play: inOrder(dispatched, handledIn(20), good, excluded, assessed) },
  { name: 'new', share: 1, openFor: 1, play: begins },
  { name: 'fresh', share: 3, openFor: 30, play: inOrder(dispatched, after(29)) },
  { name: 'overdue', share: 2, openFor: 24 * 8, play: inOrder(dispatched, after(24 * 6)) },
  { name: 'waiting', share: 1, openFor: 24 * 20, play: inOrder(dispatched, paused) },
  { name: 'told', share: 3, openFor: 24 * 2, play: inOrder(dispatched, handledIn(20)) },
];

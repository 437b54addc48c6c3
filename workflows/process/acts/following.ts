// Whoever watches over a place begins something that follows a process, or one thing on its list.
import { z } from 'zod';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { supervises } from '../actor.ts';
import type { Act, Target } from '../definition.ts';
import { act } from '../definition.ts';
import { factsOf } from '../event.ts';
import { t, words } from '../field.ts';
import type { Title } from '../field.ts';
import { begun } from '../follow.ts';
import { mustBeOpen, openItem } from '../items.ts';
import { runs } from '../numbers.ts';
import type { State } from '../state.ts';

/** What is begun, where from, and on what: the process itself, or an open item of a kind. */
export interface Following {
  readonly name: string;
  readonly title: Title;
  readonly process: string;
  readonly source: string;
  readonly item?: string;
}

const Order = z.strictObject({ words: words(t('督办事项', 'What is to be done')) });

/** The unit that the thing, or else the process, is in the hands of. */
const unitIn = ({ facts }: State, { item }: Target): unknown => item?.facts['unit'] ?? facts['unit'] ?? null;

/** A supervisor of the place begins a process that hears how this one ends; for a town that runs it. */
export const followedBy = ({ name, title, process, source, item: kind }: Following): Act =>
  act({
    ...{ name, title, on: kind === undefined ? 'process' : 'item', input: Order },
    may(scene, actor, { item }) {
      mustBeOpen(scene);
      if (!supervises(actor, scene.state.place)) throw new NotYours('notSupervisor');
      if (!runs(scene.policy, process)) throw new NotNow('notInThisTown');
      if (kind !== undefined) openItem(item, kind);
    },
    decide(scene, { actor, input, target }) {
      const facts = factsOf({ source, ...input, unit: unitIn(scene.state, target), orderedBy: actor.person });
      const about = { place: scene.state.place, facts, isTold: true };
      return [begun(scene, process, about)];
    },
  });

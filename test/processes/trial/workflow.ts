import type { Opening } from '../../../workflows/process/contract.ts';
import { runProcess } from '../../../workflows/process/run.ts';
import { itemsOf } from '../../../workflows/process/state.ts';
import { trial as definition } from './definition.ts';
import { communityOf } from './rules.ts';

/** Neighbours are called, sign up, plant, and say how it was. */
export async function trial(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    story.step('call');
    story.happen({ type: 'noted', what: 'registered', facts: {} });
    story.open('watch', { role: 'deputy', place: story.state.place });
    await story.ask('prepare', communityOf(story.state));
    story.step('thank');
    const people = itemsOf(story.state, 'tree').flatMap(({ facts }) => facts['person'] ?? []);
    const asked = [...new Set(people.map(String))].map((person) => story.open('tell', { person }));
    await story.settled(...asked);
    return 'planted';
  });
}

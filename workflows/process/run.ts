// A process from its opening to its close: handlers, the story, the clock line, and the last shipment.
import { allHandlersFinished, condition } from '@temporalio/workflow';
import { clockLine, ship } from './clock-line.ts';
import type { Opening } from './contract.ts';
import type { ProcessDefinition } from './definition.ts';
import { endSaid } from './follow.ts';
import { openJournal } from './journal.ts';
import { listen } from './messages.ts';
import { Stopped, tellable } from './story.ts';
import type { Story } from './story.ts';

/** The workflow's own time; it is skipped in tests and the same at every replay. */
const now = (): Date => new Date();

async function endingOf(story: Story, tell: (story: Story) => Promise<string>): Promise<string> {
  try {
    return await tell(story);
  } catch (error) {
    if (error instanceof Stopped) return error.ending;
    throw error;
  }
}

/**
 * Runs one process. `tell` is its story and returns how it ended.
 * When the last act closes it, that act's answer carries the last entries; when a clock does, they are shipped.
 */
export async function runProcess(
  definition: ProcessDefinition,
  opening: Opening,
  tell: (story: Story) => Promise<string>,
): Promise<void> {
  const journal = openJournal(definition, opening, now());
  const { story, pace } = tellable(journal, now);
  let answered = 0;
  listen(definition, journal, pace, now, (seq) => {
    answered = seq;
  });
  void clockLine(journal, opening.id, pace, now);

  const ending = await endingOf(story, tell);
  journal.append(now(), [...endSaid(journal.scene(now()), ending), { type: 'closed', ending }]);
  pace.end();
  await condition(allHandlersFinished);
  if (answered < story.state.seq) await ship(journal, opening.id);
}

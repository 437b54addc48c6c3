import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { openWords } from '../../../prisma/words.ts';
import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { State } from '../../../workflows/process/state.ts';
import { mayKnowReporter } from '../door/reporter.ts';
import type { Knowledge } from '../door/reporter.ts';
import type { Subject } from '../door/subject.ts';
import type { IntakeRow } from './intake-row.ts';
import type { Shown } from './shown.ts';
import type { Titles } from './titles.ts';

const Contact = z.record(z.string(), z.string());

/** Whether the subject may know who reported it. A unit handles it when work on it was dispatched there. */
export function knowledgeOf(
  subject: Subject,
  intake: IntakeRow,
  course?: { state: State; definition: ProcessDefinition },
): Knowledge {
  return mayKnowReporter(subject, {
    id: intake.id,
    reporterId: intake.reporter_id,
    takenById: intake.taken_by_id,
    placePath: intake.place_path,
    handlers: course === undefined ? [] : handlersIn(course),
    isComplaint: intake.is_complaint,
  });
}

function handlersIn({ state, definition }: { state: State; definition: ProcessDefinition }): string[] {
  const dispatched = Object.values(state.tasks).filter(({ kind }) => {
    const described = definition.tasks[kind];
    return described?.isDispatched === true || described?.isExcusable === true;
  });
  return dispatched.flatMap(({ performer }) => performer.unit ?? []);
}

/** The reporter's name and contact, where they may be known. */
export async function reporterView(
  db: Database,
  intake: IntakeRow,
  knowledge: Knowledge,
  titles: Titles,
): Promise<Shown['reporter']> {
  if (knowledge !== 'yes') return { knowledge, person: null, contact: null };
  const words = intake.contact === null ? new Map<string, string>() : await openWords(db, [intake.contact]);
  const text = words.get(intake.contact ?? '');
  const contact = text === undefined ? null : contactIn(text);
  return { knowledge, person: titles.person(intake.reporter_id), contact };
}

/** The front door keeps named parts; what was said at a station is how to reach them in their own words. */
function contactIn(text: string): z.infer<typeof Contact> {
  return text.startsWith('{') ? Contact.parse(JSON.parse(text)) : { contact: text };
}

import { PolicyFault, loadCalendar, loadDeadlinePolicy } from '../../../policies/load.ts';
import type { Io } from '../cli.ts';
import { LineFault, answerer } from '../deadline/answer.ts';
import { answerLines } from '../deadline/lines.ts';

/**
 * `deadline --policy <file or name>`: reads {"id","class","openedAt"} lines and writes {"id","dueAt","explanation"}
 * lines, without any server. Exit code 2 and one sentence for anything that is not right.
 */
export async function deadline(argv: string[], io: Io): Promise<number> {
  try {
    const policy = await loadDeadlinePolicy(policyOption(argv));
    const answer = await answerer(policy, loadCalendar);
    await answerLines(io, answer);
    return 0;
  } catch (error) {
    if (!(error instanceof PolicyFault || error instanceof LineFault || error instanceof Usage)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** The command line itself cannot be understood. */
class Usage extends Error {}

const HOW = 'call it as "deadline --policy <file or name>", with {"id","class","openedAt"} lines on stdin.';

function policyOption(argv: string[]): string {
  const words = argv.flatMap((word) =>
    word.startsWith('--policy=') ? ['--policy', word.slice('--policy='.length)] : [word],
  );
  const [option, value, ...rest] = words;
  if (option === undefined) throw new Usage(`The option --policy is missing; ${HOW}`);
  if (option !== '--policy') throw new Usage(`"${option}" is not known here; ${HOW}`);
  if (!value) throw new Usage(`The option --policy needs a file or a name; ${HOW}`);
  if (rest[0] !== undefined) throw new Usage(`"${rest[0]}" is too much here; ${HOW}`);
  return value;
}

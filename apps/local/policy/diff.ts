import { z } from 'zod';
import { loadPolicy } from '../../../policies/load.ts';
import { differenceOf } from '../../../workflows/rules/policy-diff.ts';
import type { Io } from '../cli.ts';
import { Usage } from './usage.ts';

const Language = z.enum(['zh', 'en']);

const SAME = { zh: '两个政策包没有差别。', en: 'The two packs do not differ.' };

/** `policy diff <old> <new> [--language zh|en]`: what is another in the new pack, a sentence a line; in Chinese if not said. */
export async function diff(argv: string[], { stdout }: Io): Promise<number> {
  const { names, language } = read(argv);
  const [old, own] = names;
  const sentences = differenceOf(await loadPolicy(old), await loadPolicy(own), language);
  const lines = sentences.length === 0 ? [SAME[language]] : sentences;
  stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function read(argv: string[]): { names: [string, string]; language: z.infer<typeof Language> } {
  const words = argv.flatMap((word) =>
    word.startsWith('--language=') ? ['--language', word.slice('--language='.length)] : [word],
  );
  const at = words.indexOf('--language');
  const language = Language.safeParse(at === -1 ? 'zh' : words[at + 1]);
  if (!language.success) throw new Usage('The option --language needs zh or en');
  const names = words.filter((_, i) => at === -1 || (i !== at && i !== at + 1));
  const option = names.find((name) => name.startsWith('-'));
  if (option !== undefined) throw new Usage(`"${option}" is not known here`);
  const [old, own, more] = names;
  if (old === undefined || own === undefined) throw new Usage('Two packs have to be named');
  if (more !== undefined) throw new Usage(`"${more}" is too much here`);
  return { names: [old, own], language: language.data };
}

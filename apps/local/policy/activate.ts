import { parseArgs } from 'node:util';
import { z } from 'zod';
import { tryPack } from '../../../policies/load.ts';
import type { Io } from '../cli.ts';
import { Door } from './door.ts';
import { Usage } from './usage.ts';

const HOW = 'policy activate <file or name> [--from <RFC 3339>] [--url <address>] [--language zh|en]';

const Proposals = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      version: z.string(),
      verdict: z.string().nullable(),
      inForceFrom: z.string(),
      difference: z.array(z.string()),
    }),
  ),
});
type Proposal = z.infer<typeof Proposals>['items'][number];

const Account = z.object({ MINQING_ACCOUNT: z.string().min(1), MINQING_PASSWORD: z.string().min(1) });

/**
 * `policy activate <pack>` at a running Minqing, as MINQING_ACCOUNT with MINQING_PASSWORD. The first time it is proposed; when a
 * second person gives the same command it is in force. What it changes is printed both times.
 */
export async function activate(argv: string[], { stdout }: Io): Promise<number> {
  const { pack, from, url, language } = wishOf(argv);
  const { policy } = await tryPack(pack);
  const account = Account.safeParse(process.env);
  if (!account.success) throw new Usage('Set MINQING_ACCOUNT and MINQING_PASSWORD to say who you are', HOW);
  const { MINQING_ACCOUNT: name, MINQING_PASSWORD: password } = account.data;
  const door = await new Door(url, language).signIn(name, password);

  const waiting = await open(door, policy);
  if (waiting !== undefined) {
    stdout.write(said(waiting));
    await door.post(
      `/api/v1/policies/proposals/${waiting.id}/decisions`,
      { verdict: 'approved' },
      z.unknown(),
    );
    stdout.write(`${policy.name} ${policy.version} is in force from ${waiting.inForceFrom}.\n`);
    return 0;
  }
  const wish = { document: policy, ...(from === undefined ? {} : { inForceFrom: from }) };
  await door.post('/api/v1/policies/proposals', wish, z.unknown());
  const proposed = await open(door, policy);
  stdout.write(proposed === undefined ? '' : said(proposed));
  stdout.write(
    `${policy.name} ${policy.version} is proposed; it is in force when a second person gives the same command.\n`,
  );
  return 0;
}

/** The proposal of this version that nobody has decided yet. */
async function open(
  door: Door,
  { name, version }: { name: string; version: string },
): Promise<Proposal | undefined> {
  const { items } = await door.get('/api/v1/policies/proposals', Proposals);
  return items.find((one) => one.name === name && one.version === version && one.verdict === null);
}

const said = ({ difference }: Proposal): string => difference.map((line) => `  ${line}\n`).join('');

function wishOf(argv: string[]): { pack: string; from?: string; url: string; language: string } {
  try {
    const options = {
      from: { type: 'string' },
      url: { type: 'string' },
      language: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [pack, ...more] = positionals;
    if (pack === undefined || more.length > 0) throw new Usage('One pack has to be named', HOW);
    const url = values.url ?? `http://127.0.0.1:${process.env['MINQING_PORT'] ?? '8080'}`;
    return { pack, from: values.from, url, language: values.language ?? 'zh' };
  } catch (error) {
    if (error instanceof Usage) throw error;
    throw new Usage(
      error instanceof Error ? error.message.replace(/\.$/, '') : 'This cannot be understood',
      HOW,
    );
  }
}

import { parseArgs } from 'node:util';

/** The tables that can be asked for. */
export const parts = ['reads', 'acts', 'bundles'] as const;
export type Part = (typeof parts)[number];

/** What is to be measured: sizes in matters, how often each read is asked, in which part of the names. */
export type Order = { parts: readonly Part[]; sizes: readonly number[]; times: number; only?: string };

/** The command line cannot be understood; the message is one sentence. */
export class Usage extends Error {}

const HOW =
  'call it as "npm run bench -- [--part reads|acts|bundles]... [--sizes 1000,10000] [--times 15] [--only words]".';

const options = {
  part: { type: 'string', multiple: true },
  sizes: { type: 'string', default: '1000,10000' },
  times: { type: 'string', default: '15' },
  only: { type: 'string' },
} as const;

/** Reads the flags. Throws Usage. */
export function orderIn(argv: string[]): Order {
  const { part, sizes, times, only } = parsed(argv);
  const unknown = part?.find((name) => !parts.some((one) => one === name));
  if (unknown !== undefined) throw new Usage(`"${unknown}" is no part; ${HOW}`);
  if (!/^\d{2,7}(,\d{2,7})*$/.test(sizes)) throw new Usage(`"${sizes}" are no sizes; ${HOW}`);
  if (!/^[1-9]\d{0,3}$/.test(times)) throw new Usage(`"${times}" is no number of times; ${HOW}`);
  return {
    parts: part === undefined ? parts : parts.filter((name) => part.includes(name)),
    sizes: [...new Set(sizes.split(',').map(Number))].sort((a, b) => a - b),
    times: Number(times),
    only,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Usage(`${error instanceof Error ? error.message : String(error)}; ${HOW}`);
  }
}

import { canonical } from '../../../prisma/canonical.ts';

/** So many places are named; who sees one looks at the rest himself. */
const MOST = 12;

/** The paths at which two pieces of JSON differ, in the order of the first; empty when both say the same. */
export function differences(one: unknown, other: unknown, path = ''): string[] {
  if (canonical(one) === canonical(other)) return [];
  if (!isTree(one) || !isTree(other)) return [path === '' ? '.' : path];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const within = names.flatMap((name) =>
    differences(one[name], other[name], path === '' ? name : `${path}.${name}`),
  );
  return within.slice(0, MOST);
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object';

import type { SourceFile } from './source-files.ts';

/** Every ring of files that import each other (types aside), once each, as a readable chain. */
export function findCycles(files: SourceFile[]): string[] {
  const next = new Map(
    files.map(({ name, imports }) => [
      name,
      imports.filter((i) => i.isLocal && !i.isTypeOnly).map((i) => i.target),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (name: string, way: string[]) => {
    const at = way.indexOf(name);
    if (at >= 0) found.push([...way.slice(at), name].join(' → '));
    if (at >= 0 || done.has(name)) return;
    for (const target of next.get(name) ?? []) walk(target, [...way, name]);
    done.add(name);
  };
  for (const { name } of files) walk(name, []);
  return found;
}

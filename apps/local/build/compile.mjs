import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is compiled, and what lies beside the code and is copied as it is. */
export const places = ['workflows', 'policies', 'prisma', 'apps/api', 'apps/worker', 'apps/local'];
const isCode = /(?<!\.d)\.ts$/;
const isCopied = /\.(json|sql)$/;

/** @type {import('@swc/core').Options} */
const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
    ...{ rewriteRelativeImportExtensions: true }, // swc knows it, its types do not yet
  },
  module: { type: 'es6' },
  sourceMaps: true,
  swcrc: false,
};

/**
 * Compiles the server's TypeScript into `dist`, file by file, and removes what has no source any more.
 * @param {string} root
 */
export async function compile(root) {
  const { transformFile } = await import('@swc/core');
  const sources = places.flatMap((place) =>
    all(root, place, (name) => isCode.test(name) || isCopied.test(name)),
  );
  await Promise.all(
    sources.map(async (source) => {
      const target = path.join(root, 'dist', targetOf(source));
      mkdirSync(path.dirname(target), { recursive: true });
      if (!isCode.test(source)) return cpSync(path.join(root, source), target);
      const { code, map } = await transformFile(path.join(root, source), options);
      writeFileSync(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
      writeFileSync(`${target}.map`, map ?? '');
    }),
  );
  removeOthers(root, new Set(sources.map(targetOf)));
}

/** @param {string} source */
function targetOf(source) {
  return source.replace(isCode, '.js');
}

/** @param {string} root @param {Set<string>} wanted */
function removeOthers(root, wanted) {
  for (const place of places) {
    const there = all(path.join(root, 'dist'), place, () => true);
    for (const file of there.filter((name) => !wanted.has(name.replace(/\.map$/, ''))))
      rmSync(path.join(root, 'dist', file));
  }
}

/** @param {string} root @param {string} place @param {(name: string) => boolean} isWanted @returns {string[]} */
function all(root, place, isWanted) {
  if (!existsSync(path.join(root, place))) return [];
  return readdirSync(path.join(root, place), { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) return all(root, inside, isWanted);
    return isWanted(entry.name) ? [inside] : [];
  });
}

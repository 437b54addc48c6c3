import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const text = readFileSync('package-lock.json', 'utf8');
const { packages } = Lock.parse(JSON.parse(text));

/** Whether a package at `from` finds this one, in its own node_modules or in one above. */
function finds(from: string, name: string): boolean {
  if (packages[`${from}${from && '/'}node_modules/${name}`]) return true;
  return from !== '' && finds(from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
}

describe('package-lock.json', () => {
  it('names the packages of every platform, for `npm ci` refuses a lock that lacks one', () => {
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !finds(at, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names no place to fetch from: that is for each machine to say', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
  });

  it('is what package.json asks for', () => {
    const Asked = z.object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    });
    const asked = Asked.parse(JSON.parse(readFileSync('package.json', 'utf8')));
    for (const [name, version] of Object.entries({ ...asked.dependencies, ...asked.devDependencies })) {
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });
});

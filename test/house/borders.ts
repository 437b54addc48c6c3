/** One border: files that it is for, and what they may import: packages by pattern, the project's files by pattern. */
export type Border = { of: RegExp; packages: RegExp; files: RegExp; why: string };

const any = /./;
const contracts = String.raw`workflows/catalog\.ts$|workflows/words/|workflows/rules/notation\.ts$|workflows/(process|processes/[^/]+)/(asked-alike|contract|actor|definition|event|field|heard|state|task)\.ts$`;

/** The first border whose `of` fits a file is the one that binds it. */
export const borders: Border[] = [
  {
    of: /^workflows\/rules\//,
    packages: /^zod$/,
    files: /^workflows\/rules\//,
    why: 'rules are pure: they import only zod and each other',
  },
  {
    of: /^workflows\/.*contract\.ts$/,
    packages: /^zod$/,
    files:
      /^workflows\/(rules\/|process\/(asked-alike|contract|actor|event|field|heard|state|task)\.ts$|processes\/[^/]+\/contract\.ts$)/,
    why: 'contracts import only zod, rules and each other',
  },
  {
    of: /^workflows\/words\//,
    packages: /^$/,
    files: /^workflows\/(words\/|process\/field\.ts$)/,
    why: 'words are data',
  },
  {
    of: /^workflows\//,
    packages: /^(zod|@temporalio\/workflow)$/,
    files: /^workflows\/(?!words\/)/,
    why: 'workflows/ imports only itself, zod and @temporalio/workflow, and no words: they would be in every worker',
  },
  { of: /^policies\//, packages: any, files: /^(policies|workflows)\//, why: 'packs know the rules only' },
  { of: /^prisma\//, packages: any, files: /^(prisma|policies|workflows)\//, why: 'prisma/ knows no app' },
  {
    of: /^apps\/console\/vite\.config\.ts$/,
    packages: any,
    files: /^$/,
    why: 'it builds the console and is no part of it',
  },
  {
    of: /^apps\/console\//,
    packages: /^(?!node:|@nestjs\/|@temporalio\/|@prisma\/|pg$|prisma)/,
    files: new RegExp(`^(apps/console/|${contracts})`),
    why: 'the console imports workflows/catalog.ts, words, how terms are written and contracts, never messages',
  },
  {
    of: /^apps\/api\//,
    packages: any,
    files: /^(apps\/api|workflows|policies|prisma)\//,
    why: 'apps never import each other',
  },
  {
    of: /^apps\/worker\//,
    packages: /^(?!@nestjs\/)/,
    files: /^(apps\/worker|workflows|policies|prisma)\//,
    why: 'apps never import each other',
  },
  {
    of: /^apps\/local\//,
    packages: any,
    files: /^(apps\/local|workflows|policies|prisma)\//,
    why: 'apps never import each other',
  },
];

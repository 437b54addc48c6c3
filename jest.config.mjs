// Jest as ES modules, compiled by swc with decorator metadata. Servers start only when a test asks for one
// (test/setup/desk.ts), so a file of pure rules runs at once. Plain JS: on Node 20 Jest cannot read a TypeScript config.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2023',
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

export default {
  rootDir: '.',
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': ['@swc/jest', swc] },
  globalSetup: '<rootDir>/test/setup/global-setup.ts',
  globalTeardown: '<rootDir>/test/setup/global-teardown.ts',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.minqing/', '<rootDir>/\\.cache/'],
  maxWorkers: 2,
  // Modules of a test file are never quite given back: a worker that has grown is replaced, before its heap slows it down.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};

import { availableParallelism } from 'node:os';

// Tests run from the TypeScript sources: the #layer/ imports, which point at dist/ in production, are mapped back.
// Tests that start threads or whole programs use the build, which `npm test` makes first.
const layers = 'codegen|domain|ports|application|adapters|client|src';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    [`^#(${layers})/(.*)\\.js$`]: '<rootDir>/$1/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['{codegen,domain,application,adapters,client,src}/**/*.ts', '!**/generated/**'],
  testTimeout: 90_000,
  // Two also where there are two cores: many suites wait for programs that they started. Three were tried (2026-12-01): servers and
  // browsers filled both cores, and each suite took up to twice as long.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: '<rootDir>/scripts/test-order.mjs',
  // Modules of a suite that has ended stay in its process (ES modules in contexts of their own). A process that has grown
  // beyond this is changed for a new one: with 1.5 GB the same suites took two to four times as long (bench/RESULTS.md).
  workerIdleMemoryLimit: '200MB',
};

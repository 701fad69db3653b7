import { defineConfig } from 'vitest/config'

/** Pure and server tests share one process a file group (isolation costs 20 times the run); the browser is apart. */
export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        extends: false,
        test: {
          name: 'core',
          include: ['test/*.test.ts', 'test/matching/**/*.test.ts', 'test/workflow/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: false,
        test: {
          // Pure as well, but for its worker threads and files; apart, so that the core stays quick.
          name: 'roster',
          include: ['test/roster/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: false,
        test: {
          name: 'server',
          globalSetup: ['test/postgres-setup.ts'],
          include: ['test/db/**/*.test.ts', 'test/api/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: false,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          // A busy machine takes longer than a second to solve a village.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

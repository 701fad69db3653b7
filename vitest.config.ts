import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Programs that tests start compile nothing anew: half of what a start takes. */
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') }
/** A file waits for its solver, its server or its browser as often as it works. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/** Pure and server tests share one process a file group (isolation costs 20 times the run); the browser is apart. Groups run one after the other. */
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
          env,
          maxWorkers,
          sequence: { groupOrder: 1 },
          include: ['test/db/**/*.test.ts', 'test/api/**/*.test.ts'],
          isolate: false,
          // Two files at once, with their solvers, on a machine that may be busy.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: false,
        test: {
          name: 'browser',
          globalSetup: ['test/e2e/prepared.ts'],
          env,
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.test.ts'],
          // A busy machine takes longer than a second to solve a village.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file has a server, a folder and a browser of its own; two cores carry no third.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
})

import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL of this run, without a database. */
    postgres: string
  }
}

let server: PostgresServer

/** One server for all suites of a run; each makes its own database in it (databases.ts). */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres()
  project.provide('postgres', server.url)
}

export async function teardown(): Promise<void> {
  await server.stop()
}

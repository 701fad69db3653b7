import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { reading } from '../api/killed.ts'
import { findBrowser } from './browser.ts'
import { fontConfiguration } from './fonts.ts'
import { run } from './server.ts'

const root = join(import.meta.dirname, '../..')

/** A folder with the built interface and what the program leaves of its first start. */
export type Prepared = {
  folder: string
  /** As the first start says them on the terminal. */
  administrator: { username: string; password: string }
}

declare module 'vitest' {
  interface ProvidedContext {
    prepared: Prepared
  }
}

/** Once for all files: each begins with a copy of it (server.ts). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prepared = await prepare()
  project.provide('prepared', prepared)
  return () => rm(prepared.folder, { recursive: true, force: true })
}

/** Builds the interface, and meanwhile starts the real program for the first time. */
export async function prepare(): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'yanzhen-prepared-'))
  // Unpacked here, since two files at once would both do it.
  const unpacked = Promise.all([findBrowser(), fontConfiguration()])
  const [administrator] = await Promise.all([startOnce(folder), buildInterface(folder), unpacked])
  return { folder, administrator }
}

async function buildInterface(folder: string): Promise<void> {
  await build({
    root: join(root, 'ui'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(folder, 'interface'), emptyOutDir: true },
  })
}

/** Until the program has counted every village. Nobody opens a page of it, so that it needs no built one. */
async function startOnce(folder: string): Promise<Prepared['administrator']> {
  const program = await run(folder, join(root, 'ui'))
  try {
    const administrator = await program.administrator
    await counted(folder)
    return administrator
  } finally {
    await program.stop()
  }
}

/** Looked at from beside, so that nobody has signed in yet. It is no condition: what is missing is counted later. */
async function counted(folder: string): Promise<void> {
  const left = `
    select (select count(*) from villages where merged_into is null)
      - (select count(*) from village_teams)`
  for (let round = 0; round < 600; round++) {
    if (reading(folder, (db) => db.prepare(left).pluck().get()) === 0) return
    await wait(200)
  }
}

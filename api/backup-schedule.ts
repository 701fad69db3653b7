import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Cron } from 'croner'
import type { Configuration } from './configuration.ts'
import type { Log } from './log.ts'

/** What is told of a copy in the log. */
const MOST_SAID = 2_000

/**
 * Copies the database each day at the given time by the clock of the machine, in a process of its own, so that nobody
 * waits for it. Answers how to stop; without a time there is nothing to do.
 */
export function scheduleBackups(
  { backupAt }: Pick<Configuration, 'backupAt'>,
  env: Record<string, string | undefined>,
  log: Log,
): () => void {
  if (!backupAt) return () => {}
  const stopped = new AbortController()
  const work = async () => {
    await runBackup(env, log, stopped.signal)
  }
  const job = new Cron(patternOf(backupAt), { protect: true, unref: true }, work)
  log.info({ next: job.nextRun()?.toISOString() }, 'backups scheduled')
  return () => {
    job.stop()
    stopped.abort()
  }
}

/** When the schedule makes the next one. */
export function nextBackup(at: NonNullable<Configuration['backupAt']>, now: Date): Date | null {
  return new Cron(patternOf(at), { paused: true }).nextRun(now)
}

/** Runs the command of the terminal as the schedule does, and writes down how it ended. */
export async function runBackup(
  env: Record<string, string | undefined>,
  log: Log,
  signal?: AbortSignal,
): Promise<boolean> {
  const { code, said } = await ended(env, signal)
  const isDone = code === 0
  if (isDone) log.info({ said }, 'backup made')
  else log.error({ code, said }, 'backup failed')
  return isDone
}

function patternOf({ minute, hour }: NonNullable<Configuration['backupAt']>): string {
  return `${minute} ${hour} * * *`
}

function ended(env: Record<string, string | undefined>, signal: AbortSignal | undefined) {
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; said: string }>()
  const args = [join(import.meta.dirname, 'cli.ts'), 'backup', '--scheduled']
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  const child = spawn(process.execPath, args, { env, stdio, ...(signal && { signal }) })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-MOST_SAID)
    })
  child.once('error', (error) => resolve({ code: null, said: String(error) }))
  child.once('close', (code) => resolve({ code, said }))
  return promise
}

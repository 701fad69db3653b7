import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import type { Prepared } from './prepared.ts'

const root = join(import.meta.dirname, '../..')

/** Room for what is young: collecting it was a fifth of the work of a start. */
const ROOMY = '--min-semi-space-size=16'

export type Server = Awaited<ReturnType<typeof startServer>>

/** The real program on a free port, with a folder of its own for data and keys: a copy of what was prepared. */
export async function startServer(prepared: Prepared = inject('prepared')) {
  const folder = await mkdtemp(join(tmpdir(), 'yanzhen-'))
  for (const part of ['data', 'keys'])
    await cp(join(prepared.folder, part), join(folder, part), { recursive: true })
  const program = await run(folder, join(prepared.folder, 'interface'))
  return {
    address: program.address,
    administrator: prepared.administrator,
    async stop() {
      await program.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Starts the program in a folder and waits until it answers. */
export async function run(folder: string, builtInterface: string) {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [ROOMY, 'api/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      YANZHEN_DATA: join(folder, 'data'),
      YANZHEN_KEY_FILE: join(folder, 'keys', 'keys.json'),
      YANZHEN_INTERFACE: builtInterface,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const administrator = administratorIn(child)
  await answering(address, child)
  return {
    address,
    /** As the first start in a folder says them on the terminal; never from a later one. */
    administrator,
    async stop() {
      const hasEnded = child.exitCode !== null || child.signalCode !== null
      if (!hasEnded && child.kill('SIGTERM')) await once(child, 'exit')
    },
  }
}

/** Fills the form that stands at any address until somebody is signed in, and waits for the answer. */
export async function signIn(page: Page, username: string, password = DEMONSTRATION_PASSWORD) {
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  const answer = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/v1/session') && response.request().method() === 'POST',
  )
  await page.locator('.sign-in form button[type=submit]').click()
  await answer
}

/** A connection that the server lets go of while idle may be taken at the same moment. */
const ONCE = { connection: 'close' }
const AS_JSON = { 'content-type': 'application/json' }

/** Asks the program directly, as somebody who signed in. */
export async function asking(address: string, username: string, password = DEMONSTRATION_PASSWORD) {
  const send = (path: string, cookie: string, method: string, body?: unknown) =>
    fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...ONCE, cookie, ...(body !== undefined && AS_JSON) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const answer = await send('/session', '', 'POST', { username, password })
  if (!answer.ok) throw new Error(await answer.text())
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    cookie,
    get: (path: string) => send(path, cookie, 'GET'),
    post: (path: string, body?: unknown) => send(path, cookie, 'POST', body),
  }
}

function administratorIn(child: ChildProcess): Promise<Prepared['administrator']> {
  const { promise, resolve } = Promise.withResolvers<Prepared['administrator']>()
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    const found = /user name: (\S+)[\s\S]*one-time password: (\S+)/.exec(text)
    if (found) resolve({ username: found[1]!, password: found[2]! })
  })
  return promise
}

/** The first start fills the demonstration county, which takes some seconds. */
async function answering(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${address}/api/v1/health`).catch(() => undefined)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error('the server did not answer in two minutes')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

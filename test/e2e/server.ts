import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** The real program on a free port with a database of its own, serving the interface just built. */
export async function startServer() {
  await build({
    root: join(root, 'ui'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
  })
  const data = await mkdtemp(join(tmpdir(), 'yanzhen-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), YANZHEN_DATA: data, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answering(address, child)
  return {
    address,
    async stop() {
      const hasEnded = child.exitCode !== null || child.signalCode !== null
      if (!hasEnded && child.kill('SIGTERM')) await once(child, 'exit')
      await rm(data, { recursive: true, force: true })
    },
  }
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

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { cookieOf } from '../api/served.ts'
import { writeRosterFile } from './roster-file.ts'
import { quantile, round } from './timing.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Between two reads of somebody who looks people up meanwhile. */
const PAUSE_MS = 40
const EXPORTED = ['sex', 'bornOn', 'ethnicity', 'education', 'party', 'place', 'occupation']

/**
 * A roll list of many people through the real program in a process of its own: from the first byte sent until they are in
 * the pool, with its memory, and how long others wait for an answer meanwhile; then everybody out again as a workbook.
 */
export async function importBench({ rows }: { rows: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  // The county is invented at the first start, which is no part of what is measured.
  await stopped((await startIn(folder)).child)
  const { child, address } = await startIn(folder)
  try {
    const ask = await signedIn(address)
    const { townships } = await ask('/places').then((it) => it.json())
    const file = join(folder, 'roster.xlsx')
    await writeRosterFile(file, { rows, places: placesOf(townships) })
    const bytes = readFileSync(file)
    const watch = watchMemory(child.pid!)
    const startMB = watch.peak()
    const reads = await readMeanwhile(ask)
    const startedAt = performance.now()
    const steps = await importAll(ask, bytes)
    const importSeconds = (performance.now() - startedAt) / 1000
    const readMs = await reads.stop()
    const peakMB = watch.peak()
    const exported = await exportAll(ask)
    const exportPeakMB = watch.stop()
    if (exported.rows < rows) throw new Error(`${exported.rows} rows came out of ${rows}`)
    return {
      rows,
      fileMB: round(bytes.length / 1024 / 1024),
      importSeconds: round(importSeconds),
      checkSeconds: round(steps.checkSeconds),
      writeSeconds: round(steps.writeSeconds),
      startMB: Math.round(startMB),
      peakMB: Math.round(peakMB),
      reads: readMs.length,
      readP50MsMeanwhile: round(quantile(readMs, 0.5)),
      readP99MsMeanwhile: round(quantile(readMs, 0.99)),
      exportSeconds: round(exported.seconds),
      exportPeakMB: Math.round(exportPeakMB),
      exportMB: round(exported.bytes / 1024 / 1024),
    }
  } finally {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startIn(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'index.html'), '<title>雁阵</title>')
  const port = await freePort()
  const env = {
    ...{ PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'error' },
    ...{ YANZHEN_DATA: join(folder, 'data'), YANZHEN_INTERFACE: dist },
  }
  const child = spawn(process.execPath, ['api/main.ts'], { cwd: ROOT, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
      child.emit('said')
    })
  while (!said.includes('停止 stop')) {
    if (child.exitCode !== null) throw new Error(said)
    await once(child, 'said')
  }
  return { child, address: `http://127.0.0.1:${port}` }
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'close')
}

type Township = { name: string; villages: { name: string }[] }

const placesOf = (townships: Township[]) =>
  townships.flatMap(({ name: township, villages }) =>
    villages.map(({ name: village }) => ({ township, village })),
  )

type Ask = (path: string, init?: RequestInit) => Promise<Response>

async function signedIn(address: string): Promise<Ask> {
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'demo-county', password: DEMONSTRATION_PASSWORD }),
  })
  const cookie = cookieOf(answer)
  return async (path, init = {}) => {
    const headers = { ...json, cookie, ...init.headers }
    const answer = await fetch(`${address}/api/v1${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
}

async function importAll(ask: Ask, bytes: Uint8Array) {
  const startedAt = performance.now()
  const name = encodeURIComponent('全县人才名单.xlsx')
  const answer = await ask(`/imports?kind=people&name=${name}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id } = await answer.json()
  const checked = await settled(ask, id)
  if (checked.state !== 'checked' || checked.counts.faulty > 0)
    throw new Error(JSON.stringify({ ...checked, reading: null, fields: null }))
  const checkedAt = performance.now()
  await ask(`/imports/${id}/writing`, { method: 'POST', body: '{}' })
  const done = await settled(ask, id)
  if (done.state !== 'done') throw new Error(JSON.stringify(done.problem))
  const doneAt = performance.now()
  return {
    checkSeconds: (checkedAt - startedAt) / 1000,
    writeSeconds: (doneAt - checkedAt) / 1000,
  }
}

/** Waits for the last of the events, as the page does. */
async function settled(ask: Ask, id: string) {
  await ask(`/imports/${id}/events`).then((it) => it.text())
  return ask(`/imports/${id}`).then((it) => it.json())
}

/** A page of the pool, which is asked for as often as the limit of searches allows, and pages of places and people. */
const SEARCHES = ['/talents?q=%E6%9D%8E&limit=20', '/talents?q=zw&limit=20', '/talents?q=%E5%85%9A']
const SEARCH_EVERY_MS = 1_000

async function readMeanwhile(ask: Ask) {
  const { people } = await ask('/talents?limit=50').then((it) => it.json())
  const portraits: string[] = people.map(({ id }: { id: string }) => `/talents/${id}`)
  const others = [...portraits, '/townships/370406104', '/villages/370406104218']
  const times: number[] = []
  const work = { isOver: false }
  const reading = (async () => {
    let searchedAt = 0
    for (let at = 0; !work.isOver; at++) {
      const startedAt = performance.now()
      const isSearch = startedAt - searchedAt > SEARCH_EVERY_MS
      if (isSearch) searchedAt = startedAt
      const path = isSearch ? SEARCHES[at % SEARCHES.length]! : others[at % others.length]!
      await ask(path).then((it) => it.text())
      times.push(performance.now() - startedAt)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  })()
  reading.catch(() => undefined)
  const stop = async () => {
    work.isOver = true
    await reading
    return times
  }
  return { stop }
}

/** Resident memory, as the system counts it. */
function watchMemory(pid: number) {
  let peak = 0
  const look = () => {
    const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    peak = Math.max(peak, Number(found?.[1] ?? 0) / 1024)
  }
  look()
  const timer = setInterval(look, 50)
  const stop = () => {
    clearInterval(timer)
    return peak
  }
  return { stop, peak: () => peak }
}

async function exportAll(ask: Ask) {
  const startedAt = performance.now()
  const { total } = await ask('/talents?limit=1').then((it) => it.json())
  const body = { query: {}, columns: EXPORTED, format: 'xlsx', reason: '全县名单核对' }
  const answer = await ask('/exports', { method: 'POST', body: JSON.stringify(body) })
  let bytes = 0
  for await (const part of answer.body!) bytes += part.length
  return { seconds: (performance.now() - startedAt) / 1000, bytes, rows: total as number }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address!.port : 0
}

import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createLog } from '../../api/log.ts'
import { createPaperRuns, PAPER_LIMITS, type Wanted } from '../../api/papers/runs.ts'
import { Problem } from '../../api/problem.ts'

type Limits = Partial<typeof PAPER_LIMITS>
const open: ReturnType<typeof createPaperRuns>[] = []
afterEach(() => {
  for (const runs of open.splice(0)) runs.stop()
})

function runsWith(limits: Limits = {}) {
  const runs = createPaperRuns({ log: createLog('silent') }, { ...PAPER_LIMITS, ...limits })
  open.push(runs)
  return runs
}

/** A paper that goes on when it is let go. */
function held(account: string) {
  const { promise, resolve } = Promise.withResolvers<void>()
  async function* make() {
    await promise
    yield Buffer.from('paper')
  }
  return { wanted: wantedOf(account, make), letGo: resolve }
}

function wantedOf(account: string, make: Wanted['make']): Wanted {
  const file = { name: 'paper.docx', format: 'docx' as const }
  return { kind: 'report', file, total: 1, purpose: '', account, scope: '{}', make }
}

async function* parts(sizes: readonly number[]) {
  for (const size of sizes) yield new Uint8Array(size)
}

const NOW = '2026-11-26T00:00:00Z'
const settle = () => wait(10)

describe('papers on their way', () => {
  test('few are made at once, and whoever has none being made comes first', async () => {
    const runs = runsWith({ atOnce: 2 })
    const [a1, a2, a3, b1] = ['a', 'a', 'a', 'b'].map(held)
    const started = [a1!, a2!, a3!, b1!].map(({ wanted }) => runs.take(wanted, NOW))
    expect(started.map(({ state }) => state)).toEqual(['working', 'working', 'waiting', 'waiting'])
    a1!.letGo()
    await settle()
    expect(started.map(({ state }) => state)).toEqual(['done', 'working', 'waiting', 'working'])
  })

  test('an account has so many on their way, and others are not kept from theirs', () => {
    const runs = runsWith({ unfinished: 2 })
    runs.take(held('a').wanted, NOW)
    runs.take(held('a').wanted, NOW)
    expect(() => runs.take(held('a').wanted, NOW)).toThrow(Problem)
    expect(runs.take(held('b').wanted, NOW).state).toBe('waiting')
  })

  test('a small file is kept and read again', async () => {
    const run = runsWith().take(
      wantedOf('a', () => parts([3, 4])),
      NOW,
    )
    await settle()
    const sizes = async () => (await Array.fromAsync(run.spool.read())).map(({ length }) => length)
    expect(await sizes()).toEqual([3, 4])
    expect(await sizes()).toEqual([3, 4])
  })

  test('a large file waits for whoever takes it, holds nobody up, and is taken once', async () => {
    const runs = runsWith({ bytes: 10, atOnce: 1 })
    const large = runs.take(
      wantedOf('a', () => parts([8, 8, 8, 8])),
      NOW,
    )
    await settle()
    expect(large).toMatchObject({ state: 'working' })
    expect(large.spool.bytes()).toBe(16)
    const other = runs.take(
      wantedOf('b', () => parts([1])),
      NOW,
    )
    await settle()
    expect(other.state).toBe('done')
    expect(await Array.fromAsync(large.spool.read())).toHaveLength(4)
    expect(large.state).toBe('done')
    expect(large.spool.isWhole()).toBe(false)
  })

  test('a large file whose reader goes away is of no use and ends', async () => {
    const runs = runsWith({ bytes: 10 })
    const run = runs.take(
      wantedOf('a', () => parts([8, 8, 8, 8, 8, 8])),
      NOW,
    )
    const reader = run.spool.read()
    for (let part = 0; part < 4; part++) await reader.next()
    await reader.return(undefined)
    runs.leaveTorn(run)
    expect(run.state).toBe('cancelled')
    expect(runs.find(run.id, 'a', '{}')).toBeUndefined()
  })

  test('a reader that takes nothing goes, and holds nobody up', async () => {
    const runs = runsWith({ bytes: 10, atOnce: 1, patienceMs: 30 })
    const run = runs.take(
      wantedOf('a', () => parts([8, 8, 8, 8])),
      NOW,
    )
    const left: string[] = []
    const reader = run.spool.read(() => {
      left.push('a')
      runs.leaveTorn(run)
    })
    await reader.next()
    const next = runs.take(
      wantedOf('b', () => parts([1])),
      NOW,
    )
    await wait(100)
    expect(left).toEqual(['a'])
    expect(run.spool.readers()).toBe(0)
    expect(next.state).toBe('done')
    await expect(reader.next()).rejects.toThrow('nothing')
  })

  test('a reader who waits for more to be made is not sent away', async () => {
    const runs = runsWith({ patienceMs: 20 })
    const { wanted, letGo } = held('a')
    const run = runs.take(wanted, NOW)
    const whole = Array.fromAsync(run.spool.read())
    await wait(80)
    letGo()
    expect(await whole).toHaveLength(1)
  })

  test('all that is kept has an end: what waits begins when there is room, more is refused', async () => {
    const runs = runsWith({ bytes: 10, total: 25 })
    const [first, second] = ['a', 'b'].map((account) =>
      runs.take(
        wantedOf(account, () => parts([10])),
        NOW,
      ),
    )
    await settle()
    expect([first!.state, second!.state]).toEqual(['done', 'done'])
    expect(() => runs.take(held('c').wanted, NOW)).toThrow(/25|内存|memory/)
    runs.leave(first!)
    expect(runs.take(held('c').wanted, NOW).state).toBe('working')
  })

  test('those that were taken on while there was room wait until there is again', async () => {
    const runs = runsWith({ bytes: 10, total: 24, atOnce: 1 })
    const first = held('a')
    const small = (account: string) => wantedOf(account, () => parts([10]))
    const all = [first.wanted, small('b'), small('c'), small('d')].map((it) => runs.take(it, NOW))
    first.letGo()
    await settle()
    expect(all.map(({ state }) => state)).toEqual(['done', 'done', 'waiting', 'waiting'])
    runs.leave(all[1]!)
    await settle()
    expect(all[2]!.state).toBe('done')
  })

  test('what nobody comes for ends by itself; what is watched does not', async () => {
    const runs = runsWith({ idleMs: 40 })
    const [left, watched] = [held('a'), held('b')].map(({ wanted }) => runs.take(wanted, NOW))
    runs.watch(watched!, () => {})
    await wait(200)
    expect(left!.state).toBe('cancelled')
    expect(runs.find(left!.id, 'a', '{}')).toBeUndefined()
    expect(watched!.state).toBe('working')
  })

  test('one that is cancelled makes no more, and the next begins', async () => {
    const runs = runsWith({ atOnce: 1 })
    const made: number[] = []
    async function* endless() {
      for (let at = 0; ; at++) {
        made.push(at)
        await wait(1)
        yield new Uint8Array(1)
      }
    }
    const run = runs.take(wantedOf('a', endless), NOW)
    const next = runs.take(
      wantedOf('b', () => parts([1])),
      NOW,
    )
    await settle()
    runs.leave(run)
    await settle()
    const count = made.length
    await settle()
    expect(made.length).toBe(count)
    expect(next.state).toBe('done')
  })

  test('one that fails says why, and not what happened inside', async () => {
    const runs = runsWith()
    const refusal = new Problem('not-found', { zh: '没有这个乡镇', en: 'No such township' })
    const fail = (error: Error): Wanted['make'] =>
      async function* () {
        await wait(1)
        if (error) throw error
        yield new Uint8Array(1)
      }
    const refused = runs.take(wantedOf('a', fail(refusal)), NOW)
    const broken = runs.take(wantedOf('b', fail(new Error('select secret from x'))), NOW)
    await settle()
    expect(refused).toMatchObject({ state: 'failed', failure: { type: 'not-found' } })
    expect(JSON.stringify(broken.failure)).not.toContain('secret')
    await expect(Array.fromAsync(broken.spool.read())).rejects.toThrow('failed')
  })
})

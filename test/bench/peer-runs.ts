import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A model on disk, with what is known of it: `fit` and `priced` of our plan, to put a gap of total fit in others' terms. */
export type Peer = { file: string; seconds: number; gap: number; fit: number; priced: number }
/** `gap` in total fit, null without a plan; `end` is how it stopped, in its own words. */
export type Reached = { seconds: number; gap: number | null; end: string }

/** Seconds over the limit after which a solver that does not look at its clock is ended. */
const GRACE = 30

export const isPresent = (name: string) =>
  spawnSync(name, ['--version', '-quit']).error === undefined

/** CBC counts its gap in the objective, which is total fit where no more is missed. */
export async function viaCbc({ file, seconds, gap, fit }: Peer): Promise<Reached> {
  const limits = ['-timeMode', 'elapsed', '-sec', `${seconds}`, '-allow', `${gap * fit}`]
  const { said, spent } = await told('cbc', [file, ...limits, '-solve', '-quit'], seconds)
  const number = (label: string) => numberIn(said, new RegExp(`${label}:\\s+(\\S+)`))
  // Where it was ended from outside, its last line of progress says how far it was.
  const [, last, possible] =
    said.match(/nodes, \d+ on tree, (\S+) best solution, best possible (\S+)(?![\s\S]*on tree)/) ??
    []
  const best = number('Objective value') ?? finite(last)
  const isOptimal = said.includes('Optimal solution found')
  const bound = number('Lower bound') ?? (isOptimal ? best : finite(possible))
  return {
    seconds: spent,
    gap: gapOf(best, bound, fit),
    end: /Result - (.+)/.exec(said)?.[1] ?? 'ended',
  }
}

/** glpsol counts its gap as a share of the objective. */
export async function viaGlpsol({ file, seconds, gap, fit, priced }: Peer): Promise<Reached> {
  const share = (gap * fit) / Math.abs(priced)
  const args = ['--freemps', file, '--tmlim', `${seconds}`, '--mipgap', `${share}`]
  const { said, spent } = await told('glpsol', args, seconds)
  const lines = said.split('\n').filter((line) => /(>>>>>|mip =)/.test(line))
  const [, best, bound] = /(?:>>>>>|mip =)\s+(\S+) >=\s+(\S+)/.exec(lines.at(-1) ?? '') ?? []
  const isEnded = said.includes('tree is empty')
  const proven = isEnded ? best : bound
  const ends = said.match(/^.*(?:TIME LIMIT|OPTIMAL SOLUTION|GAP TOLERANCE).*$/gm)
  const end = ends?.at(-1) ?? 'ended'
  return { seconds: spent, gap: gapOf(finite(best), finite(proven), fit), end }
}

/** HiGHS in a thread of its own, which an exhausted memory takes down alone. */
export async function viaHighs(peer: Peer): Promise<Reached> {
  const startedAt = performance.now()
  const worker = new Worker(new URL('./peer-highs.ts', import.meta.url), {
    workerData: peer,
    // An abort of Emscripten prints the whole program.
    ...{ stdout: true, stderr: true },
  })
  const ended = new Promise<Omit<Reached, 'seconds'>>((resolve) => {
    worker.on('message', ({ best, bound, end }) =>
      resolve({ gap: gapOf(best, bound, peer.fit), end }),
    )
    worker.on('error', (error) => resolve({ gap: null, end: `failed: ${`${error}`.slice(0, 80)}` }))
    worker.on('exit', () => resolve({ gap: null, end: 'failed' }))
    setTimeout(
      () => resolve({ gap: null, end: 'did not look at its clock' }),
      (peer.seconds + GRACE) * 1000,
    ).unref()
  })
  const reached = await ended
  const seconds = (performance.now() - startedAt) / 1000
  await worker.terminate()
  return { seconds, ...reached }
}

function gapOf(best: number | null, bound: number | null, fit: number): number | null {
  return best === null || bound === null ? null : Math.max(0, best - bound) / fit
}

async function told(name: string, args: string[], seconds: number) {
  const startedAt = performance.now()
  // Line by line where the system can, so that what it said is not lost when it is ended.
  const [command, ...rest] = isPresent('stdbuf')
    ? ['stdbuf', '-oL', name, ...args]
    : [name, ...args]
  const child = spawn(command!, rest, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const late = setTimeout(() => child.kill('SIGKILL'), (seconds + GRACE) * 1000)
  await once(child, 'close')
  clearTimeout(late)
  return { said, spent: (performance.now() - startedAt) / 1000 }
}

const numberIn = (text: string, pattern: RegExp) => finite(pattern.exec(text)?.[1])

/** Neither -inf nor the 1e50 that stands for nothing found. */
function finite(text: string | undefined): number | null {
  const number = Number(text ?? Number.NaN)
  return Math.abs(number) < 1e40 ? number : null
}

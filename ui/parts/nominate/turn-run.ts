import { createSignal, onCleanup } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import type { Turned } from '../../nominate.ts'

/** Villages of one request, so that progress is seen and it can be stopped between two of them. */
const AT_ONCE = 8

/** How a page asks for it: what would be, and some villages of it. */
export type Turner = {
  preview: (round: string) => Promise<Turned>
  turn: (round: string, villages: string[]) => Promise<Turned>
}
export type Run = ReturnType<typeof createRun>

/** Some villages after the other: what is done stays, whatever happens to the rest. */
export function createRun(props: () => Turner & { round: string; seen: Turned }) {
  const [state, setState] = createSignal<'asking' | 'running' | 'done' | 'stopped'>('asking')
  const [done, setDone] = createSignal(0)
  const [people, setPeople] = createSignal(0)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  let isWanted = true
  onCleanup(() => {
    isWanted = false
  })
  const codes = () => [...new Set(props().seen.nominated.map(({ village }) => village))]
  async function start() {
    if (state() === 'running') return
    const { round, turn } = props()
    const all = codes()
    setState('running')
    setProblem(null)
    try {
      for (let at = done(); at < all.length && isWanted; at += AT_ONCE) {
        const some = all.slice(at, at + AT_ONCE)
        const { nominated } = await turn(round, some)
        setPeople((before) => before + nominated.length)
        setDone(Math.min(all.length, at + AT_ONCE))
      }
      setState(isWanted ? 'done' : 'stopped')
    } catch (error) {
      setProblem(problemOf(error))
      setState('stopped')
    }
  }
  return {
    ...{ state, done, people, problem, start, codes },
    stop: () => {
      isWanted = false
    },
  }
}

import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'

type Working = { status: 'working'; done: number; total: number }

/**
 * A long answer about a plan, begun when the reader asks for it: a look at people is written down, and a county takes
 * half a minute. Who stops asking, or leaves the page, is no longer waited for; the server gives the work up.
 */
export function createStudy<Done extends { status: 'done' }>(
  plan: () => string,
  ask: (plan: string, turn: number) => Promise<Working | Done>,
) {
  const [answer, setAnswer] = createSignal<Done | null>(null)
  const [progress, setProgress] = createSignal<Working | null>(null)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  let run = 0
  const stop = () => {
    run++
    setProgress(null)
  }
  const start = async () => {
    const own = ++run
    setProblem(null)
    setProgress({ status: 'working', done: 0, total: 0 })
    try {
      for (;;) {
        const given = await ask(plan(), Math.random())
        if (own !== run) return
        if (given.status === 'working') setProgress(given)
        else {
          setAnswer(() => given)
          break
        }
      }
    } catch (error) {
      if (own === run) setProblem(problemOf(error))
    }
    if (own === run) setProgress(null)
  }
  createEffect(
    on(plan, () => {
      stop()
      setAnswer(null)
      setProblem(null)
    }),
  )
  onCleanup(stop)
  return { answer, progress, problem, start: () => void start(), stop }
}

import { query } from '@solidjs/router'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { type Scores, type ScoresQuestion, scoresOf } from '../../policy.ts'

/**
 * The answer to the question of the moment: what was asked before is given up, and the last answer stays until then.
 * Asked again when `since` is another: what else the answer hangs on. Weights that move are rested before they come here.
 */
export function createLive(question: () => ScoresQuestion | undefined, since: () => unknown) {
  const [answer, setAnswer] = createSignal<Scores | null>(null)
  const [isAsking, setAsking] = createSignal(false)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  let run = 0
  let asking = new AbortController()
  const stop = () => {
    run++
    asking.abort()
    setAsking(false)
  }
  const ask = async (asked: ScoresQuestion) => {
    const own = ++run
    asking = new AbortController()
    setAsking(true)
    try {
      const given = await scoresOf(asked, asking.signal)
      if (own === run) {
        setAnswer(given)
        setProblem(null)
      }
    } catch (error) {
      if (own === run) setProblem(problemOf(error))
    }
    // An answer depends on more than the question: on people, and on the policy in force.
    query.delete(scoresOf.keyFor(asked, asking.signal))
    if (own === run) setAsking(false)
  }
  const begin = (asked: ScoresQuestion | undefined) => {
    stop()
    if (asked) void ask(asked)
  }
  createEffect(on([question, since], ([asked]) => begin(asked)))
  onCleanup(stop)
  return { answer, isAsking, problem, retry: () => begin(question()) }
}

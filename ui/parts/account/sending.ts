import { createSignal } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'

/** One action of a form: sent once however often it is clicked, with what the server had against it. */
export function createSending<A extends unknown[], R>(send: (...given: A) => Promise<R>) {
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  async function start(...given: A): Promise<{ answer: R } | undefined> {
    if (isBusy()) return undefined
    setBusy(true)
    setProblem(null)
    try {
      return { answer: await send(...given) }
    } catch (error) {
      setProblem(problemOf(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    problem,
    start,
    clear: () => void setProblem(null),
    /** What is wrong with a field, by its pointer in the body. */
    errorAt: (field: string) =>
      problem()?.errors?.find(({ pointer }) => pointer.startsWith(`#/${field}`))?.detail,
  }
}

export type Sending = Pick<ReturnType<typeof createSending>, 'problem' | 'isBusy'>

/** Errors by field that the form finds itself; null where there are none. */
export type Errors<F extends string> = Partial<Record<F, string>>

export const hasErrors = (errors: Errors<string>) =>
  Object.values(errors).some((error) => error !== undefined)

import { isOfType, type ProblemDetails, problemOf } from '../../client.ts'
import { createSending } from '../account/sending.ts'

/** The import went on elsewhere: what stands here is old, so the page says it and reads again. */
const isElsewhere = (problem: ProblemDetails) =>
  isOfType(problem, 'changed') || isOfType(problem, 'conflict')

export type TooLate = (problem: ProblemDetails) => void

/** One action of the wizard. What is wrong with it stands beside it; that it is too late is told to the page. */
export function createActing<A extends unknown[], R>(
  tooLate: TooLate,
  send: (...given: A) => Promise<R>,
) {
  const sending = createSending(async (...given: A) => {
    try {
      return await send(...given)
    } catch (error) {
      const problem = problemOf(error)
      if (isElsewhere(problem)) tooLate(problem)
      throw error
    }
  })
  const problem = () => {
    const found = sending.problem()
    return found && isElsewhere(found) ? null : found
  }
  return { ...sending, problem }
}

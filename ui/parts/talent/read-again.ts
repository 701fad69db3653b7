import { revalidate } from '@solidjs/router'
import { isOfType, type ProblemDetails, problemOf } from '../../client.ts'
import { talentOf } from '../../queries.ts'
import { t } from '../../words/index.ts'

/** Somebody changed the record meanwhile: it is read anew, so that the next attempt knows its revision. */
export function readAgain(id: string) {
  return async (error: unknown): Promise<never> => {
    if (isOfType(problemOf(error), 'changed')) await revalidate(talentOf.keyFor(id))
    throw error
  }
}

export function inOwnWords(problem: ProblemDetails | null): ProblemDetails | null {
  if (!problem || !isOfType(problem, 'changed')) return problem
  return { ...problem, detail: t().portrait.staleAct }
}

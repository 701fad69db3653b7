import { isOfType, type ProblemDetails } from '../../client.ts'
import { t } from '../../words/index.ts'

/** A change by somebody else says what to do about it here. */
export function told(problem: ProblemDetails | null): ProblemDetails | null {
  return problem && isOfType(problem, 'changed')
    ? { ...problem, detail: t().cultivationPlan.said.stale }
    : problem
}

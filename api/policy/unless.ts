import type { Words } from '../../matching/types.ts'
import type { ProblemError } from '../problem.ts'

/** The fault of a place when what should hold does not; NaN holds nothing. */
export function unless(holds: boolean, pointer: string, detail: Words): ProblemError[] {
  return holds ? [] : [{ pointer, detail }]
}

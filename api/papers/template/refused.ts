import type { Words } from '../../../matching/types.ts'
import { Problem, type ProblemError } from '../../problem.ts'

/** A file that cannot be a template, with why and how to mend it. */
export function refused(words: Words, errors: ProblemError[] = []): Problem {
  return new Problem('invalid', words, errors)
}

import type { Words } from '../matching/types.ts'
import { Problem } from './problem.ts'

/** What came of one of many that stand or fail by themselves; whatever is no refusal is thrown on. */
export async function outcomeOf(
  work: Promise<void>,
): Promise<{ done: boolean; problem: Words | null }> {
  try {
    await work
    return { done: true, problem: null }
  } catch (error) {
    if (error instanceof Problem) return { done: false, problem: error.detail }
    throw error
  }
}

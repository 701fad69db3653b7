export type DatabaseProblemCode =
  | 'not-ours'
  | 'newer'
  | 'no-permission'
  | 'wrong-key'
  | 'damaged'
  | 'in-use'
  | 'no-space'
  | 'unreachable'

/** What is wrong with a database, where, and how to mend it; `message` holds both languages. */
export type DatabaseProblem = Error & {
  code: DatabaseProblemCode
  words: { zh: string; en: string }
}

const problems = new WeakSet<Error>()

export function databaseProblem(
  code: DatabaseProblemCode,
  words: { zh: string; en: string },
  cause?: unknown,
): DatabaseProblem {
  const error = new Error(`${words.zh}\n${words.en}`, { cause })
  problems.add(error)
  return Object.assign(error, { name: 'DatabaseProblem', code, words })
}

export function isDatabaseProblem(error: unknown): error is DatabaseProblem {
  return error instanceof Error && problems.has(error)
}

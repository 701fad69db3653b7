import { expect, test } from 'vitest'
import type { Question } from '../../api/solver/messages.ts'
import { createPacker, createUnpacker } from '../../api/solver/people-once.ts'
import { randomProblem } from '../problems.ts'

/** Two of these are as many people as a thread keeps. */
const HALF = 15_000

const slate = (people: number, seed: number): Question => {
  const problem = randomProblem({ villages: 1, people, seed })
  const village = problem.villages[0]!.code
  return { kind: 'slate', problem, village, timeLimitSeconds: 1, gap: 0 }
}

test('people cross to a thread once, however full it is, and all anew when it is over full', () => {
  const [first, second, third] = [slate(HALF, 1), slate(HALF, 2), slate(10, 3)]
  const pack = createPacker()
  const unpack = createUnpacker()
  const rows = [
    { question: first, sent: HALF, isFresh: false, why: 'it has nobody yet' },
    { question: second, sent: HALF, isFresh: false, why: 'there is just room for them' },
    { question: second, sent: 0, isFresh: false, why: 'a full thread has them all the same' },
    { question: first, sent: 0, isFresh: false, why: 'and those before them' },
    { question: third, sent: 10, isFresh: true, why: 'ten more are too many' },
    { question: first, sent: HALF, isFresh: false, why: 'what it let go is sent again' },
  ]
  for (const { question, sent, isFresh, why } of rows) {
    const packed = pack(question)
    expect({ sent: packed.people.length, isFresh: packed.isFresh }, why).toEqual({ sent, isFresh })
    expect(unpack(packed), why).toEqual(question)
  }
})

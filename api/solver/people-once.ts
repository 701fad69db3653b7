import type { Talent } from '../../matching/types.ts'
import type { Question } from './messages.ts'

/**
 * People cross to a worker once: a question about a village looks at up to thousands of them, whose evidence is most
 * of what would be copied, and the next one looks at the same. A person is known by the object: one that was read
 * anew is another, so that nothing old is ever judged.
 */
export type Packed = {
  question: Question
  /** Of the people of the question in their order; null where it has none. */
  handles: Int32Array | null
  /** Those that the worker has not had, by handle. */
  people: [handle: number, talent: Talent][]
  /** Whatever it had before is to be let go. */
  isFresh: boolean
}

/** Some 50 MB; beyond it the worker starts over. */
const MOST = 30_000

/** Of one worker. */
export function createPacker(): (question: Question) => Packed {
  let handles = new WeakMap<Talent, number>()
  let last = 0
  return (question) => {
    if (!('problem' in question)) return { question, handles: null, people: [], isFresh: false }
    const { talents } = question.problem
    const unknown = talents.reduce((count, talent) => count + Number(!handles.has(talent)), 0)
    const isFresh = last + unknown > MOST
    if (isFresh) {
      handles = new WeakMap()
      last = 0
    }
    const people: Packed['people'] = []
    const own = Int32Array.from(talents, (talent) => {
      const known = handles.get(talent)
      if (known !== undefined) return known
      handles.set(talent, ++last)
      people.push([last, talent])
      return last
    })
    const problem = { ...question.problem, talents: [] }
    return { question: { ...question, problem } as Question, handles: own, people, isFresh }
  }
}

/** In the worker: the question with its people, and with the policy and village that it had before where they say the same. */
export function createUnpacker(): (packed: Packed) => Question {
  const known = new Map<number, Talent>()
  const sameAs = createKeeper()
  return ({ question, handles, people, isFresh }) => {
    if (isFresh) known.clear()
    for (const [handle, talent] of people) known.set(handle, talent)
    if (handles === null || !('problem' in question)) return question
    const talents = Array.from(handles, (handle) => known.get(handle)!)
    const { policy, villages } = question.problem
    const problem = { ...question.problem, talents, policy: sameAs(policy) }
    // What was found out about a village by itself is kept with it.
    if (villages.length === 1) problem.villages = villages.map(sameAs)
    return { ...question, problem } as Question
  }
}

/** Objects that a worker keeps at once: a policy is some 20 kB. */
const MOST_KEPT = 50

/** The object of before that says the same, so that what is remembered of it is found again. */
function createKeeper() {
  const kept = new Map<string, object>()
  return <T extends object>(one: T): T => {
    const text = JSON.stringify(one)
    const before = kept.get(text) ?? one
    kept.delete(text)
    kept.set(text, before)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return before as T
  }
}

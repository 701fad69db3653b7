import type { Highs } from 'highs'
import { PATTERNS, seatsOf } from '../../matching/pattern.ts'
import { prepare } from '../../matching/plan/instance.ts'
import { asksFor, openTo, type Question } from '../../matching/slate/question.ts'
import type { Situation } from '../../matching/slate/situation.ts'
import { POSTS, type Problem } from '../../matching/types.ts'

/** Coefficients by choice, at least `least` and at most `most`. */
type Row = { least: number; most: number; values: number[] }

/**
 * Whether a team can meet a question, by one whole-number program over everybody: nobody is left out as worse than
 * others, kinship is by cliques and free people by the rows of plans. Slow, and shares no search with what it checks.
 */
export function canBeMet(situation: Situation, question: Question, highs: Highs): boolean {
  const { instance, rows, choices } = programOf(situation, question)
  const isLacking = instance.availability
    .filter(({ id }) => asksFor(question, id))
    .some(({ people, atLeast }) => people.length < atLeast)
  if (isLacking) return false
  if (choices.length === 0) return rows.every(({ least }) => least <= 1e-9)
  const numCols = choices.length
  const entries = rows.map(({ values }) => [...values.entries()].filter(([, value]) => value !== 0))
  const model = highs.createModel({
    numCols,
    numRows: rows.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts: Int32Array.from([
        0,
        ...entries.map((_, at) => entries.slice(0, at + 1).flat().length),
      ]),
      indices: Int32Array.from(entries.flat(), ([index]) => index),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
    },
  })
  try {
    model.options.set({ output_flag: false })
    model.run()
    return model.getModelStatus() !== highs.constants.modelStatus.infeasible
  } finally {
    model.dispose()
  }
}

function programOf({ problem, crowd }: Situation, question: Question) {
  const relaxed: Problem = {
    ...problem,
    kin: question.kinship ? problem.kin : [],
    pins: question.pins ? problem.pins : [],
    exclusions: question.pins ? problem.exclusions : [],
  }
  const indexOf = new Map(problem.talents.map(({ id }, index) => [id, index]))
  const instance = prepare(relaxed, ({ id }) => openTo(crowd, question, indexOf.get(id)!))
  const choices = Array.from(instance.patterns).flatMap((bits, pair) =>
    [...PATTERNS.keys()]
      .filter((pattern) => ((bits >> pattern) & 1) === 1)
      .map((pattern) => ({ pair, pattern: PATTERNS[pattern]!, person: instance.person[pair]! })),
  )
  const row = (
    least: number,
    most: number,
    value: (choice: (typeof choices)[number]) => number,
  ): Row => ({ least, most, values: choices.map(value) })
  const isPinned = new Set(instance.pinned.map((pair) => instance.person[pair]!))
  const free = instance.availability.filter(
    ({ id, seatedHereCounts }) => asksFor(question, id) && !seatedHereCounts,
  )
  const rows = [
    ...POSTS.map((post) =>
      row(0, seatsOf(problem.villages[0]!, post), ({ pattern }) =>
        pattern.posts.includes(post) ? 1 : 0,
      ),
    ),
    ...Array.from(instance.person, (person) =>
      row(isPinned.has(person) ? 1 : 0, 1, (choice) => (choice.person === person ? 1 : 0)),
    ),
    ...instance.cliques.map(({ members }) =>
      row(0, 1, ({ person }) => (members.includes(person) ? 1 : 0)),
    ),
    ...instance.forms
      .filter(({ id }) => asksFor(question, id))
      .map((form) =>
        row(
          form.atLeast,
          Infinity,
          ({ pattern, person }) =>
            form.perPattern(pattern) * form.perMember(instance.members[person]!),
        ),
      ),
    ...free.map(({ people, atLeast }) =>
      row(0, people.length - atLeast, ({ person }) => (people.includes(person) ? 1 : 0)),
    ),
  ]
  return { instance, choices, rows }
}

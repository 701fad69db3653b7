import type { Highs } from 'highs'
import { PATTERNS, postsOfPattern } from '../pattern.ts'
import type { Crowd } from './crowd.ts'
import { type Field, fieldOf, type Kind } from './kinds.ts'
import { isMetBy } from './met-by.ts'
import type { Question } from './question.ts'
import { seating } from './seating.ts'
import type { Situation } from './situation.ts'
import type { Seated } from './state.ts'

/** Nodes of a search at most: at first, and of a smaller question before HiGHS is asked. */
const FEW = 300
const MANY = 4_000

/**
 * A team that meets what is asked; null when there is none. Exact. What a short search leaves open is built up: a team
 * for some of the targets, then for those and one that it misses, until a team meets all, or some cannot be met, and
 * then all cannot. Few targets tell people apart less, so that each of these searches is short; HiGHS settles the rest.
 */
export function teamFor(situation: Situation, question: Question): readonly Seated[] | null {
  const { crowd } = situation
  const field = fieldOf(crowd, question)
  if (field === null) return null
  const verdict = seating(field, FEW)
  if (verdict !== 'unsettled') return verdict === 'none' ? null : verdict
  let targets = 0
  for (;;) {
    const team = settled(situation, { ...question, targets })
    if (team === null) return null
    const next = firstMissed(crowd, question, team)
    if (next === null) return team
    targets |= next
  }
}

function settled({ crowd, solver }: Situation, question: Question): readonly Seated[] | null {
  const field = fieldOf(crowd, question)
  if (field === null) return null
  const verdict = seating(field, MANY)
  if (verdict === 'unsettled') return teamByHighs(field, solver.highs)
  return verdict === 'none' ? null : verdict
}

/** The bit of a target that was asked for and that the team misses. */
function firstMissed(crowd: Crowd, question: Question, team: readonly Seated[]): number | null {
  for (let left = question.targets; left !== 0; left &= left - 1) {
    const bit = left & -left
    if (!isMetBy(crowd, { ...question, targets: bit }, team)) return bit
  }
  return null
}

type Choice = Seated & { kind: Kind; isMust: boolean }
type Row = { least: number; most: number; entries: Map<number, number> }

/** The same question as a whole-number program without an aim: each choice of a person and a pattern is 0 or 1. */
export function teamByHighs(field: Field, highs: Highs): readonly Seated[] | null {
  const choices = choicesOf(field)
  const rows = rowsOf(field, choices)
  if (choices.length === 0) return rows.every(({ least }) => least <= 1e-9) ? [] : null
  const { infinity, constants } = highs
  const model = highs.createModel({
    numCols: choices.length,
    numRows: rows.length,
    sense: constants.objectiveSense.maximize,
    colCost: new Float64Array(choices.length),
    colLower: new Float64Array(choices.length),
    colUpper: new Float64Array(choices.length).fill(1),
    rowLower: Float64Array.from(rows, ({ least }) => (least === -Infinity ? -infinity : least)),
    rowUpper: Float64Array.from(rows, ({ most }) => (most === Infinity ? infinity : most)),
    integrality: new Int32Array(choices.length).fill(constants.variableType.integer),
    matrix: matrixOf(rows, choices.length),
  })
  try {
    model.options.set({ output_flag: false })
    model.run()
    if (model.getModelStatus() === constants.modelStatus.infeasible) return null
    const values = model.getSolution().colValue
    return choices
      .filter((_, index) => values[index]! > 0.5)
      .map(({ person, pattern }) => ({ person, pattern }))
  } finally {
    model.dispose()
  }
}

function choicesOf({ must, kinds }: Field): Choice[] {
  const of = (kind: Kind, people: readonly number[], isMust: boolean) =>
    people.flatMap((person) =>
      [...PATTERNS.keys()]
        .filter((pattern) => ((kind.patterns >> pattern) & 1) === 1)
        .map((pattern) => ({ person, pattern, kind, isMust })),
    )
  return [
    ...must.flatMap((kind) => of(kind, kind.free, true)),
    ...kinds.flatMap((kind) => of(kind, [...kind.free, ...kind.tied], false)),
  ]
}

function rowsOf(field: Field, choices: readonly Choice[]): Row[] {
  const { crowd, asked, spare, must } = field
  const row = (least: number, most: number, value: (choice: Choice) => number): Row => ({
    least,
    most,
    entries: new Map(
      choices.flatMap((choice, index): [number, number][] =>
        value(choice) === 0 ? [] : [[index, value(choice)]],
      ),
    ),
  })
  const sits = (person: number) => (choice: Choice) => (choice.person === person ? 1 : 0)
  const isMust = new Set(must.flatMap(({ free }) => free))
  const people = [...new Set([...isMust, ...choices.map(({ person }) => person)])]
  return [
    ...crowd.seats.map((seats, post) =>
      row(-Infinity, seats, ({ pattern }) => (postsOfPattern[pattern]!.includes(post) ? 1 : 0)),
    ),
    ...people.map((person) => row(isMust.has(person) ? 1 : 0, 1, sits(person))),
    ...relativesIn(field, people).map(([one, other]) =>
      row(0, 1, (choice) => sits(one)(choice) + sits(other)(choice)),
    ),
    ...asked.map(({ weights, form, atLeast }) =>
      row(
        atLeast,
        Infinity,
        ({ person, pattern }) => weights[pattern]! * crowd.values[person]![form]!,
      ),
    ),
    ...spare.map(({ post, most }) => row(0, most, ({ kind }) => (kind.scarce >> post) & 1)),
  ]
}

function relativesIn(
  { crowd, isKinshipKept }: Field,
  people: readonly number[],
): [number, number][] {
  if (!isKinshipKept) return []
  const there = new Set(people)
  return people.flatMap((one) =>
    crowd.kin[one]!.filter((other) => one < other && there.has(other)).map(
      (other): [number, number] => [one, other],
    ),
  )
}

function matrixOf(rows: readonly Row[], numCols: number) {
  const starts = Int32Array.from([0, ...rows.keys()], () => 0)
  rows.forEach(({ entries }, index) => {
    starts[index + 1] = starts[index]! + entries.size
  })
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: Int32Array.from(rows.flatMap(({ entries }) => [...entries.keys()])),
    values: Float64Array.from(rows.flatMap(({ entries }) => [...entries.values()])),
  }
}

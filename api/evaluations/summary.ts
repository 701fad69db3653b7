import type { Answer, Audience } from '../../db/evaluations.ts'
import { AUDIENCES, QUESTION_IDS, type QuestionId } from './questions.ts'

/** How many gave each mark, 1 first. */
type Counts = [number, number, number, number, number]
type Spread = { counts: Counts; mean: number; deviation: number }
type OfQuestion = { id: QuestionId; known: number; unknown: number; spread: Spread | null }
export type Summary = {
  /** All that were given. */
  answers: number
  onPaper: number
  /** Given by code, too few to be counted in. */
  leftOut: number
  /** Over all marks of the questions that are shown; null: too few. */
  total: Spread | null
  questions: OfQuestion[]
  byAudience: { audience: Audience; answers: number; questions: OfQuestion[] }[] | null
}

/**
 * What an evaluation shows once it is closed. Nobody may work the marks of fewer than `answersMin` people out of it, not
 * by taking one figure from another either:
 *
 * - Whoever enters papers knows their marks, and could take them off the whole. Answers by code are counted in only
 *   where they are enough by themselves (`leftOut` otherwise); of a question likewise.
 * - Who is asked is shown apart only where both audiences are enough, by code as well: of seven answers with five by
 *   colleagues, neither the five nor the two are shown. Nor is said how many either gave.
 * - A question counts by those who gave it a mark, so that the same holds for each.
 * - The total is over shown questions alone: it tells nothing that they do not.
 * - It is shown once, since nothing comes in after it is closed; evaluations of one post are never added up.
 */
export function summaryOf(given: readonly Answer[], answersMin: number): Summary {
  const byCode = given.filter(({ isOnPaper }) => !isOnPaper)
  const isCounted = byCode.length >= answersMin
  const counted = isCounted ? given : given.filter(({ isOnPaper }) => isOnPaper)
  const isEnough = (some: readonly Answer[]) => isSafe(some, answersMin)
  const questions = QUESTION_IDS.map((id) =>
    questionOf(id, counted, isEnough(counted) && isEnough(knowing(counted, id))),
  )
  return {
    answers: given.length,
    onPaper: given.length - byCode.length,
    leftOut: isCounted ? 0 : byCode.length,
    total: totalOf(questions),
    questions,
    byAudience: apart(counted, isEnough),
  }
}

/** Enough in all, and those by code either none or enough without the papers. */
function isSafe(answers: readonly Answer[], answersMin: number): boolean {
  const byCode = answers.filter(({ isOnPaper }) => !isOnPaper).length
  return answers.length >= answersMin && (byCode === 0 || byCode >= answersMin)
}

function apart(
  answers: readonly Answer[],
  isEnough: (some: readonly Answer[]) => boolean,
): Summary['byAudience'] {
  const groups = AUDIENCES.map((audience) => ({
    audience,
    of: answers.filter((answer) => answer.audience === audience),
  }))
  if (!groups.every(({ of }) => isEnough(of))) return null
  const isShown = (id: QuestionId) => groups.every(({ of }) => isEnough(knowing(of, id)))
  return groups.map(({ audience, of }) => ({
    ...{ audience, answers: of.length },
    questions: QUESTION_IDS.map((id) => questionOf(id, of, isShown(id))),
  }))
}

function questionOf(id: QuestionId, answers: readonly Answer[], isShown: boolean): OfQuestion {
  const marks = knowing(answers, id).map(({ marks: all }) => all[id]!)
  const counts = ([1, 2, 3, 4, 5] as const).map(
    (mark) => marks.filter((one) => one === mark).length,
  ) as Counts
  return {
    ...{ id, known: marks.length, unknown: answers.length - marks.length },
    spread: isShown ? spreadOf(counts) : null,
  }
}

function totalOf(questions: readonly OfQuestion[]): Spread | null {
  const shown = questions.flatMap(({ spread }) => (spread ? [spread.counts] : []))
  if (shown.length === 0) return null
  const sum = (at: number) => shown.reduce((total, counts) => total + counts[at]!, 0)
  return spreadOf([sum(0), sum(1), sum(2), sum(3), sum(4)])
}

/** Standard deviation of those who answered, who are all and no sample. */
function spreadOf(counts: Counts): Spread {
  const total = (of: (mark: number) => number) =>
    counts.reduce((sum, count, at) => sum + count * of(at + 1), 0)
  const number = total(() => 1)
  const mean = total((mark) => mark) / number
  return { counts, mean, deviation: Math.sqrt(total((mark) => (mark - mean) ** 2) / number) }
}

function knowing(answers: readonly Answer[], id: QuestionId): Answer[] {
  return answers.filter(({ marks }) => typeof marks[id] === 'number')
}

import { appraise } from '../criteria.ts'
import { CRITERIA, type CriterionId, type Day, type Policy, type Talent } from '../types.ts'

/** Somebody who is looked after since a day. */
export type Mentee = Pick<Talent, 'id' | 'evidence'> & { since: Day }
/** Means over the criteria that are looked at, 0 to 1. */
export type BeforeAfter = { talent: string; since: Day; before: number; now: number }
export type Comparison = { people: number; change: number }
export type MentorEffect = {
  mentees: BeforeAfter[]
  /** Mean over the mentees; null without any. */
  change: number | null
  /** The same of people without a mentor over the same spans; null where they are fewer than `COMPARED_FROM`. */
  others: Comparison | null
}

/** People below whom a mean says nothing. */
export const COMPARED_FROM = 5

/**
 * How the mentees of a mentor changed since the mentorship began: the mean of the criteria that meetings can move, on
 * the first day by what was known by then and today by all. Beside it people without a mentor, each over the spans of
 * all mentees. It compares and proves no cause: who is given a mentor is no matter of chance.
 */
export function effectOf(
  mentees: readonly Mentee[],
  others: readonly Pick<Talent, 'evidence'>[],
  policy: Policy,
  { criteria, today }: { criteria: readonly CriterionId[]; today: Day },
): MentorEffect {
  const level = (who: Pick<Talent, 'evidence'>, on: Day) => levelOn(who, policy, criteria, on)
  const known = mentees.map((mentee) => ({
    ...{ talent: mentee.id, since: mentee.since },
    ...{ before: level(mentee, mentee.since), now: level(mentee, today) },
  }))
  const change = mean(known.map(({ before, now }) => now - before))
  if (change === null || others.length < COMPARED_FROM)
    return { mentees: known, change, others: null }
  const starts = Map.groupBy(mentees, ({ since }) => since)
  const changes = others.map((who) => {
    const now = level(who, today)
    const all = [...starts].map(([since, of]) => of.length * (now - level(who, since)))
    return all.reduce((sum, one) => sum + one, 0) / mentees.length
  })
  return { mentees: known, change, others: { people: others.length, change: mean(changes)! } }
}

/** Mean value of the criteria by the evidence dated on a day or before, faded as on that day. */
function levelOn(
  { evidence }: Pick<Talent, 'evidence'>,
  policy: Policy,
  criteria: readonly CriterionId[],
  on: Day,
): number {
  const known = evidence.filter((piece) => piece.on <= on)
  const { value } = appraise({ evidence: known }, { ...policy, referenceOn: on })
  return mean(criteria.map((criterion) => value[CRITERIA.indexOf(criterion)]!)) ?? 0
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

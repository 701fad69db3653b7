import type { Finding, Outcome, Policy, Post, RuleId, Talent, Village, Words } from '../types.ts'

/** What a clause finds. Only `facts` reach `explain`, so words never say more than was found. */
export type Judgement<Facts> =
  | { outcome: 'met' }
  | { outcome: 'unknown'; missing: Words }
  | { outcome: 'breach'; facts: Facts }

type Ask<Answer> = (talent: Talent, village: Village, post: Post, policy: Policy) => Answer

type Text = {
  id: RuleId
  title: Words
  /** The document and clause it stands on. */
  source: Words
  says: Words
  concerns: Words
  /** A breach of a `caution` warns and never bars. */
  effect: 'bar' | 'caution'
  /** What relaxes it; the policy names the level that approves, or none. */
  relaxation?: Words
  /** The papers or answers that settle it when it is not known. */
  missing?: Words[]
  appliesTo: (post: Post, kind: Village['kind']) => boolean
}

/** One clause as the clause reads: whom it concerns, what breaks it, what relaxes it, what to say. */
export type Clause<Facts> = Text & {
  /** Hot: makes no words, and an object only when the rule is broken. */
  judge: Ask<Judgement<Facts>>
  relaxes?: (facts: Facts) => boolean
  explain: (facts: Facts) => Words
}

/** A clause with its facts closed inside, so that all rules fit one list. */
export type Rule = Text & { outcome: Ask<Outcome>; finding: Ask<Finding> }

export function defineRule<Facts>(clause: Clause<Facts>): Rule {
  const { judge, explain, ...text } = clause
  return {
    ...text,
    outcome: (talent, village, post, policy) =>
      outcomeOf(clause, judge(talent, village, post, policy), policy),
    finding: (talent, village, post, policy) => {
      const judgement = judge(talent, village, post, policy)
      const outcome = outcomeOf(clause, judgement, policy)
      return findingOf(clause, judgement, outcome, policy)
    },
  }
}

export const EVERYONE: Words = { zh: '全部人选', en: 'Everyone' }

export const MET = { outcome: 'met' } as const

/** Made once a rule, not once a person. */
export function unknown(missing: Words) {
  return { outcome: 'unknown', missing } as const
}

export function breach<Facts>(facts: Facts): Judgement<Facts> {
  return { outcome: 'breach', facts }
}

function outcomeOf<Facts>(clause: Clause<Facts>, judgement: Judgement<Facts>, policy: Policy) {
  if (judgement.outcome !== 'breach') return judgement.outcome
  if (clause.effect === 'caution') return 'caution'
  const isRelaxed =
    policy.relaxations[clause.id] !== undefined && (clause.relaxes?.(judgement.facts) ?? false)
  return isRelaxed ? 'relaxable' : 'breach'
}

function findingOf<Facts>(
  clause: Clause<Facts>,
  judgement: Judgement<Facts>,
  outcome: Outcome,
  policy: Policy,
): Finding {
  const rule = clause.id
  if (judgement.outcome === 'met') return { rule, outcome, words: clause.says }
  if (judgement.outcome === 'unknown') return unknownFinding(clause, judgement.missing)
  const words = clause.explain(judgement.facts)
  const approvedBy = policy.relaxations[rule]
  if (outcome !== 'relaxable' || approvedBy === undefined) return { rule, outcome, words }
  return { rule, outcome, words, approvedBy }
}

function unknownFinding({ id, title }: Text, missing: Words): Finding {
  const words = {
    zh: `${title.zh}：未知，需${missing.zh}`,
    en: `${title.en}: not known, needs ${missing.en}`,
  }
  return { rule: id, outcome: 'unknown', words, missing }
}

import {
  assess,
  type Eligibility,
  type Finding,
  type Outcome,
  type Policy,
  type Post,
  type Talent,
  type Village,
  type Words,
} from '../../matching/index.ts'
import type { Gate, GateFinding } from '../workflow/file.ts'

type Asked = {
  talent: Talent
  /** Where they are proposed; home for the pool only. */
  village: Village
  posts: Post[]
  policy: Policy
  /** Villages of other nominations that nobody has chosen between, and of another open round, by name. */
  elsewhere: { inRound: string[]; inOther: string[] }
}

/** What the rules say today of a person for all the posts they are proposed to hold together, the worst first. */
export function gateOf({ talent, village, posts, policy, elsewhere }: Asked): Gate {
  const found =
    posts.length > 0
      ? posts.flatMap((post) => assess(talent, village, post, policy))
      : assess(talent, village, 'committee-member', policy).filter(({ rule }) => OF_POOL.has(rule))
  const places = posts.length > 0 ? placesOf(elsewhere) : []
  const findings = [...worstOfEach(found), ...places].sort(
    (a, b) => SEVERITY.indexOf(a.outcome) - SEVERITY.indexOf(b.outcome),
  )
  return { eligibility: eligibility(findings), findings }
}

/** Of somebody who is proposed for no post only the consent and the fitness to serve are asked. */
const OF_POOL = new Set<string>(['consent', 'fitness'])
const SEVERITY: Outcome[] = ['breach', 'unknown', 'relaxable', 'caution', 'met']

function worstOfEach(findings: Finding[]): GateFinding[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  return [...byRule.values()].map(
    (of) => of.sort((a, b) => SEVERITY.indexOf(a.outcome) - SEVERITY.indexOf(b.outcome))[0]!,
  )
}

function eligibility(findings: GateFinding[]): Eligibility {
  const worst = findings[0]?.outcome ?? 'met'
  if (worst === 'breach') return 'barred'
  return worst === 'unknown' || worst === 'relaxable' ? worst : 'eligible'
}

/** Rule `oneplace`: one village at most. */
function placesOf({ inRound, inOther }: Asked['elsewhere']): GateFinding[] {
  const other = inOther.map((name): GateFinding => {
    const words: Words = {
      zh: `已在另一轮次被提名到${name}，一人只能在一个村任职。`,
      en: `Proposed for ${name} in another open round: one village at most.`,
    }
    return { rule: 'oneplace', outcome: 'breach', words }
  })
  if (inRound.length < 2) return other
  const names = { zh: inRound.join('、'), en: inRound.join(', ') }
  return [
    ...other,
    {
      ...{ rule: 'oneplace', outcome: 'unknown' },
      words: {
        zh: `同时被提名到${names.zh}，须先选定一个村。`,
        en: `Nominated for ${names.en}: choose one village first.`,
      },
    },
  ]
}

import {
  assess,
  EDUCATIONS,
  type Education,
  educationWords,
  type Finding,
  ITEM_CRITERIA,
  type Policy,
  type Post,
  type RuleId,
  type Talent,
  type Village,
  type Words,
} from '../../matching/index.ts'
import type { ShownSuggestion } from '../shapes/cultivation-plans.ts'
import { MOVED_BY } from './moves.ts'

export type About = {
  talent: Talent
  village: Village
  posts: readonly Post[]
  policy: Policy
  today: string
}
type Draft = Omit<ShownSuggestion, 'gain' | 'criteria' | 'rules' | 'from' | 'why'>
type Asked = { education?: Education | undefined; party?: '1' | undefined }

/** What the rules of these posts do not find met: what practice mends, what a paper settles, what nothing of a plan mends. */
export function byRules(about: About) {
  const { talent, village, posts, policy } = about
  const found = new Map<RuleId, Finding>()
  for (const post of posts)
    for (const finding of assess(talent, village, post, policy))
      if (finding.outcome !== 'caution' && !found.has(finding.rule))
        found.set(finding.rule, finding)
  const all = [...found.values()]
  const unknown = all.filter(({ outcome }) => outcome === 'unknown')
  const missed = all.filter(({ outcome }) => outcome !== 'unknown')
  const suggestions = missed.flatMap((finding) =>
    draftsFor(finding.rule, about).map((draft) => withRule(draft, finding.rule, saidOf(finding))),
  )
  const mended = new Set(suggestions.flatMap(({ rules }) => rules))
  return {
    suggestions,
    papers: unknown.map(({ words }) => words),
    beyond: missed.filter(({ rule }) => !mended.has(rule)).map(({ words }) => words),
  }
}

/** What a gap list asks for besides the rules. */
export function byGap(about: About, { education, party }: Asked): ShownSuggestion[] {
  const { talent } = about
  const level = (one: Education) => EDUCATIONS.indexOf(one)
  const isShort =
    education !== undefined &&
    talent.education !== null &&
    level(talent.education) < level(education)
  const isOutside = party === '1' && talent.partyStatus !== null && talent.partyStatus !== 'full'
  return [
    ...(isShort ? [withRule(degree(education), 'education.min', GAP_DEGREE, 'gap')] : []),
    ...(isOutside
      ? partySteps(talent).map((draft) => withRule(draft, 'party.member', GAP_PARTY, 'gap'))
      : []),
  ]
}

function withRule(
  draft: Draft,
  rule: RuleId,
  why: Words,
  from: 'rule' | 'gap' = 'rule',
): ShownSuggestion {
  const rules = MOVED_BY[rule]!.includes(draft.kind) ? [rule] : []
  const criteria = rule === 'party.member' ? (['political'] as const) : ITEM_CRITERIA[draft.kind]
  return { ...draft, from, rules, criteria: [...criteria], why, gain: null }
}

function draftsFor(rule: RuleId, { talent, village, policy }: About): Draft[] {
  switch (rule) {
    case 'education.min':
      return [degree(policy.education[village.kind])]
    case 'experience.min':
      return practice(policy.experience.communityYears - (talent.experienceYears ?? 0), village)
    case 'party.member':
      return partySteps(talent)
    default:
      return []
  }
}

/** A relaxation that the policy knows is an alternative to the item. */
function saidOf({ outcome, words }: Finding): Words {
  if (outcome !== 'relaxable') return words
  return {
    zh: `${words.zh}（可按政策放宽，达到后不必放宽）`,
    en: `${words.en} (may be relaxed; not needed once it is met)`,
  }
}

function degree(education: Education): Draft {
  const { zh, en } = educationWords[education]
  return {
    ...{ id: 'degree', kind: 'degree', dueInDays: 900 },
    aim: { zh: `报读${zh}并取得学历证书`, en: `Study for and obtain: ${en}` },
    evidence: { zh: '学籍证明、毕业证书', en: 'Proof of enrolment, diploma' },
  }
}

/** Days of a month, so that months that are lacking become a due day. */
const MONTH = 30.5

function practice(years: number, { name }: Village): Draft[] {
  const months = Math.max(1, Math.ceil(years * 12))
  return [
    {
      ...{ id: 'experience', kind: 'posting', dueInDays: Math.ceil(months * MONTH) },
      aim: {
        zh: `到${name}挂任助理、参与村（社区）工作，再满${months}个月`,
        en: `Posted to ${name} as an assistant: ${months} more months of such work`,
      },
      evidence: { zh: '挂任通知、工作小结', en: 'Notice of the posting, report of the work' },
    },
  ]
}

/** From application to full membership takes two years or more (party constitution, articles 5 to 7). */
function partySteps({ partyStatus }: Talent): Draft[] {
  const fromProbation = PARTY_STEPS.at(-1)!
  if (partyStatus === 'probationary') return [{ ...fromProbation, dueInDays: 365 }]
  return partyStatus === 'activist' ? PARTY_STEPS.slice(1) : PARTY_STEPS
}

const PARTY_STEPS: Draft[] = [
  {
    ...{ id: 'party-application', kind: 'task', dueInDays: 180 },
    aim: {
      zh: '递交入党申请书，由支部确定为入党积极分子',
      en: 'Apply to the Party and be named an activist by the branch',
    },
    evidence: { zh: '支部会议记录', en: 'Minutes of the branch' },
  },
  {
    ...{ id: 'party-training', kind: 'training', dueInDays: 545 },
    aim: {
      zh: '参加发展对象培训，由支部接收为预备党员',
      en: 'Take the training for candidates and be admitted on probation',
    },
    evidence: { zh: '培训结业证书、支部决议', en: 'Certificate, resolution of the branch' },
  },
  {
    ...{ id: 'party-full', kind: 'task', dueInDays: 910 },
    aim: { zh: '预备期满，按期转为正式党员', en: 'Become a full member after probation' },
    evidence: { zh: '支部转正决议、上级党委批复', en: 'Resolution of the branch, approval above' },
  },
]

const GAP_DEGREE = {
  zh: '换届缺口清单要求更高学历，用于达到班子结构目标',
  en: 'The gap list asks for a higher degree, which a structure target counts',
}
const GAP_PARTY = {
  zh: '换届缺口清单要求正式党员，才能担任党组织职务',
  en: 'The gap list asks for a full Party member, as posts of the Party do',
}

import { ageOn } from '../age.ts'
import { assess, ruleBook } from '../rules/index.ts'
import {
  EDUCATIONS,
  type Education,
  type Level,
  type Policy,
  type Post,
  type RuleId,
  type Talent,
  type Village,
  type Words,
} from '../types.ts'
import { educationWords, levelWords } from '../words.ts'
import { educationOf } from './profiles.ts'
import type { Profile, Step, StepKind } from './types.ts'

/** What is asked of somebody at a village: the profile, and the posts whose rules must hold. */
export type Asked = { profile: Profile; village: Village; posts: readonly Post[]; policy: Policy }
export type Lack = Pick<Step, 'kind' | 'rule' | 'approvedBy'>

/** Whether what nobody can change is so: sex, nationality, age and origin. An age that is not known may still be right. */
export function mayBeOf(talent: Talent, { profile, policy, village }: Asked): boolean {
  const { sex, nationality, ages, sources, isReserve } = profile
  if (sex !== null && talent.sex !== sex) return false
  if (nationality !== null && talent.nationality !== nationality) return false
  if (sources.length > 0 && !talent.sources.some((one) => sources.includes(one))) return false
  if (isReserve && talent.homeVillage !== village.code) return false
  if (ages === null || talent.bornOn === null) return true
  const age = ageOn(talent.bornOn, policy.referenceOn)
  return age >= ages.from && age <= ages.to
}

/** What somebody still needs to be of the profile and to take the posts; null when it cannot be had. */
export function lacksOf(talent: Talent, asked: Asked): Lack[] | null {
  const byRules = lacksByRules(talent, asked)
  if (byRules === null) return null
  const education = lackOfEducation(talent, asked, byRules)
  if (education === null) return null
  const isReserve = !asked.profile.isReserve || talent.status === 'reserve'
  return [...byRules, ...education, ...(isReserve ? [] : [lack('reserve', null)])]
}

const lack = (kind: StepKind, rule: RuleId | null, approvedBy: Level | null = null): Lack => ({
  kind,
  rule,
  approvedBy,
})

function lacksByRules(talent: Talent, { village, posts, policy }: Asked): Lack[] | null {
  const lacks: Lack[] = []
  for (const rule of ruleBook) {
    for (const post of posts) {
      if (!rule.appliesTo(post, village.kind)) continue
      const outcome = rule.outcome(talent, village, post, policy)
      if (outcome === 'met' || outcome === 'caution') continue
      const found = outcome === 'breach' ? mending(talent, rule.id) : [of(rule.id, outcome, policy)]
      if (found === null) return null
      if (!isSamePaper(talent, rule.id)) lacks.push(...found)
      break
    }
  }
  return lacks
}

/** Proof of the birth settles the age limit and retirement at once. */
function isSamePaper({ bornOn }: Talent, rule: RuleId): boolean {
  return rule === 'age.retired' && bornOn === null
}

function of(rule: RuleId, outcome: 'relaxable' | 'unknown', { relaxations }: Policy): Lack {
  if (outcome === 'relaxable') return lack('relaxation', rule, relaxations[rule] ?? null)
  if (rule === 'residence') return lack('residence', rule)
  return lack(rule === 'willing' ? 'willingness' : 'paper', rule)
}

/** Breaches that time or an answer can mend; a withdrawn consent, an age or 'unfit' cannot. */
function mending({ partyStatus }: Talent, rule: RuleId): Lack[] | null {
  if (rule === 'willing') return [lack('willingness', rule)]
  if (rule === 'education.min') return []
  if (rule !== 'party.member') return null
  if (partyStatus === 'probationary') return [lack('full-member', rule)]
  return partyStatus === 'activist' ? [lack('admission', rule), lack('full-member', rule)] : null
}

/** One level of education can be earned in time; more is another person. */
function lackOfEducation(talent: Talent, asked: Asked, known: readonly Lack[]): Lack[] | null {
  const level = (education: Education) => EDUCATIONS.indexOf(education)
  const { profile, village, policy } = asked
  const isSaid = known.some(({ rule }) => rule === 'education.min')
  const isExempt = profile.education === null && (isSaid || meetsEducation(talent, asked))
  if (isExempt) return []
  if (talent.education === null) return isSaid ? [] : [lack('paper', 'education.min')]
  const short =
    level(educationOf(profile, policy.education[village.kind])) - level(talent.education)
  if (short > 1) return null
  return short === 1 ? [lack('education', 'education.min')] : []
}

function meetsEducation(talent: Talent, { village, posts, policy }: Asked): boolean {
  const rule = ruleBook.find(({ id }) => id === 'education.min')!
  const outcome = rule.outcome(talent, village, posts[0]!, policy)
  return outcome === 'met' || outcome === 'caution'
}

/** The step in words, for people to act on. */
export function stepOf(one: Lack, talent: Talent, asked: Asked): Step {
  return { ...one, words: wordsOf(one, talent, asked) }
}

function wordsOf({ kind, rule, approvedBy }: Lack, talent: Talent, asked: Asked): Words {
  const { village, profile, policy } = asked
  switch (kind) {
    case 'move':
      return { zh: '从其他村方案调剂', en: 'be freed from another village’s slate' }
    case 'reserve':
      return { zh: `列为${village.name}后备`, en: `become a reserve of ${village.name}` }
    case 'willingness':
      return { zh: `征求到${village.name}任职的意愿`, en: `be asked to serve in ${village.name}` }
    case 'residence':
      return {
        zh: `${village.name}选举委员会同意参选`,
        en: `the consent of the election committee of ${village.name}`,
      }
    case 'admission':
      return { zh: '由入党积极分子发展为预备党员', en: 'be admitted to the Party on probation' }
    case 'full-member':
      return { zh: '预备党员按期转正', en: 'become a full member after probation' }
    case 'education': {
      const level = educationWords[educationOf(profile, policy.education[village.kind])]
      return { zh: `学历提升到${level.zh}`, en: `reach ${level.en}` }
    }
    case 'relaxation':
      return relaxationWords(rule!, approvedBy)
    case 'paper':
      return paperWords(rule!, talent, asked)
  }
}

function relaxationWords(rule: RuleId, approvedBy: Level | null): Words {
  const { title } = ruleBook.find(({ id }) => id === rule)!
  if (approvedBy === null)
    return { zh: `“${title.zh}”适当放宽`, en: `a relaxation of “${title.en}”` }
  const level = levelWords[approvedBy]
  return {
    zh: `“${title.zh}”适当放宽，由${level.zh}批准`,
    en: `a relaxation of “${title.en}”, approved by ${level.en}`,
  }
}

function paperWords(rule: RuleId, talent: Talent, { village, posts, policy }: Asked): Words {
  const findings = posts.flatMap((post) => assess(talent, village, post, policy))
  const missing = findings.find((finding) => finding.rule === rule && finding.missing)?.missing
  if (missing) return { zh: `补${missing.zh}`, en: `obtain ${missing.en}` }
  const { title } = ruleBook.find(({ id }) => id === rule)!
  return { zh: `补“${title.zh}”材料`, en: `settle “${title.en}”` }
}

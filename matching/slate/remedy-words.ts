import { lackWords } from '../plan/results.ts'
import { assess, ruleBook } from '../rules/index.ts'
import { targets, targetWords } from '../targets/index.ts'
import { POSTS, type Remedy, RULES, type RuleId, type TargetId, type Words } from '../types.ts'
import { type Base, isTarget } from './base.ts'
import type { Candidate } from './candidates.ts'
import type { Outcome } from './outcome.ts'
import { bitOfRule, rulesOf } from './reach.ts'
import type { Relief } from './relief.ts'
import type { Situation } from './situation.ts'

export function kindOf({ crowd }: Situation, { people, takenBack, given }: Relief): Remedy['kind'] {
  const [first] = people
  if (first === undefined && takenBack.length > 0 && !given.some(isTarget))
    return takenBack.some((person) => crowd.pinned[person] !== 0) ? 'pin' : 'exclusion'
  if (first === undefined) return 'relax'
  const { rules, isFreed, isReserve } = first.supposed
  if (isFreed) return 'move'
  if ((rules & bitOfRule('willing')) !== 0) return 'willingness'
  if ((rules & bitOfRule('residence')) !== 0) return 'residence'
  return rules === 0 && isReserve ? 'reserve' : 'paper'
}

/** What has to be done, person by person, then what gives way by how much. */
export function reliefWords(
  situation: Situation,
  base: Base,
  relief: Relief,
  outcome: Outcome | null,
): Words {
  return listed([
    ...relief.people.map((candidate) => personWords(situation, candidate)),
    ...relief.takenBack.map((person) => backWords(situation, person)),
    ...relief.given
      .filter(isTarget)
      .map((id) => relaxWords(situation, base, id, relief.lowered.get(id), outcome)),
  ])
}

const listed = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})

function personWords(situation: Situation, { person, supposed }: Candidate): Words {
  const { talent } = situation.crowd.neighbours[person]!
  const { name } = talent
  const from = situation.elsewhere.get(talent.id)
  const papers = rulesOf(supposed.rules).map((rule) => paperOf(situation, person, rule))
  return listed([
    ...(supposed.isFreed && from !== undefined
      ? [{ zh: `从${from}方案调剂${name}`, en: `free ${name} from the slate of ${from}` }]
      : []),
    ...papers.map(({ zh, en }) => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` })),
    ...(supposed.isReserve
      ? [{ zh: `把${name}列为本村后备`, en: `make ${name} a reserve of the village` }]
      : []),
  ])
}

/** The paper or answer to obtain, in the rule's own words. */
function paperOf({ crowd, problem }: Situation, person: number, rule: RuleId): Words {
  const { talent } = crowd.neighbours[person]!
  const findings = POSTS.flatMap((post) => assess(talent, crowd.village, post, problem.policy))
  const missing = findings.find((finding) => finding.rule === rule && finding.missing)?.missing
  const title = ruleBook.find(({ id }) => id === rule)!.title
  if (missing) return { zh: `补${missing.zh}`, en: `obtain ${missing.en}` }
  if (rule === 'willing')
    return {
      zh: `征求到${crowd.village.name}任职的意愿`,
      en: `ask whether they would serve in ${crowd.village.name}`,
    }
  return { zh: `补“${title.zh}”材料`, en: `settle “${title.en}”` }
}

function backWords({ crowd }: Situation, person: number): Words {
  const { name } = crowd.neighbours[person]!.talent
  return crowd.pinned[person]! !== 0
    ? { zh: `取消对${name}的固定`, en: `take back the pin of ${name}` }
    : { zh: `取消对${name}的排除`, en: `take back the exclusion of ${name}` }
}

/** How far the target gives way; of the missed one by itself, by what the team misses at least. */
function relaxWords(
  { results, crowd }: Situation,
  base: Base,
  id: TargetId,
  amount: number | undefined,
  outcome: Outcome | null,
): Words {
  const { zh, en } = targetWords(id)
  const before = results.find((one) => one.id === id)
  const less = amount ?? (id === base.missed ? before?.miss : undefined)
  if (less === undefined) return { zh: `放宽“${zh}”`, en: `relax “${en}”` }
  if (id === 'age.mean') return meanWords(crowd.forms, outcome, before?.bound ?? 0, before?.value)
  const unit = targets.find((one) => one.id === id)?.unit ?? 'people'
  if (unit === 'villages') return { zh: `本村不要求“${zh}”`, en: `not ask for “${en}” here` }
  const lack = lackWords(unit, less)
  return { zh: `放宽“${zh}”：允许${lack.zh}`, en: `relax “${en}”: allow ${lack.en}` }
}

function meanWords(
  _forms: Situation['crowd']['forms'],
  outcome: Outcome | null,
  bound: number,
  now: number | null | undefined,
): Words {
  const reached = outcome?.results.find(({ id }) => id === 'age.mean')?.value ?? now ?? bound
  // Rounded up, so that the bound named is met.
  const to = (Math.ceil(10 * reached - 1e-9) / 10).toFixed(1)
  return {
    zh: `“平均年龄”由 ${bound.toFixed(1)} 岁放宽到 ${to} 岁`,
    en: `relax the mean age from ${bound.toFixed(1)} to ${to}`,
  }
}

/** What then comes of the target, what else changes, and whose decision it is. */
export function effectWords(
  situation: Situation,
  base: Base,
  relief: Relief,
  outcome: Outcome | null,
): Words {
  const parts: Words[] = []
  if (outcome !== null) parts.push(afterWords(situation, base, outcome))
  if (relief.given.some(isTarget))
    parts.push({
      zh: '须由县级修订政策，影响全县各村',
      en: 'the county’s to change, for all its villages',
    })
  if (relief.people.some(({ supposed }) => isToBeSeen(supposed.rules)))
    parts.push({ zh: '以材料核实的结果为准', en: 'if the papers bear it out' })
  return listed(parts)
}

/** Papers whose content decides; consent and answers are asked for as they are needed. */
function isToBeSeen(rules: number): boolean {
  const papers: readonly RuleId[] = ['education.min', 'experience.min', 'party.member']
  return RULES.some((rule) => papers.includes(rule) && (rules & bitOfRule(rule)) !== 0)
}

function afterWords({ results }: Situation, { missed }: Base, outcome: Outcome): Words {
  const { zh, en } = targetWords(missed)
  const after = outcome.results.find(({ id }) => id === missed)?.miss ?? 0
  const own =
    after <= 1e-9
      ? { zh: `做后“${zh}”达标`, en: `then “${en}” is met` }
      : { zh: `做后“${zh}”仍缺 ${round(after)}`, en: `then “${en}” still lacks ${round(after)}` }
  const worse = outcome.results.filter(({ id, miss }) => {
    const before = results.find((one) => one.id === id)?.miss ?? 0
    return id !== missed && miss > before + 1e-6
  })
  const also = worse.map(({ id }) => {
    const name = targetWords(id)
    return { zh: `“${name.zh}”会变差`, en: `“${name.en}” gets worse` }
  })
  return listed([own, ...also])
}

const round = (value: number) => Math.round(10 * value) / 10

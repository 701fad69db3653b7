import { monthOf } from '../day.ts'
import type { Day, Words } from '../types.ts'
import { latestOf, type Survey, type VillageEntryOf } from './entries.ts'
import type { IndicatorState, VillageFacts } from './facts.ts'
import { type Finding, unknown } from './finding.ts'
import type { ReadinessScheme } from './scheme.ts'

type Part = {
  state: IndicatorState
  value: number | null
  words: Words
  next: Words | null
  survey: VillageEntryOf<'survey'> | null
}

/** ⓐ approval of the sitting team in a survey of enough households (S3.5), ⓑ approval of the candidates (S4). */
export function satisfaction(facts: VillageFacts, scheme: ReadinessScheme, today: Day): Finding {
  const parts = [team(facts, scheme, today), candidates(facts, scheme, today)]
  if (parts.every(({ survey, state }) => survey === null && state === 'unknown'))
    return unknown(
      { zh: '没有有效期内的满意度测评', en: 'No survey within its time' },
      { zh: '开展满意度测评', en: 'Survey the households' },
    )
  const worst = ORDER.map((state) => parts.find((part) => part.state === state)).find(
    (part) => part !== undefined,
  )!
  const said = worst.state === 'green' ? parts : [worst]
  const shown = worst.survey ?? parts.find(({ survey }) => survey !== null)?.survey ?? null
  // Half of it unknown is neither red nor green; a survey that contradicts another is no survey.
  const contradicts = worst.state === 'unknown' && worst.survey !== null
  return {
    state: worst.state === 'unknown' && !contradicts ? 'yellow' : worst.state,
    value: worst.value,
    short: shortOf(worst),
    words: {
      zh: said.map(({ words }) => words.zh).join('；'),
      en: said.map(({ words }) => words.en).join('; '),
    },
    source: shown ? { zh: shown.source, en: shown.source } : { zh: '无', en: 'none' },
    on: shown?.on ?? null,
    next: worst.next,
  }
}

const ORDER: readonly IndicatorState[] = ['red', 'unknown', 'yellow', 'green']

function team(facts: VillageFacts, scheme: ReadinessScheme, today: Day): Part {
  const found = surveyOf(facts, { about: 'team', name: TEAM }, scheme, today)
  if ('state' in found) return found
  const { survey } = found
  const { returned, approving } = survey.body
  const households = survey.body.households ?? facts.households
  if (households === null || households <= 0)
    return { ...blind(survey, TEAM), words: said(TEAM, '户数未知', 'households unknown') }
  const { coverage, approval } = scheme.team
  const lacking = Math.ceil(coverage * households - 1e-9) - returned
  if (lacking > 0)
    return {
      ...{ state: 'yellow', survey, value: returned / households },
      words: said(
        TEAM,
        `覆盖 ${percent(returned / households)}，不足 ${percent(coverage)}`,
        `${percent(returned / households)} of households, ${percent(coverage)} are asked`,
      ),
      next: { zh: `补测 ${lacking} 户`, en: `Survey ${lacking} more households` },
    }
  return approved(survey, { name: TEAM, share: approving / returned, least: approval })
}

function candidates(facts: VillageFacts, scheme: ReadinessScheme, today: Day): Part {
  const found = surveyOf(facts, { about: 'candidates', name: CANDIDATES }, scheme, today)
  if ('state' in found) return found
  const { returned, approving } = found.survey.body
  const least = scheme.candidates.approval
  return approved(found.survey, { name: CANDIDATES, share: approving / returned, least })
}

type About = { about: Survey['about']; name: Words }

/** The survey that counts; or why none does. */
function surveyOf(
  { entries }: VillageFacts,
  { about, name }: About,
  { surveyMonths }: ReadinessScheme,
  today: Day,
): Part | { survey: VillageEntryOf<'survey'> } {
  const own = latestOf(entries, 'survey').filter((entry) => entry.body.about === about)
  const [latest, other] = own
  const isOld = latest && monthOf(today) - monthOf(latest.on) > surveyMonths
  if (!latest || isOld)
    return {
      ...{ state: 'unknown', value: null, survey: null },
      words: said(name, '未开展', 'not surveyed'),
      next: { zh: `开展${name.zh}`, en: `Do the ${name.en}` },
    }
  if (other && other.on === latest.on && differs(latest.body, other.body))
    return {
      ...blind(latest, name),
      words: said(name, '同日两份数字不一致', 'two of one day contradict each other'),
      next: { zh: '核对后撤回有误的一份', en: 'Check, and take the wrong one back' },
    }
  if (latest.body.returned <= 0)
    return { ...blind(latest, name), words: said(name, '未收回问卷', 'nothing was returned') }
  return { survey: latest }
}

function approved(
  survey: VillageEntryOf<'survey'>,
  { name, share, least }: { name: Words; share: number; least: number },
): Part {
  const isEnough = share >= least - 1e-9
  return {
    ...{ state: isEnough ? 'green' : 'red', survey, value: share },
    words: isEnough
      ? said(name, `满意率 ${percent(share)}`, `${percent(share)} approve`)
      : said(
          name,
          `满意率 ${percent(share)}，低于 ${percent(least)}`,
          `${percent(share)} approve, ${percent(least)} are asked`,
        ),
    next: isEnough ? null : { zh: '走访听取意见后重新测评', en: 'Listen, then survey again' },
  }
}

function blind(survey: VillageEntryOf<'survey'>, name: Words): Part {
  return {
    ...{ state: 'unknown', value: null, survey, words: name },
    next: { zh: `重新开展${name.zh}`, en: `Do the ${name.en} again` },
  }
}

function shortOf({ state, value }: Part): Words {
  if (value === null) return { zh: '未知', en: 'unknown' }
  const share = percent(value)
  return state === 'yellow'
    ? { zh: `覆盖 ${share}`, en: `${share} asked` }
    : { zh: share, en: share }
}

const differs = (a: Survey, b: Survey) =>
  a.issued !== b.issued || a.returned !== b.returned || a.approving !== b.approving

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
const said = (name: Words, zh: string, en: string): Words => ({
  zh: `${name.zh}${zh}`,
  en: `${name.en}: ${en}`,
})
const TEAM: Words = { zh: '现班子测评', en: 'survey of the sitting team' }
const CANDIDATES: Words = { zh: '候选人测评', en: 'survey about the candidates' }

import type { JSX } from 'solid-js'
import { gapPercent, oneDecimal, percent, plainNumber } from '../../format.ts'
import type { PlanBeside, PlansBeside, Structure, TargetId, Tier } from '../../types.ts'
import { TIERS } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { StateWord, stateOf } from '../mark.tsx'
import { percentIn } from '../structure.ts'
import { amountText, headline, stateText, unitOf } from '../target.ts'
import { signedPoints } from './differences.ts'

export type PlanRow = { name: string; cells: JSX.Element[]; isDifferent: boolean }
/** `note` stands beside the name, or for rows where there are none. */
type Group = { name: string; rows: PlanRow[]; note: string }

export function planRowsOf({ plans, policies, count }: PlansBeside): Group[] {
  const words = t().teams.plans
  return [
    {
      name: words.policies,
      rows: policyRows(policies),
      note: policies.length === 0 ? words.samePolicy : '',
    },
    {
      name: words.figures,
      rows: figureRows(plans),
      note: policies.some(isOfFit) ? words.otherScale : '',
    },
    { name: words.structure, rows: structureRows(plans, count), note: words.beforeAfter },
    { name: words.targets, rows: targetRows(plans), note: '' },
    {
      name: words.villageTargets,
      rows: missedRows(plans),
      note: missedRows(plans).length === 0 ? words.nothingMissed : '',
    },
    { name: words.people, rows: peopleRows(plans), note: '' },
  ]
}

/** Fits by other weights or another reading of evidence are not on one scale. */
const isOfFit = ({ pointer }: { pointer: string }) =>
  /^#\/(weights|criteria|evidence)/.test(pointer)

const policyRows = (policies: PlansBeside['policies']): PlanRow[] =>
  policies.map(({ words, values }) => textRow(say(words), values.map(say)))

function figureRows(plans: PlanBeside[]): PlanRow[] {
  const words = t().teams.plans
  const first = plans[0]?.objective ?? 0
  const fits = plans.map(({ objective }) => oneDecimal(objective * 100))
  return [
    {
      name: words.fit,
      isDifferent: new Set(fits).size > 1,
      cells: plans.map(({ objective }, at) => (
        <>
          <b>{fits[at]}</b>{' '}
          {at > 0 && fits[at] !== fits[0] && (
            <span class="hint nowrap">{signedPoints(objective - first)}</span>
          )}
        </>
      )),
    },
    textRow(
      words.bound,
      plans.map(({ bound }) => oneDecimal(bound * 100)),
    ),
    textRow(
      words.gap,
      plans.map(({ gap }) => gapPercent(gap)),
    ),
    ...TIERS.map((tier) => tierRow(plans, tier)),
  ]
}

/** Misses with the least that is proven: without it a smaller figure says little. */
function tierRow(plans: PlanBeside[], tier: Tier): PlanRow {
  const words = t().teams.plans
  const results = plans.map(({ tiers }) => tiers.find((one) => one.tier === tier))
  const amount = (value: number) => plainNumber(Math.round(value * 10) / 10)
  return {
    name: words.tier(t().tier[tier]),
    isDifferent: new Set(results.map((one) => one && amount(one.misses))).size > 1,
    cells: results.map(
      (one) =>
        one && (
          <>
            {amount(one.misses)}{' '}
            <span class="hint">{one.proven ? words.proven : words.least(amount(one.bound))}</span>
          </>
        ),
    ),
  }
}

function structureRows(plans: PlanBeside[], villages: number): PlanRow[] {
  const names = t().plan.structureName
  const row = (name: string, text: (structure: Structure) => string): PlanRow => {
    const after = plans.map((plan) => text(plan.after))
    return {
      name,
      isDifferent: new Set(after).size > 1,
      cells: plans.map((plan, at) => (
        <>
          <span class="hint">{plan.before ? text(plan.before) : t().unknown} → </span>
          <b>{after[at]}</b>
        </>
      )),
    }
  }
  const ofPeople = (what: 'partyMembers' | 'crossAppointed') => (one: Structure) =>
    one.people === 0 ? t().unknown : percent(one[what] / one.people)
  return [
    row(names.meanAge, (one) => (one.meanAge === null ? t().unknown : oneDecimal(one.meanAge))),
    row(names.aged35OrUnder, (one) => percentIn(one, 'aged35OrUnder')),
    row(names.collegeOrAbove, (one) => percentIn(one, 'collegeOrAbove')),
    row(names.women, (one) => percentIn(one, 'women')),
    row(names.partyMembers, ofPeople('partyMembers')),
    row(names.crossAppointed, ofPeople('crossAppointed')),
    row(names.combinedRole, (one) => percent(one.combinedRole / Math.max(1, villages))),
  ]
}

function targetRows(plans: PlanBeside[]): PlanRow[] {
  const ids = new Set(plans.flatMap(({ targets }) => targets.map(({ id }) => id)))
  return [...ids].map((id) => {
    const results = plans.map(({ targets }) => targets.find((one) => one.id === id))
    const texts = results.map((one) => (one ? headline(one) + stateText(one) : ''))
    return {
      name: targetName(id),
      isDifferent: new Set(texts).size > 1,
      cells: results.map((one) =>
        one ? (
          <span class="row wrap">
            {headline(one)}
            <StateWord state={stateOf(one)}>{stateText(one)}</StateWord>
          </span>
        ) : (
          <span class="hint">{t().teams.plans.notAsked}</span>
        ),
      ),
    }
  })
}

/** Targets that some village misses in some plan. */
function missedRows(plans: PlanBeside[]): PlanRow[] {
  const missed = plans.flatMap(({ villageTargets }) =>
    villageTargets.flatMap(({ id, villages }) => (villages > 0 ? [id] : [])),
  )
  return [...new Set(missed)].map((id) =>
    textRow(
      targetName(id),
      plans.map((plan) => missedText(plan, id)),
    ),
  )
}

function missedText({ villageTargets }: PlanBeside, id: TargetId): string {
  const found = villageTargets.find((one) => one.id === id)
  if (!found) return t().teams.plans.notAsked
  if (found.villages === 0) return t().state.met
  const villages = t().teams.plans.missedIn(found.villages)
  const isInVillages = unitOf(id) === 'villages'
  return isInVillages ? villages : [villages, amountText(id, found.miss)].join(t().separator)
}

function peopleRows(plans: PlanBeside[]): PlanRow[] {
  const words = t().teams.plans
  return (['comes', 'goes', 'moves'] as const).map((kind) => ({
    name: words[kind],
    isDifferent: plans.some((plan) => plan[kind] > 0),
    cells: plans.map((plan, at) => (at === 0 ? t().dash : t().people(plan[kind]))),
  }))
}

const textRow = (name: string, cells: string[]): PlanRow => ({
  name,
  cells,
  isDifferent: new Set(cells).size > 1,
})

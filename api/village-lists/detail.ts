import type { Context } from 'hono'
import { listDecisionsOf, listTermChangeNominees } from '../../db/list-decisions.ts'
import { listVillageTeams } from '../../db/village-teams.ts'
import { findVillage } from '../../db/villages.ts'
import {
  besidesWords,
  isOpenTo,
  type ListCandidate,
  listGapOf,
  listOf,
  nearestOf,
  OBSTACLE_WORDS,
  obstacleOf,
  openFindings,
  type TeamOutlook,
} from '../../matching/index.ts'
import { record } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { listFacts } from '../readiness/lists.ts'
import { countyOf } from '../remembered.ts'
import type { VillageListView } from '../shapes/readiness-work.ts'
import { noVillage } from '../villages.ts'
import { remediesFor } from './remedies.ts'
import { decisionsShown } from './shown.ts'

/** The list of one village with everybody who could be on it, and what could be done where nobody is. */
export async function villageListOf(c: Context<Env>, code: string): Promise<VillageListView> {
  const { db, scope, countyCode } = c.var
  const row = await findVillage(db, scope, code)
  if (!row) throw noVillage(code)
  const whole = await countyOf(db, { countyCode })
  const facts = (await listFacts(db, { countyCode }, whole, [code])).get(code)!
  const county = await c.var.county()
  const decisions = await listDecisionsOf(db, scope, code)
  const candidates = facts.candidates
    .flatMap((one) => candidateShown(county, code, one))
    .sort((a, b) => Number(a.against.willing !== null) - Number(b.against.willing !== null))
  const nearest = await nearestShown(c, county, code)
  const signed = decisions.flatMap(({ talentId }) => talentId ?? [])
  const named = [...candidates, ...nearest].map(({ person }) => person.id)
  const subjects = [...new Set([...named, ...signed])]
  await record(c, { action: 'village-lists.read', subjects, detail: { village: code } })
  const { talents: _, ...standing } = listOf(facts, c.var.today())
  const { matching } = whole.villages.get(code)!
  return {
    village: { code, name: row.name },
    township: { code: matching.township, name: matching.townshipName },
    standing,
    inForce: decisions.find(({ takenBackAt }) => takenBackAt === null)?.id ?? null,
    candidates,
    decisions: await decisionsShown(c, decisions),
    gap: {
      ...listGapOf(county.talents.values(), matching, county.policy),
      besides: besidesWords(county.policy),
      missed: await missedBy(c, code),
    },
    nearest,
    remedies: remediesFor(readyElsewhere(county, code, await takenIn(c))),
  }
}

function candidateShown(
  county: County,
  code: string,
  one: ListCandidate,
): VillageListView['candidates'] {
  const person = county.people.get(one.talent)
  const talent = county.talents.get(one.talent)
  if (person === undefined || talent === undefined) return []
  const findings = openFindings(talent, county.villages.get(code)!.matching, county.policy)
  const { eligibility, isIncumbent, isReserve, nominee } = one
  const against = (list: 'settled' | 'willing') => {
    const obstacle = obstacleOf(one, list)
    return obstacle && OBSTACLE_WORDS[obstacle]
  }
  const review = nominee && {
    ...{ asked: nominee.asked, passed: nominee.passed, objections: nominee.objections },
  }
  return [
    {
      ...{ person, eligibility, isIncumbent, isReserve, isNominated: nominee !== null, review },
      findings: findings.map(({ words }) => words),
      against: { settled: against('settled'), willing: against('willing') },
    },
  ]
}

/** A village's account sees its own people only. */
async function nearestShown(c: Context<Env>, county: County, code: string) {
  if (c.var.session.account.role === 'village') return []
  const { matching } = county.villages.get(code)!
  const taken = await takenIn(c, code)
  const { policy, talents, people } = county
  return nearestOf({ talents: talents.values(), village: matching, policy, taken }).flatMap(
    ({ talent, ...near }) => {
      const person = people.get(talent)
      return person ? [{ ...near, person }] : []
    },
  )
}

/** Whoever is on the way to a seat of another village in the open rounds. */
async function takenIn(c: Context<Env>, but?: string): Promise<Set<string>> {
  const nominees = await listTermChangeNominees(c.var.db, { countyCode: c.var.countyCode })
  return new Set(
    nominees
      .filter(({ state, villageCode, posts }) => {
        const isOn = state === 'open' || state === 'settled'
        return isOn && villageCode !== null && villageCode !== but && posts.length > 0
      })
      .map(({ talentId }) => talentId),
  )
}

/** People of other villages in reach who could take the role now. */
function readyElsewhere(county: County, code: string, taken: ReadonlySet<string>): number {
  const { matching } = county.villages.get(code)!
  return [...county.talents.values()].filter(
    (talent) =>
      talent.homeVillage !== code &&
      talent.incumbency === null &&
      talent.status !== 'left' &&
      !taken.has(talent.id) &&
      isOpenTo(talent, matching, county.policy),
  ).length
}

async function missedBy(c: Context<Env>, code: string) {
  const teams = await listVillageTeams(c.var.db, c.var.scope)
  const outlook = teams.find(({ villageCode }) => villageCode === code)?.outlook
  if (outlook === undefined) return null
  const { law, policy } = outlook as TeamOutlook
  return [...law, ...policy]
}

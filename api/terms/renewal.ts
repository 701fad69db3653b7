import type { RoundOutcome } from '../../db/settled-nominees.ts'
import { type Day, latestOf, type Post, patternOf } from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import type { EntryOfVillage } from '../village-entries/stored.ts'
import { isWholeTeam } from './whole.ts'

export type Member = { talent: string; posts: string[]; tookOfficeOn: Day }
/** Why results of a village do not become a term yet. */
export type Obstacle = 'open' | 'no-results' | 'partial' | 'begun' | 'entered'
/** What a village's results would make of its committees. */
export type Renewal = {
  village: VillageOfCounty
  obstacle: Obstacle | null
  startedOn: Day | null
  endsOn: Day | null
  turnout: number | null
  rounds: number | null
  comes: Member[]
  stays: (Member & { before: string[] })[]
  leaves: { talent: string; posts: string[] }[]
  /** Of the supervisory committee where the round chose nobody for it: its members go on. */
  kept: Member[]
}

type Asked = {
  county: County
  village: VillageOfCounty
  outcomes: readonly RoundOutcome[]
  entries: readonly EntryOfVillage[]
  /** The results are a term already. */
  isEntered: boolean
}

export function renewalOf({ county, village, outcomes, entries, isEntered }: Asked): Renewal {
  const won = outcomes.filter((it) => isHeld(it) && !hasLeft(county, it.talentId))
  const startedOn = won.map(({ termStartsOn }) => termStartsOn!).sort()[0] ?? null
  const endsOn =
    won
      .flatMap(({ termEndsOn }) => termEndsOn ?? [])
      .sort()
      .at(-1) ?? null
  const elected = won.map(
    ({ talentId, posts, termStartsOn }): Member => ({
      ...{ talent: talentId, posts: posts.map(asRow), tookOfficeOn: termStartsOn! },
    }),
  )
  const kept = keptOf(village, elected)
  const team = joined([...elected, ...kept])
  const before = new Map(village.incumbents.map((it) => [it.talent, it]))
  const sits = new Set(team.map(({ talent }) => talent))
  return {
    village,
    obstacle: obstacleOf({ county, village, outcomes, won, startedOn, isEntered }),
    ...{ startedOn, endsOn, ...electionOf(village, entries, startedOn) },
    comes: team.filter(({ talent }) => !before.has(talent)),
    stays: team.flatMap((it) => {
      const office = before.get(it.talent)
      return office ? [{ ...it, before: office.posts }] : []
    }),
    leaves: village.incumbents.filter(({ talent }) => !sits.has(talent)),
    kept,
  }
}

/** The committees as they are from then on. */
export const teamAfter = ({ comes, stays }: Renewal): Member[] => [...comes, ...stays]

const isHeld = ({ outcome, termStartsOn }: RoundOutcome) =>
  (outcome === 'elected' || outcome === 'appointed') && termStartsOn !== null

/** Whoever left the pool since takes no office; nor does a record that is not there any more. */
function hasLeft({ talents }: County, id: string): boolean {
  return (talents.get(id)?.status ?? 'left') === 'left'
}

/** Rows say 'supervision-member' for what matching calls a supervisor. */
export const asRow = (post: string) => (post === 'supervisor' ? 'supervision-member' : post)
const asPost = (row: string) => (row === 'supervision-member' ? 'supervisor' : row) as Post

const COMMITTEES: readonly (readonly string[])[] = [
  ['secretary', 'party-member'],
  ['chair', 'committee-member'],
  ['supervision-head', 'supervision-member'],
]

/** A committee that the round chose nobody for goes on as it is, but for those who hold what cannot go with it. */
function keptOf({ incumbents }: VillageOfCounty, elected: readonly Member[]): Member[] {
  const chosen = new Map(elected.map(({ talent, posts }) => [talent, posts]))
  const untouched = COMMITTEES.filter(
    (posts) => !elected.some((it) => it.posts.some((post) => posts.includes(post))),
  ).flat()
  return incumbents.flatMap(({ talent, posts, tookOfficeOn }) => {
    const own = posts.filter((post) => untouched.includes(post))
    const together = [...own, ...(chosen.get(talent) ?? [])].map(asPost)
    return own.length > 0 && patternOf(together) ? [{ talent, posts: own, tookOfficeOn }] : []
  })
}

function joined(members: readonly Member[]): Member[] {
  return [...Map.groupBy(members, ({ talent }) => talent)].map(([talent, own]) => ({
    talent,
    posts: own.flatMap(({ posts }) => posts),
    tookOfficeOn: own[0]!.tookOfficeOn,
  }))
}

type Standing = {
  county: County
  won: readonly RoundOutcome[]
  village: VillageOfCounty
  outcomes: readonly RoundOutcome[]
  startedOn: Day | null
  isEntered: boolean
}

function obstacleOf({
  county,
  village,
  outcomes,
  won,
  startedOn,
  isEntered,
}: Standing): Obstacle | null {
  if (isEntered) return 'entered'
  if (outcomes.some(({ state }) => state === 'open')) return 'open'
  if (startedOn === null) return 'no-results'
  const held = won.map(({ posts }) => posts)
  if (!isWholeTeam(village, held, county.policy)) return 'partial'
  return (village.term?.startedOn ?? '') >= startedOn ? 'begun' : null
}

/** Turnout and rounds of the valid committee election of this change, where one is on record. */
function electionOf(
  { term }: VillageOfCounty,
  entries: readonly EntryOfVillage[],
  startedOn: Day | null,
) {
  const election = latestOf(entries, 'election').find(
    ({ on, body }) =>
      body.committee === 'committee' &&
      body.isValid &&
      on > (term?.startedOn ?? '') &&
      (startedOn === null || on <= startedOn),
  )?.body
  const { voters = null, cast = null, rounds = null } = election ?? {}
  return {
    turnout: voters === null || voters === 0 || cast === null ? null : cast / voters,
    rounds,
  }
}

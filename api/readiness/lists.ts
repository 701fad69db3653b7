import type { Db } from '../../db/connect.ts'
import {
  type ListDecision,
  listDecisionsInForce,
  listTermChangeApprovals,
  listTermChangeNominees,
} from '../../db/list-decisions.ts'
import type { Scope } from '../../db/scope.ts'
import {
  assess,
  COMBINED_POSTS,
  judge,
  type ListCandidate,
  type ListFacts,
  type ListNominee,
  type Policy,
  type SignedList,
  type Talent,
  type Village,
} from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import { dayInChina } from '../days.ts'

const COMBINED = COMBINED_POSTS

type Nominee = Awaited<ReturnType<typeof listTermChangeNominees>>[number]
type Approvals = { rules: ReadonlySet<string>; isKept: boolean }
type Known = {
  county: County
  /** Of each person, where they are on the way in the open rounds of the term change. */
  nominees: ReadonlyMap<string, readonly Nominee[]>
  approvals: ReadonlyMap<string, Approvals>
}

/** What the lists of some villages, or of all of the county, follow from: three statements, however many there are. */
export async function listFacts(
  db: Db,
  scope: Scope,
  county: County,
  codes: readonly string[] | null,
): Promise<Map<string, ListFacts>> {
  return factsOf(db, scope, county, { codes, extra: [] })
}

/** The same of one village, with somebody who is thought of. */
export async function listFactsWith(
  db: Db,
  scope: Scope,
  county: County,
  village: string,
  talent: string | null,
): Promise<ListFacts> {
  const extra = talent === null ? [] : [talent]
  return (await factsOf(db, scope, county, { codes: [village], extra })).get(village)!
}

async function factsOf(
  db: Db,
  scope: Scope,
  county: County,
  { codes, extra }: { codes: readonly string[] | null; extra: readonly string[] },
): Promise<Map<string, ListFacts>> {
  const decisions = await listDecisionsInForce(db, scope, codes)
  const nominees = await listTermChangeNominees(db, scope)
  const acts = nominees.length === 0 ? [] : await listTermChangeApprovals(db, scope)
  const known = {
    county,
    nominees: Map.groupBy(nominees, ({ talentId }) => talentId),
    approvals: approvalsOf(acts),
  }
  const signed = new Map(decisions.map((one) => [one.villageCode, one]))
  const people = peopleBy(county, codes && new Set(codes), nominees)
  return new Map(
    (codes ?? [...county.villages.keys()]).flatMap((code) => {
      const village = county.villages.get(code)?.matching
      if (village === undefined) return []
      const decision = signed.get(code) ?? null
      const ids = new Set([...(people.get(code) ?? []), ...extra])
      if (decision?.talentId) ids.add(decision.talentId)
      const candidates = [...ids].flatMap((id) => candidateOf(known, village, id) ?? [])
      return [[code, { candidates, decision: decision && signedOf(decision) }] as const]
    }),
  )
}

/** How one person stands towards the combined role of a village. */
function candidateOf(known: Known, village: Village, id: string): ListCandidate | undefined {
  const talent = known.county.talents.get(id)
  if (talent === undefined) return undefined
  const own = known.nominees.get(id) ?? []
  const here = own.find((one) => one.villageCode === village.code && isForBoth(one))
  const approvals = (here && known.approvals.get(here.id)) ?? NOTHING_APPROVED
  const { policy } = known.county
  const answers = COMBINED.map((post) => judge(talent, village, post, policy))
  const eligibility = GRAVITY.find((one) => answers.includes(one)) ?? 'eligible'
  return {
    talent: id,
    eligibility,
    isApproved: eligibility !== 'relaxable' || isApproved(talent, village, policy, approvals),
    consent: talent.consent,
    hasLeft: talent.status === 'left',
    isIncumbent: talent.incumbency?.village === village.code,
    isReserve: talent.status === 'reserve' && talent.homeVillage === village.code,
    isElsewhere: own.some((one) => isOnTheWay(one) && one.villageCode !== village.code),
    nominee: here ? nomineeOf(here, approvals) : null,
  }
}

const GRAVITY = ['barred', 'unknown', 'relaxable', 'eligible'] as const
const NOTHING_APPROVED: Approvals = { rules: new Set(), isKept: false }

function isApproved(talent: Talent, village: Village, policy: Policy, { rules }: Approvals) {
  return COMBINED.every((post) =>
    assess(talent, village, post, policy).every(
      ({ outcome, rule }) => outcome !== 'relaxable' || rules.has(rule),
    ),
  )
}

/** A sanction that the township's Party committee decided to leave is no objection any more (S3.4). */
function nomineeOf(row: Nominee, { isKept }: Approvals): ListNominee {
  const { outcome, state, asked, passed, objections, validUntil } = row
  const kept = isKept && objections > 0 ? 1 : 0
  return {
    isChosen: outcome === 'elected' || outcome === 'appointed',
    isOver: state === 'withdrawn' || state === 'stopped' || outcome === 'not-chosen',
    ...{ asked, passed: passed + kept, objections: objections - kept, validUntil },
  }
}

function isForBoth({ posts }: Nominee): boolean {
  return COMBINED.every((post) => posts.includes(post))
}

/** For a seat of some village; whoever is proposed for the pool alone is free. */
function isOnTheWay({ state, outcome, villageCode, posts }: Nominee): boolean {
  const isOver = state === 'withdrawn' || state === 'stopped' || outcome === 'not-chosen'
  return villageCode !== null && posts.length > 0 && !isOver
}

/** People at home or in office in villages, and nominees for both posts there. */
function peopleBy(
  { talents }: County,
  codes: ReadonlySet<string> | null,
  nominees: readonly Nominee[],
): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>()
  const add = (code: string, id: string) => {
    if (codes !== null && !codes.has(code)) return
    const own = people.get(code) ?? new Set()
    people.set(code, own.add(id))
  }
  for (const { id, homeVillage, incumbency, status } of talents.values()) {
    if (status === 'reserve') add(homeVillage, id)
    if (incumbency) add(incumbency.village, id)
  }
  for (const one of nominees)
    if (one.villageCode !== null && isForBoth(one)) add(one.villageCode, one.talentId)
  return people
}

type Act = Awaited<ReturnType<typeof listTermChangeApprovals>>[number]
type Body =
  | { kind: 'relaxation'; rule: string }
  | { kind: 'sanction'; keeps: boolean }
  | { kind: 'target'; keeps?: boolean }

/** What stands: nothing that was superseded, nor signed before another seat was chosen. */
function approvalsOf(acts: readonly Act[]): Map<string, Approvals> {
  const superseded = new Set(acts.map(({ supersedes }) => supersedes))
  return new Map(
    [...Map.groupBy(acts, ({ nomineeId }) => nomineeId)].map(([nominee, own]) => {
      const bodies = own.map((act) => ({ ...act, body: act.body as Body }))
      const moved = bodies.findLastIndex(({ body }) => body.kind === 'target' && !body.keeps)
      const standing = bodies.slice(moved + 1).filter(({ id }) => !superseded.has(id))
      const rules = standing.flatMap(({ body }) => (body.kind === 'relaxation' ? body.rule : []))
      const sanction = standing.findLast(({ body }) => body.kind === 'sanction')?.body
      const isKept = sanction?.kind === 'sanction' && sanction.keeps
      return [nominee, { rules: new Set(rules), isKept }] as const
    }),
  )
}

function signedOf({ list, talentId, remedy, at }: ListDecision): SignedList {
  return { list, talent: talentId, remedy, on: dayInChina(at) }
}

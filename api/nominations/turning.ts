import type { Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import type { Round } from '../../db/rounds.ts'
import {
  listNomineesIn,
  listStandingNominations,
  type NomineeInRound,
} from '../../db/seat-nominees.ts'
import type { Post, Words } from '../../matching/index.ts'
import { changing } from '../auditing.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { turn } from '../imports/batches.ts'
import { nominate } from '../nominees/opening.ts'
import { Problem } from '../problem.ts'
import { countyOf } from '../remembered.ts'
import type { TurningAnswer } from '../shapes/nominations.ts'
import { type Proposal, proposalsFor, type Seated, type VillageProposal } from './proposals.ts'
import { type InRound, skipOf } from './skipping.ts'

export type Turning = {
  round: Round
  isPreview: boolean
  planId: string | null
  /** By village: who sits there. */
  slates: { village: VillageOfCounty; seated: Seated[] }[]
  /** Everybody whom the whole plan seats, also in villages that are not asked for. */
  planned: ReadonlySet<string>
}

/**
 * Slates as nominations, village by village: each in one transaction, so that a process that is killed leaves whole
 * villages, and doing it again adds what is left.
 */
export async function turnSlates(c: Context<Env>, turning: Turning): Promise<TurningAnswer> {
  const answer: TurningAnswer = { nominated: [], skipped: [], villages: [] }
  const all = { countyCode: c.var.countyCode }
  const inRound = [...(await listNomineesIn(c.var.db, all, turning.round.id)).values()]
  const picked = new Set<string>()
  for (const { village, seated } of turning.slates) {
    const taken = takenFrom(inRound, turning, village.code).union(picked)
    const proposal = proposalsFor(await c.var.county(), village, seated, taken)
    const turned = await turnVillage(c, turning, proposal)
    for (const { talent } of turned.nominated) picked.add(talent)
    answer.nominated.push(...turned.nominated)
    answer.skipped.push(...turned.skipped)
    answer.villages.push(villageShown(proposal))
    await turn()
  }
  return answer
}

type Turned = Pick<TurningAnswer, 'nominated' | 'skipped'>

/** Seated anywhere in the plan, or in the round for another village or at its end: no further candidate of this one. */
function takenFrom(
  inRound: readonly NomineeInRound[],
  { planned }: Turning,
  village: string,
): Set<string> {
  const isFree = ({ state, villageCode }: NomineeInRound) =>
    state === 'open' && (villageCode === null || villageCode === village)
  const taken = inRound.filter((one) => !isFree(one)).map(({ talentId }) => talentId)
  return new Set([...planned, ...taken])
}

async function turnVillage(
  c: Context<Env>,
  turning: Turning,
  village: VillageProposal,
): Promise<Turned> {
  const counties = {
    own: await c.var.county(),
    whole: await countyOf(c.var.db, { countyCode: c.var.countyCode }),
  }
  const seen = await sortedOut(c, c.var.db, counties.own, { turning, village })
  if (turning.isPreview || seen.nominated.length === 0) return seen
  const store = () => storeVillage(c, counties, { turning, village })
  return store().catch((error) => {
    // Somebody else nominated one of them at the same moment: read what is there now.
    if (error instanceof Problem) throw error
    return store()
  })
}

/** What the account sees, and all that there is: read before a transaction begins. */
type Counties = { own: County; whole: County }
type OfVillage = { turning: Turning; village: VillageProposal }

function storeVillage(
  c: Context<Env>,
  { own, whole }: Counties,
  { turning, village }: OfVillage,
): Promise<Turned> {
  const { round, planId } = turning
  return changing(c, async (transaction, tell) => {
    const turned = await sortedOut(c, transaction, own, { turning, village })
    for (const one of turned.nominated) {
      const proposal = village.proposals.find(({ talent }) => talent === one.talent)!
      const proposed = proposedIn(c, own, proposal, planId)
      one.nominee = (
        await nominate(c, transaction, { round, proposed, county: whole }, tell)
      ).nominee
    }
    const detail = { village: village.village.code, round: round.id, plan: planId }
    tell({ action: 'slate.nominated', detail: { ...detail, people: turned.nominated.length } })
    return turned
  })
}

/** Who is nominated and who is not, as the round stands. */
async function sortedOut(
  c: Context<Env>,
  db: Db,
  county: County,
  { turning: { round }, village: { village, proposals } }: OfVillage,
): Promise<Turned> {
  const all = { countyCode: c.var.countyCode }
  const inRound = await inRoundOf(db, all, round.id, proposals)
  const turned: Turned = { nominated: [], skipped: [] }
  for (const proposal of proposals) {
    const { talent, posts, as } = proposal
    const name = county.people.get(talent)?.name ?? ''
    const shown = { talent, name, village: village.code, posts, as }
    const skip = skipOf(county, proposal, inRound)
    if (skip) turned.skipped.push({ ...shown, ...skip })
    else {
      const isInGroup = inRound.nominees.has(talent)
      turned.nominated.push({ ...shown, nominee: null, isInGroup })
    }
  }
  return turned
}

async function inRoundOf(
  db: Db,
  all: { countyCode: string },
  round: string,
  proposals: readonly Proposal[],
): Promise<InRound> {
  const talents = proposals.map(({ talent }) => talent)
  const nominees = await listNomineesIn(db, all, round, talents)
  const ids = proposals.flatMap(({ talent }) => nominees.get(talent)?.id ?? [])
  const standing = await listStandingNominations(db, all, ids)
  return { nominees, nominations: Map.groupBy(standing, ({ nomineeId }) => nomineeId) }
}

function proposedIn(
  c: Context<Env>,
  county: County,
  { talent, village, posts, reasons, as }: Proposal,
  planId: string | null,
) {
  return {
    ...{ talentId: talent, villageCode: village, posts, planId, isOnPaper: false },
    ...{ channel: 'discovered' as const, nominator: officeOf(c, county), jointNames: 1 },
    ...{ relation: '上级党组织', reason: reasonOf(reasons, as) },
  }
}

/** Names of offices as papers print them. */
function officeOf(c: Context<Env>, county: County): string {
  const { role, townshipCode } = c.var.session.account
  if (role === 'county') return `${county.name}委组织部`
  const township = county.townships.get(townshipCode ?? '')?.name
  if (township === undefined) return c.var.session.account.name
  return township.endsWith('街道') ? `${township}党工委` : `${township}党委`
}

/** As a paper says it; stored papers are in Chinese. */
function reasonOf(reasons: readonly Words[], as: Proposal['as']): string {
  const said = reasons.map(({ zh }) => zh.replace(/[。；]$/, '')).join('；')
  return `${AS[as]}${said === '' ? '' : `：${said}`}。`.slice(0, 500)
}
const AS = {
  seat: '配备方案建议人选',
  'next-best': '配备方案差额人选',
  margin: '党组织差额人选',
} satisfies Record<Proposal['as'], string>

function villageShown({ village, proposals, margin, alone }: VillageProposal) {
  const seated = proposals.filter(({ as }) => as === 'seat').length
  return {
    village: { code: village.code, name: village.name },
    ...{ seated, further: proposals.length - seated, margin },
    alone: [...new Set<Post>(alone)],
  }
}

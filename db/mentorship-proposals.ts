import type { Db } from './connect.ts'
import type { MentorshipProposalTable } from './schema/cultivation.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type Proposal = Omit<MentorshipProposalTable, 'countyCode'>
export type ProposalFilter = {
  state?: Proposal['state'] | undefined
  talentId?: string | undefined
  mentorId?: string | undefined
  limit?: number
}

export async function findProposal(db: Db, scope: Scope, id: string) {
  return proposals(db, scope).where('id', '=', id).executeTakeFirst()
}

/** The newest first. */
export function listProposals(
  db: Db,
  scope: Scope,
  { state, talentId, mentorId, limit = 200 }: ProposalFilter = {},
): Promise<Proposal[]> {
  return proposals(db, scope)
    .$if(state !== undefined, (it) => it.where('state', '=', state!))
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .$if(mentorId !== undefined, (it) => it.where('mentorId', '=', mentorId!))
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertProposal(
  db: Db,
  { countyCode }: Scope,
  proposal: Pick<Proposal, 'id' | 'mentorId' | 'talentId' | 'reason' | 'proposedAt' | 'proposedBy'>,
): Promise<void> {
  await db
    .insertInto('mentorshipProposals')
    .values({ ...proposal, ...UNANSWERED, countyCode })
    .execute()
}

/** False when it is open no more, or not in the scope. */
export async function updateProposal(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Omit<Proposal, 'id' | 'mentorId' | 'talentId'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mentorshipProposals')
    .set(change)
    .where(aboutTalentsIn(scope, 'mentorshipProposals'))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Withdraws what is open of a mentor, or of the pair; how many. */
export async function withdrawProposals(
  db: Db,
  { countyCode }: Scope,
  { mentorId, talentId, endedAt }: { mentorId: string; talentId?: string; endedAt: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mentorshipProposals')
    .set({ state: 'withdrawn', endedAt })
    .where('countyCode', '=', countyCode)
    .where('mentorId', '=', mentorId)
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const UNANSWERED = {
  ...{ state: 'open' as const, mentorAnswer: null, mentorAnsweredAt: null },
  ...{ talentAnswer: null, talentAnsweredAt: null, talentAnsweredBy: null, endedAt: null },
}

function proposals(db: Db, scope: Scope) {
  return db
    .selectFrom('mentorshipProposals')
    .selectAll()
    .where(aboutTalentsIn(scope, 'mentorshipProposals'))
}

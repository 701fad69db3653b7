import type { Db } from '../../db/connect.ts'
import { listOfficeHolders } from '../../db/overview.ts'
import { findPlan, listPlans } from '../../db/plans.ts'
import type { Scope } from '../../db/scope.ts'
import {
  type Day,
  type Education,
  memberOf,
  type Placement,
  patternOf,
  structureOf,
} from '../../matching/index.ts'
import { solvedOf } from '../plan-requests.ts'
import type { StructureSaid } from '../shapes/overview.ts'
import { rememberedFor } from './remembering.ts'

type Asked = { db: Db; scope: Scope; referenceOn: Day; villages: readonly string[] }

/** The teams of the scope when they took office, as they are now, and as the newest finished plan proposes. */
export async function structureSaid({ db, scope, referenceOn, villages }: Asked) {
  const { lastTerm, now, known } = await rememberedFor(db, scope, `teams ${referenceOn}`, () =>
    inOffice(db, scope, referenceOn),
  )
  const unknown = villages.filter((code) => !known.has(code)).length
  return { lastTerm, now, unknown, plan: await newestPlan(db, scope) } satisfies StructureSaid
}

async function inOffice(db: Db, scope: Scope, referenceOn: Day) {
  const rows = await listOfficeHolders(db, scope)
  const byOffice = Map.groupBy(rows, ({ villageCode, id }) => `${villageCode} ${id}`)
  const teams = [...byOffice.values()]
  const on = (dayOf: (row: Row) => Day) => teams.flatMap((held) => placementOf(held, dayOf))
  const took = on(({ tookOfficeOn }) => tookOfficeOn)
  const now = on(() => referenceOn)
  return {
    lastTerm: took.length === 0 ? null : structureOf(took),
    now: now.length === 0 ? null : structureOf(now),
    known: new Set(now.map(({ village }) => village)),
  }
}
type Row = Awaited<ReturnType<typeof listOfficeHolders>>[number]

/** One post on each committee at most; supervision counts in neither. */
function placementOf(held: readonly Row[], dayOf: (row: Row) => Day): Placement[] {
  const posts = held.map(({ post }) => post)
  const party = (['secretary', 'party-member'] as const).find((post) => posts.includes(post))
  const committee = (['chair', 'committee-member'] as const).find((post) => posts.includes(post))
  const pattern = patternOf([party, committee].filter((post) => post !== undefined))
  const [row] = held
  if (!row || !pattern) return []
  const { id, sex, bornOn, partyStatus } = row
  const education = row.education as Education | null
  const facts = { id, sex, bornOn, partyStatus, education, nationality: null, sources: [] }
  return [{ village: row.villageCode, member: memberOf(facts, dayOf(row)), pattern }]
}

/** Of the whole scope; what was planned of one township says nothing about a county. */
async function newestPlan(db: Db, scope: Scope) {
  const townshipCode = scope.townshipCode ?? null
  const plans = await listPlans(db, scope, { townshipCode })
  for (const { id, finishedAt } of plans.filter(({ status }) => status === 'done').slice(0, 3)) {
    const after = await rememberedFor(db, scope, `plan ${id}`, () => afterOf(db, scope, id))
    if (after !== null && finishedAt !== null) return { id, finishedAt, ...after }
  }
  return null
}

async function afterOf(db: Db, scope: Scope, id: string) {
  const plan = solvedOf((await findPlan(db, scope, id))?.result)
  return plan && { after: plan.after, villages: plan.slates.length }
}

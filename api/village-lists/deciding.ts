import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { holdCounty } from '../../db/import-people.ts'
import {
  findListDecision,
  insertListDecision,
  listDecisionsInForce,
  supersedeListDecisions,
  takeBackListDecision,
} from '../../db/list-decisions.ts'
import type { Database } from '../../db/schema.ts'
import { findVillage } from '../../db/villages.ts'
import {
  type ListFacts,
  listOf,
  OBSTACLE_WORDS,
  obstacleOf,
  type SignedList,
} from '../../matching/index.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { listFactsWith } from '../readiness/lists.ts'
import { touchVillages } from '../readiness/touched.ts'
import { requireImpersonal } from '../reasons.ts'
import { countyOf } from '../remembered.ts'
import type { Decision } from '../shapes/readiness-work.ts'
import { talentOf } from '../talents.ts'
import { invalid } from '../validate.ts'
import { noVillage } from '../villages.ts'

/** Signs on which list a village stands; what a fact speaks against already is refused. */
export async function decide(c: Context<Env>, given: Decision): Promise<string> {
  const { db, scope, clock, session } = c.var
  const { village, list, talent, remedy, reason } = given
  if (!(await findVillage(db, scope, village))) throw noVillage(village)
  requireWhole(given)
  const person = talent === null ? null : await talentOf(c, talent)
  requireImpersonal(reason, person?.name ?? '')
  await requireHolding(c, given)
  const id = newId()
  const { id: accountId, name: accountName, position } = session.account
  const at = clock().toISOString()
  await changing(c, async (transaction, tell) => {
    // One after the other: two who sign at the same moment would both find the person free.
    await holdCounty(transaction, scope)
    await requireNew(transaction, c, given)
    await requireFree(transaction, c, given)
    await supersedeListDecisions(transaction, scope, village, {
      ...{ takenBackAt: at, takenBackBy: accountId, takenBackReason: SUPERSEDED },
    })
    await insertListDecision(transaction, scope, {
      ...{ id, villageCode: village, list, talentId: talent, remedy, reason },
      ...{ at, accountId, accountName, position },
    })
    const subjects = talent === null ? [] : [talent]
    tell({ action: 'village-list.decided', subjects, reason, detail: { village, list, remedy } })
  })
  touchVillages(db, [village])
  return id
}

export async function takeBack(c: Context<Env>, id: string, reason: string): Promise<void> {
  const { db, scope, clock, session } = c.var
  const decision = await findListDecision(db, scope, id)
  if (!decision) {
    await recordMiss(c, 'village-list.missed', id)
    throw new Problem('not-found', NO_DECISION)
  }
  const { villageCode: village, talentId } = decision
  const person = talentId === null ? null : (await c.var.county()).people.get(talentId)
  requireImpersonal(reason, person?.name ?? '')
  await changing(c, async (transaction, tell) => {
    const takingBack = { takenBackAt: clock().toISOString(), takenBackBy: session.account.id }
    const done = await takeBackListDecision(transaction, scope, id, {
      ...takingBack,
      takenBackReason: reason,
    })
    if (!done) throw new Problem('conflict', TAKEN_BACK)
    const subjects = talentId === null ? [] : [talentId]
    tell({ action: 'village-list.taken-back', subjects, reason, detail: { village } })
  })
  touchVillages(db, [village])
}

/** A person on the first two lists, a remedy at most on the third. */
function requireWhole({ list, talent, remedy }: Decision): void {
  if (list !== 'none' && talent === null)
    throw invalid([{ pointer: '#/talent', detail: NO_PERSON }])
  if (list === 'none' && talent !== null) throw invalid([{ pointer: '#/talent', detail: NOBODY }])
  if (list !== 'none' && remedy !== null)
    throw invalid([{ pointer: '#/remedy', detail: NO_REMEDY }])
}

/** It is judged by what the whole county knows: somebody may be on the way to a seat of another township. */
async function requireHolding(c: Context<Env>, given: Decision): Promise<void> {
  const { db, countyCode } = c.var
  const { village, list, talent, remedy } = given
  const whole = { countyCode }
  const county = await countyOf(db, whole)
  const facts = await listFactsWith(db, whole, county, village, talent)
  const { candidates } = facts
  const person = candidates.find((one) => one.talent === talent)
  const against = list === 'none' ? null : obstacleOf(person, list)
  if (against !== null)
    throw invalid([{ pointer: '#/talent', detail: because(OBSTACLE_WORDS[against]) }])
  const today = c.var.today()
  requireEffect({ candidates, decision: { list, talent, remedy, on: today } }, today)
}

/** One person for one village: nobody is settled for two (rule `oneplace`). */
async function requireFree(
  transaction: Transaction<Database>,
  c: Context<Env>,
  { village, list, talent }: Decision,
): Promise<void> {
  if (list === 'none') return
  const others = await listDecisionsInForce(transaction, { countyCode: c.var.countyCode }, null)
  const isTaken = others.some(
    (one) => one.list === 'settled' && one.talentId === talent && one.villageCode !== village,
  )
  if (isTaken) throw invalid([{ pointer: '#/talent', detail: TAKEN }])
}

/** The same once more is a second click. */
async function requireNew(
  transaction: Transaction<Database>,
  c: Context<Env>,
  { village, list, talent, remedy, reason }: Decision,
): Promise<void> {
  const [last] = await listDecisionsInForce(transaction, c.var.scope, [village])
  const isSame =
    last?.list === list &&
    last.talentId === talent &&
    last.remedy === remedy &&
    last.reason === reason
  if (isSame) throw new Problem('conflict', TWICE)
}

function requireEffect(facts: ListFacts & { decision: SignedList }, today: string): void {
  const { by, list, words } = listOf(facts, today)
  if (by === 'decision' || list === facts.decision.list) return
  throw invalid([{ pointer: '#/list', detail: because(words) }])
}

const because = (why: { zh: string; en: string }) => ({
  zh: `不能这样签：${why.zh}。`,
  en: `This cannot be signed: ${why.en}.`,
})
const NO_PERSON = {
  zh: '请选择人选：已落实和有意向都要写明是谁。',
  en: 'Choose the person: the first two lists say who it is.',
}
const NOBODY = {
  zh: '列入无合适人选的，不写人选。',
  en: 'Where none suits nobody is named.',
}
const NO_REMEDY = {
  zh: '只有无合适人选的村才写补救办法。',
  en: 'A remedy belongs to villages where none suits.',
}
const TAKEN = {
  zh: '此人已签字确定为其他村的人选，一人只能在一个村。请先撤回那一项。',
  en: 'The person is signed as settled for another village: take that back first.',
}
const TWICE = {
  zh: '同样的决定刚才已经签过，没有重复写入。请刷新页面。',
  en: 'The same was signed already, and is not written twice. Load the page again.',
}
/** As people read it in the history of a village. */
const SUPERSEDED = '由新签的决定取代'
const NO_DECISION = {
  zh: '没有这项清单决定，或不在本账号管理范围内。请刷新页面。',
  en: 'There is no such decision in your reach. Load the page again.',
}
const TAKEN_BACK = {
  zh: '这项清单决定已经撤回。请刷新页面看现在的情况。',
  en: 'The decision was taken back already. Load the page again.',
}

import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertItem } from '../../db/cultivation-items.ts'
import { findMentorProfile } from '../../db/mentor-profiles.ts'
import {
  findMentoringSession,
  insertSession,
  listSessionsOn,
  type MentoringSession,
  type NewSession,
} from '../../db/mentoring-sessions.ts'
import type { Database } from '../../db/schema.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { ITEM_CRITERIA, type Policy } from '../../matching/index.ts'
import { record, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { SessionGiven } from '../shapes/mentoring.ts'
import { type Caution, kinAmong, meetingsOfTwo } from './cautions.ts'
import { requireDayHolds, requireSound } from './judging.ts'
import { mentorshipFor, standingId } from './mentorship.ts'
import { type ShownSession, sessionsShown } from './shown.ts'

export type Kept = { session: ShownSession; cautions: Caution[]; isNew: boolean }

/**
 * Keeps a session once, however often and from wherever it is sent: the same id is the same session, whatever has changed
 * since; another id of the same mentor, person and day asks.
 */
export async function keepSession(c: Context<Env>, given: SessionGiven): Promise<Kept> {
  const policy = await policyInForce(c)
  const known = await findMentoringSession(c.var.db, countyOf(c), given.id)
  const session = known ?? (await storeSession(c, given, policy))
  if (session === 'known') return keepSession(c, given)
  if (known) await requireSame(c, known, given)
  const [shown] = await sessionsShown(c, [session], policy.cultivation.topics)
  return { session: shown!, cautions: await cautionsOf(c, session), isNew: !known }
}

/** `known`: somebody stored the id a moment ago. */
async function storeSession(
  c: Context<Env>,
  given: SessionGiven,
  { cultivation }: Policy,
): Promise<MentoringSession | 'known'> {
  const mentorship = await mentorshipFor(c, given.talent)
  const facts = { today: c.var.today(), topics: cultivation.topics, mentorship }
  requireSound(given, facts)
  const row = rowOf(c, given, mentorship.talentId)
  try {
    await changeEntries(c, [row.talentId], (transaction, tell) =>
      store(c, { transaction, tell, given, row }),
    )
  } catch (cause) {
    if (cause === KNOWN) return 'known'
    throw cause
  }
  return {
    ...row,
    seen: [...row.seen],
    takenBackAt: null,
    takenBackBy: null,
    takenBackReason: null,
  }
}

type Storing = {
  transaction: Transaction<Database>
  tell: (told: Told) => void
  given: SessionGiven
  row: NewSession
}
/** Ends the transaction without a trace. */
const KNOWN = new Error('the id was stored meanwhile')

async function store(c: Context<Env>, { transaction, tell, given, row }: Storing): Promise<void> {
  const scope = countyOf(c)
  if (await findMentoringSession(transaction, scope, row.id)) throw KNOWN
  await requireOther(c, transaction, row)
  if (!(await insertSession(transaction, scope, row))) {
    // Another phone was faster between the look and the insertion, which only PostgreSQL lets happen.
    if (await findMentoringSession(transaction, scope, row.id)) throw KNOWN
    await requireOther(c, transaction, row)
    throw KNOWN
  }
  const { talentId, createdAt, mentorId: createdBy } = row
  if (given.next)
    await insertItem(transaction, scope, {
      ...{ id: newId(), talentId, planId: null, sessionId: row.id, kind: 'task', ...given.next },
      ...{ evidence: '', criteria: ITEM_CRITERIA.task, rules: [], createdAt, createdBy },
    })
  const detail = { session: row.id, hasTask: given.next !== null, isAnother: given.isAnother }
  tell({ action: 'mentoring-session.kept', subjects: [talentId], detail })
}

/** Neither the same meeting from another phone nor more than a day holds. */
async function requireOther(
  c: Context<Env>,
  transaction: Transaction<Database>,
  row: NewSession,
): Promise<void> {
  const onDay = await listSessionsOn(transaction, countyOf(c), row)
  const own = onDay.filter(({ mentorId }) => mentorId === row.mentorId)
  const same = own.find(({ talentId }) => talentId === row.talentId)
  if (same && row.isAnother === 0) throw sameDay(same)
  const before = own.reduce((sum, { minutes }) => sum + minutes, 0)
  requireDayHolds({ minutes: row.minutes }, before)
}

function rowOf(c: Context<Env>, given: SessionGiven, talentId: string): NewSession {
  const { id, heldOn, minutes, way, topic, agreed, progress, seen, nextOn, isAnother } = given
  const createdAt = c.var.clock().toISOString()
  const keptAt = new Date(given.keptAt).toISOString()
  return {
    ...{ id, talentId, heldOn, minutes, way, topic, agreed, progress, nextOn, createdAt },
    ...{ mentorId: c.var.session.account.id, seen: [...new Set(seen)] },
    // A phone whose clock is ahead kept nothing in the future.
    keptAt: keptAt < createdAt ? keptAt : createdAt,
    isAnother: isAnother ? 1 : 0,
  }
}

async function requireSame(
  c: Context<Env>,
  known: MentoringSession,
  given: SessionGiven,
): Promise<void> {
  if (known.mentorId !== c.var.session.account.id) throw foreignId()
  await record(c, { action: 'mentoring-session.read', subjects: [known.talentId] })
  const row = rowOf(c, given, await standingId(c, given.talent))
  const isSame = CONTENT.every((key) => JSON.stringify(known[key]) === JSON.stringify(row[key]))
  if (!isSame) throw otherContent(known)
}

const CONTENT = [
  ...(['talentId', 'heldOn', 'minutes', 'way', 'topic'] as const),
  ...(['agreed', 'progress', 'seen', 'nextOn'] as const),
] as const

async function cautionsOf(c: Context<Env>, session: MentoringSession): Promise<Caution[]> {
  const { id, name } = c.var.session.account
  const profile = await findMentorProfile(c.var.db, countyOf(c), id)
  const { talentId } = session
  const names = await namesOfTalents(c.var.db, countyOf(c), [talentId])
  const person = { id: talentId, name: names.get(talentId) ?? '' }
  const mentor = { id, name, talentId: profile?.talentId ?? null }
  const kin = await kinAmong(c, [mentor], [person])
  const two = await meetingsOfTwo(c, [session])
  return [...kin(id, talentId), ...two(session)]
}

function countyOf(c: Context<Env>) {
  return { countyCode: c.var.countyCode }
}

function shortOf({ id, heldOn, minutes, way, topic, agreed }: MentoringSession) {
  return { id, heldOn, minutes, way, topic, agreed }
}

function sameDay(session: MentoringSession): Problem {
  return new Problem(
    'same-day',
    {
      zh: `您当天已为此人记过一次帮带（${session.minutes} 分钟：${session.agreed}）。如是同一次，不必再记；如是另外一次，请选“这是另一次”。`,
      en: `You have recorded a session with this person on that day (${session.minutes} minutes: ${session.agreed}). If it is the same, nothing is to be done; if not, say that it was another.`,
    },
    [],
    {},
    { session: shortOf(session) },
  )
}

function otherContent(session: MentoringSession): Problem {
  return new Problem(
    'conflict',
    {
      zh: '这条记录已经收到，内容与这次发来的不同。记录签名后不能改写：请在原记录上补充，或取消原记录后另记一条。',
      en: 'This session has arrived already and says something else. What is signed stays: add to it, or take it back and record another.',
    },
    [],
    {},
    { session: shortOf(session) },
  )
}

function foreignId(): Problem {
  return new Problem('conflict', {
    zh: '这个编号已用于另一条记录。请重新打开“记一次帮带”再保存。',
    en: 'The id belongs to another session. Open the form anew and save again.',
  })
}

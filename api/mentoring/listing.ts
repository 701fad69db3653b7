import type { Context } from 'hono'
import type { z } from 'zod'
import { listAccountsAmong } from '../../db/accounts.ts'
import { listMentorProfiles } from '../../db/mentor-profiles.ts'
import { countSessions, pageOfSessions } from '../../db/mentoring-sessions.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { record } from '../auditing.ts'
import type { Env } from '../context.ts'
import { policyInForce } from '../people-by-id.ts'
import type { SessionPage } from '../shapes/mentoring.ts'
import { invalid } from '../validate.ts'
import { kinAmong, meetingsOfTwo } from './cautions.ts'
import { sessionsShown } from './shown.ts'

const A_PAGE = 30

type Asked = {
  talentId?: string | undefined
  mentorId?: string | undefined
  before?: string | undefined
}

/** A page of sessions of the account's people, the latest first, with what is to be said of each. */
export async function sessionPage(
  c: Context<Env>,
  { before, ...whose }: Asked,
): Promise<z.infer<typeof SessionPage>> {
  const { db, scope } = c.var
  const { cultivation } = await policyInForce(c)
  const asked = { ...whose, before: beforeOf(before), limit: A_PAGE + 1 }
  const rows = await pageOfSessions(db, scope, asked)
  const page = rows.slice(0, A_PAGE)
  await record(c, {
    action: 'mentoring-sessions.read',
    subjects: [...new Set([...page.map(({ talentId }) => talentId), whose.talentId ?? []].flat())],
  })
  const kin = await kinOfPage(c, page)
  const two = await meetingsOfTwo(c, page)
  const shown = await sessionsShown(c, page, cultivation.topics)
  return {
    sessions: shown.map((session, at) => {
      const row = page[at]!
      const cautions = row.takenBackAt === null ? two(row) : []
      return { ...session, cautions: [...kin(row.mentorId, row.talentId), ...cautions] }
    }),
    total: await countSessions(db, scope, whose),
    next: rows.length > A_PAGE ? endOf(page.at(-1)!) : null,
  }
}

type Row = Awaited<ReturnType<typeof pageOfSessions>>[number]

async function kinOfPage(c: Context<Env>, page: readonly Row[]) {
  const scope = { countyCode: c.var.countyCode }
  const ids = [...new Set(page.map(({ mentorId }) => mentorId))]
  const accounts = await listAccountsAmong(c.var.db, scope, ids)
  const profiles = await listMentorProfiles(c.var.db, scope, ids)
  const mentors = ids.map((id) => ({
    ...{ id, name: accounts.get(id)?.name ?? '' },
    talentId: profiles.find(({ mentorId }) => mentorId === id)?.talentId ?? null,
  }))
  const names = await namesOfTalents(c.var.db, scope, [
    ...new Set(page.map(({ talentId }) => talentId)),
  ])
  return kinAmong(
    c,
    mentors,
    [...names].map(([id, name]) => ({ id, name })),
  )
}

function endOf({ heldOn, id }: Row): string {
  return `${heldOn}_${id}`
}

function beforeOf(text: string | undefined) {
  if (text === undefined) return undefined
  const [, heldOn, id] = /^(\d{4}-\d{2}-\d{2})_(.{1,64})$/.exec(text) ?? []
  if (heldOn === undefined || id === undefined) throw invalid([{ pointer: '?before', detail: BAD }])
  return { heldOn, id }
}

const BAD = {
  zh: '翻页位置无效，请从第一页重新打开。',
  en: 'The place in the list is not one of ours: begin with the first page.',
}

import type { Context } from 'hono'
import type { z } from 'zod'
import { listAccountsAmong } from '../../db/accounts.ts'
import {
  listAdditionsOf,
  listFilesOfSessions,
  listItemsOfSessions,
  type MentoringSession,
} from '../../db/mentoring-sessions.ts'
import type { CriterionId, Cultivation } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { dayInChina, daysAfter } from '../days.ts'
import type { Session } from '../shapes/mentoring.ts'

export type ShownSession = z.infer<typeof Session>
/** Days after its arrival in which the mentor may take a session back; later an office does. */
export const TAKE_BACK_DAYS = 7

/** Sessions with all that hangs on them, in as many statements for many as for one. */
export async function sessionsShown(
  c: Context<Env>,
  rows: readonly MentoringSession[],
  topics: Cultivation['topics'],
): Promise<ShownSession[]> {
  const { db, countyCode, scope } = c.var
  const county = { countyCode }
  const ids = rows.map(({ id }) => id)
  // The sessions are in the reach already, or were kept just now for somebody who no longer is.
  const additions = await listAdditionsOf(db, county, 'session', ids)
  const items = await listItemsOfSessions(db, county, ids)
  const files = await listFilesOfSessions(db, scope, ids)
  const accounts = await listAccountsAmong(db, county, [
    ...rows.flatMap(({ mentorId, takenBackBy }) => [mentorId, takenBackBy ?? '']),
    ...additions.map(({ accountId }) => accountId),
  ])
  const name = (id: string) => accounts.get(id)?.name ?? ''
  return rows.map((row): ShownSession => {
    const { id, heldOn, minutes, way, agreed, progress, nextOn, keptAt, createdAt } = row
    const item = items.find(({ sessionId }) => sessionId === id)
    return {
      ...{ id, heldOn, minutes, way, agreed, progress, nextOn, keptAt, createdAt },
      talent: row.talentId,
      mentor: { id: row.mentorId, name: name(row.mentorId) },
      topic: topicOf(topics, row.topic),
      seen: row.seen as CriterionId[],
      isAnother: row.isAnother === 1,
      item: item ? { id: item.id, aim: item.aim, dueOn: item.dueOn, state: item.state } : null,
      additions: additions
        .filter(({ entryId }) => entryId === id)
        .map(({ id, text, at, accountId }) => ({ id, text, at, by: name(accountId) })),
      files: files
        .filter(({ entryId }) => entryId === id)
        .map(({ id, name, media }) => ({ id, name, media })),
      takenBack: takenBackOf(row, name),
      takeBackUntil: takeBackUntil(row),
    }
  })
}

export function takeBackUntil({ createdAt }: Pick<MentoringSession, 'createdAt'>): string {
  return daysAfter(dayInChina(createdAt), TAKE_BACK_DAYS)
}

/** A topic that the policy no longer has keeps its id as its name. */
function topicOf(topics: Cultivation['topics'], id: string) {
  return topics.find((topic) => topic.id === id) ?? { id, words: { zh: id, en: id } }
}

function takenBackOf(
  { takenBackAt, takenBackBy, takenBackReason }: MentoringSession,
  name: (id: string) => string,
): ShownSession['takenBack'] {
  if (takenBackAt === null) return null
  return { at: takenBackAt, reason: takenBackReason ?? '', by: name(takenBackBy ?? '') }
}

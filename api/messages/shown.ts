import type { Context } from 'hono'
import { z } from 'zod'
import { countUnread, listMessagesTo, type Message } from '../../db/messages.ts'
import { listRounds, type Round } from '../../db/rounds.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { listNomineesAmong } from '../../db/to-do.ts'
import type { Env } from '../context.ts'
import type { MessageKind } from '../nominees/telling.ts'
import { placeNames } from '../people-by-id.ts'
import type { MessagesAnswer } from '../shapes/to-do.ts'
import { stageWords } from '../to-do/stages.ts'

const MOST = 100

type Answer = z.infer<typeof MessagesAnswer>
type Shown = Answer['messages'][number]

/** Messages with the names of whoever the account sees today: what it was told of may be others' by now. */
export async function messagesOf(c: Context<Env>): Promise<{ answer: Answer; subjects: string[] }> {
  const { db, scope, countyCode, session } = c.var
  const rows = await listMessagesTo(db, scope, session.account.id, MOST)
  const ids = [...new Set(rows.flatMap(({ nomineeId }) => nomineeId ?? []))]
  const nominees = await listNomineesAmong(db, scope, ids)
  const about = nominees.map(({ talentId }) => talentId)
  const mentees = rows.flatMap(({ detail }) => Detail.parse(detail).talent ?? [])
  const known = {
    nominees: new Map(nominees.map((one) => [one.id, one])),
    people: await namesOfTalents(db, { countyCode }, [...new Set(about)]),
    mentees: await namesOfTalents(db, scope, [...new Set(mentees)]),
    places: await placeNames(c),
    rounds: new Map((await listRounds(db, { countyCode })).map((round) => [round.id, round])),
  }
  const unread = await countUnread(db, scope, session.account.id)
  const messages = rows.map((row) => shown(row, known))
  return {
    answer: { unread, messages },
    subjects: [...known.people.keys(), ...known.mentees.keys()],
  }
}

type Known = {
  nominees: Map<string, Awaited<ReturnType<typeof listNomineesAmong>>[number]>
  people: Map<string, string>
  /** Of a mentor, as long as the mentorship goes on. */
  mentees: Map<string, string>
  places: Map<string, string>
  rounds: Map<string, Round>
}

/** What is written down with a message; each kind has its own of it. */
const Detail = z.object({
  stage: z.string().nullable().default(null),
  state: z.string().nullable().default(null),
  lateDays: z.int().nullable().default(null),
  drafts: z.int().nullable().default(null),
  moved: z.int().nullable().default(null),
  talent: z.string().nullable().default(null),
})

function shown({ id, kind, at, readAt, nomineeId, detail }: Message, known: Known): Shown {
  const { stage, talent, ...said } = Detail.parse(detail)
  return {
    ...{ id, kind: kind as MessageKind, at, readAt, ...said },
    talent: talent === null ? null : personIn(talent, known),
    nominee: nomineeId === null ? null : nomineeShown(nomineeId, stage, known),
  }
}

function personIn(id: string, { mentees }: Known): Shown['talent'] {
  const name = mentees.get(id)
  return name === undefined ? null : { id, name }
}

function nomineeShown(id: string, stage: string | null, known: Known): Shown['nominee'] {
  const row = known.nominees.get(id)
  const name = row && known.people.get(row.talentId)
  if (!row || name === undefined) return null
  const code = row.villageCode ?? row.townshipCode
  return {
    ...{ id, round: row.roundId, name, place: { code, name: known.places.get(code) ?? code } },
    stage: stage === null ? null : stageWords(known.rounds.get(row.roundId), stage),
  }
}

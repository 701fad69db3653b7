import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, problemOf, read } from './client.ts'
import { shelf } from './offline/entries.ts'

type Mentoring = (typeof api)['mentoring']
export type MentoringHome = InferResponseType<Mentoring['$get'], 200>
export type Mentee = MentoringHome['mentees'][number]
export type DueOfMentor = MentoringHome['due'][number]
export type SessionBody = InferRequestType<Mentoring['sessions']['$post']>['json'] & {
  seen: MentoringHome['criteria'][number]['id'][]
}
export type Way = SessionBody['way']
export type Progress = NonNullable<SessionBody['progress']>
type Sent = InferResponseType<Mentoring['sessions']['$post'], 200 | 201>
export type Caution = Sent['cautions'][number]
export type SessionPage = InferResponseType<Mentoring['sessions']['$get'], 200>
export type Session = SessionPage['sessions'][number]

export const WAYS = ['talk', 'on-site', 'phone', 'shadowing', 'urgent'] as const satisfies Way[]
export const PROGRESS = ['clear', 'some', 'none'] as const satisfies Progress[]

/** What hangs longer is tried again, in milliseconds. */
const PATIENCE = 20_000

/** `keptAt`: the server did not answer, and this is what it answered then; ISO time. */
export type Home = { home: MentoringHome; keptAt: string | null }
type KeptHome = { at: string; home: MentoringHome }

/** The mentor's people and lists; without a network as they were when the server last answered. */
export const mentoringOf = query(async (): Promise<Home> => {
  try {
    const home = await read(api.mentoring.$get())
    const at = new Date().toISOString()
    await keep({ at, home }).catch(() => {})
    return { home, keptAt: null }
  } catch (error) {
    const kept = problemOf(error).type === 'network' ? await keptHome() : undefined
    if (kept) return { home: kept.home, keptAt: kept.at }
    throw error
  }
}, 'mentoring')

export const recordsOf = query(
  (talent: string | null, before: string | null) =>
    read(
      api.mentoring.sessions.$get({
        query: { ...(talent && { talent }), ...(before && { before }) },
      }),
    ),
  'mentoring-sessions',
)

/** Once more with the same id it is the same session. */
export const sendSession = (body: SessionBody) => {
  const init = { signal: AbortSignal.timeout(PATIENCE) }
  return read(api.mentoring.sessions.$post({ json: body }, { init }))
}

export const addToSession = action(async (id: string, text: string) => {
  const given = { param: { id }, json: { text } }
  return json(await read(api.mentoring.sessions[':id'].additions.$post(given)), {
    revalidate: [recordsOf.key],
  })
}, 'add-to-session')

export const takeSessionBack = action(async (id: string, reason: string) => {
  const given = { param: { id }, json: { reason } }
  return json(await read(api.mentoring.sessions[':id']['taking-back'].$post(given)), {
    revalidate: [recordsOf.key, mentoringOf.key],
  })
}, 'take-session-back')

const keep = async (kept: KeptHome) => (await shelf()).put('data', 'home', kept)
const keptHome = async () => (await shelf()).get<KeptHome>('data', 'home').catch(() => undefined)

export type Cultivated = InferResponseType<
  (typeof api)['talents'][':id']['cultivation']['$get'],
  200
>
export type CultivationItem = Cultivated['items'][number]

/** The plan and every item of a person. */
export const cultivatedOf = query(
  (id: string) => read(api.talents[':id'].cultivation.$get({ param: { id } })),
  'cultivated',
)

export const reportItem = action(
  async (id: string, talent: string, result: string, doneOn: string) => {
    const given = { param: { id }, json: { result, doneOn } }
    const answer = await read(api['cultivation-items'][':id'].report.$post(given))
    return json(answer, { revalidate: [cultivatedOf.keyFor(talent), mentoringOf.key] })
  },
  'report-item',
)

type Checks = InferResponseType<(typeof api)['checks']['$get'], 200>
export type CheckRow = Checks['people'][number]
export type Opinion = CheckRow['opinions'][number]
export type OpinionGrades = Opinion['grades']
export type OpinionBody = InferRequestType<(typeof api)['check-opinions']['$post']>['json']

/** The own people in a quarter with the opinions that were given. */
export const opinionsOf = query(
  (quarter: string) => read(api.checks.$get({ query: { quarter } })),
  'mentor-opinions',
)

export const giveOpinion = action(async (body: OpinionBody) => {
  const answer = await read(api['check-opinions'].$post({ json: body }))
  return json(answer, { revalidate: [opinionsOf.key, mentoringOf.key] })
}, 'give-opinion')

export const notesOf = query(
  (talent: string) => read(api.mentoring.notes.$get({ query: { talent } })),
  'mentor-notes',
)

export const putNotes = action(async (talent: string, revision: number, text: string) => {
  const given = { query: { talent }, json: { text } }
  return json(await read(api.mentoring.notes.$put(given, seen(revision))), {
    revalidate: [notesOf.keyFor(talent)],
  })
}, 'put-notes')

export const removeNotes = action(async (talent: string, revision: number) => {
  return json(await read(api.mentoring.notes.$delete({ query: { talent } }, seen(revision))), {
    revalidate: [notesOf.keyFor(talent)],
  })
}, 'remove-notes')

export const answerProposal = action(async (id: string, answer: 'agreed' | 'refused') => {
  const given = { param: { id }, json: { answer } }
  return json(await read(api.mentoring.proposals[':id'].answer.$post(given)), {
    revalidate: [mentoringOf.key],
  })
}, 'answer-proposal')

const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

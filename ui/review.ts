import { action, json, query, revalidate } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { toDoCounts, toDoOf } from './to-do.ts'

type One = (typeof api.nominees)[':id']
export type Nominee = InferResponseType<One['$get'], 200>
export type ReviewAct = InferRequestType<One['acts']['$post']>['json']['act']
export type ActKind = ReviewAct['kind']
export type ShownAct = Nominee['acts'][number]
export type Department = NonNullable<Nominee['departments']>[number]
export type StageOfPath = Nominee['path'][number]
export type Nomination = Nominee['nominations'][number]
export type Missing = Nominee['missing'][number]
export type NomineeRow = InferResponseType<typeof api.nominees.$get, 200>['nominees'][number]
export type NomineeCounts = InferResponseType<typeof api.nominees.$get, 200>['counts']
export type Tab = keyof NomineeCounts
export type Round = InferResponseType<typeof api.rounds.$get, 200>['rounds'][number]
export type BulkResult = InferResponseType<typeof api.nominees.acts.$post, 200>['results'][number]
export type NomineeOfTalent = InferResponseType<
  (typeof api.talents)[':id']['nominees']['$get'],
  200
>['nominees'][number]
/** What the queue is asked, as the address has it. */
export type QueueQuery = {
  round?: string
  tab: Tab
  stage?: string
  township?: string
  village?: string
  post?: string
  q?: string
  page?: string
}

export const roundsOf = query(() => read(api.rounds.$get()), 'rounds')

export const nomineesOf = query(
  (asked: QueueQuery) => read(api.nominees.$get({ query: asked as never })),
  'nominees',
)

export const nomineeOf = query(
  (id: string) => read(api.nominees[':id'].$get({ param: { id } })),
  'nominee-file',
)

export const nomineesOfTalent = query(
  (id: string) => read(api.talents[':id'].nominees.$get({ param: { id } })),
  'nominees-of-talent',
)

/** The last of so many working days after a day, by the county's calendar. */
export const deadlineOf = query(
  (from: string, days: number) =>
    read(api.calendar.deadline.$get({ query: { from, days: String(days) } })),
  'deadline',
)

/** Signs; the answer is the file as it stands then, so it is not asked for once more. */
export const sign = action(async (id: string, revision: number, act: ReviewAct) => {
  const seen = { headers: { 'if-match': `"${revision}"` } }
  const nominee = await read(api.nominees[':id'].acts.$post({ param: { id }, json: { act } }, seen))
  query.set(nomineeOf.keyFor(id), nominee)
  void revalidate(nomineeOf.keyFor(id), false)
  return json(nominee, { revalidate: queues() })
}, 'sign')

export const signAll = action(
  async (nominees: { id: string; revision: number }[], act: ReviewAct) =>
    json(await read(api.nominees.acts.$post({ json: { nominees, act } })), {
      revalidate: [nomineeOf.key, ...queues()],
    }),
  'sign-all',
)

/** Tells the accounts of the level below that somebody waits for them; at most once a day for each. */
export const remind = action(
  async (nominees: string[]) =>
    json(await read(api.nominees.reminders.$post({ json: { nominees } })), { revalidate: [] }),
  'remind',
)

const queues = () => [
  nomineesOf.key,
  roundsOf.key,
  nomineesOfTalent.key,
  toDoOf.key,
  toDoCounts.key,
]

import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { departuresOf, historyOf } from './portrait.ts'
import { talentOf } from './queries.ts'
import { toDoCounts, toDoOf } from './to-do.ts'

export type Board = InferResponseType<typeof api.checks.$get, 200>
export type BoardRow = Board['people'][number]
export type SignedCheck = NonNullable<BoardRow['check']>
export type Opinion = BoardRow['opinions'][number]
export type BoardAsked = {
  quarter?: string | undefined
  township?: string | undefined
  village?: string | undefined
  q?: string | undefined
  state?: 'all' | 'open' | 'signed' | 'opinion' | undefined
  page?: string | undefined
}
export type YearBoard = InferResponseType<typeof api.conclusions.$get, 200>
export type YearRow = YearBoard['people'][number]
export type YearAsked = {
  year?: string | undefined
  township?: string | undefined
  q?: string | undefined
  state?: 'all' | 'open' | 'signed' | undefined
  page?: string | undefined
}
export type ChecksBody = InferRequestType<typeof api.checks.bulk.$post>['json']
export type ConclusionsBody = InferRequestType<typeof api.conclusions.bulk.$post>['json']
export type Result = InferResponseType<typeof api.checks.bulk.$post, 200>['results'][number]
export type Grade = SignedCheck['grade']
export type ByTownship = InferResponseType<typeof api.checks.townships.$get, 200>
export type Grid = InferResponseType<typeof api.attendances.$get, 200>
export type GridPerson = Grid['people'][number]
export type Cell = GridPerson['cells'][number]
export type AttendancesBody = InferRequestType<typeof api.attendances.bulk.$post>['json']
export type PointsBoard = InferResponseType<typeof api.points.$get, 200>
export type PointsRow = PointsBoard['people'][number]
type One = (typeof api.talents)[':id']
export type Appraisal = InferResponseType<One['checks']['$get'], 200>['appraisals'][number]
export type Movement = InferResponseType<One['movements']['$get'], 200>['movements'][number]
export type MovementBody = InferRequestType<One['movements']['$post']>['json']

/** Without what is not asked for: an empty value would be taken for one. */
const given = <A extends Record<string, string | undefined>>(asked: A) =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as A

export const boardOf = query(
  (asked: BoardAsked) => read(api.checks.$get({ query: given(asked) as never })),
  'check-board',
)

export const townshipsOf = query(
  (quarter: string) => read(api.checks.townships.$get({ query: { quarter } })),
  'checks-by-township',
)

export const yearOf = query(
  (asked: YearAsked) => read(api.conclusions.$get({ query: given(asked) as never })),
  'conclusions',
)

export const signedOf = query(
  (id: string) => read(api.talents[':id'].checks.$get({ param: { id } })),
  'signed-of',
)

const signed = () => ({
  revalidate: [
    ...[boardOf.key, townshipsOf.key, yearOf.key, signedOf.key, pointsOf.key, cardOf.key],
    ...[toDoOf.key, toDoCounts.key],
  ],
})

export const signChecks = action(
  async (body: ChecksBody) => json(await read(api.checks.bulk.$post({ json: body })), signed()),
  'sign-checks',
)

export const signConclusions = action(
  async (body: ConclusionsBody) =>
    json(await read(api.conclusions.bulk.$post({ json: body })), signed()),
  'sign-conclusions',
)

export const gridOf = query(
  (village: string | undefined, year: string | undefined) =>
    read(api.attendances.$get({ query: given({ village, year }) })),
  'attendance-grid',
)

export const keepAttendances = action(
  async (body: AttendancesBody) =>
    json(await read(api.attendances.bulk.$post({ json: body })), { revalidate: [gridOf.key] }),
  'keep-attendances',
)

export const forgetAttendance = action(async (talent: string, month: string, revision: number) => {
  const seen = { headers: { 'if-match': `"${revision}"` } }
  const route = api.attendances[':talent'][':month']
  const done = await read(route.$delete({ param: { talent, month } }, seen))
  return json(done, { revalidate: [gridOf.key] })
}, 'forget-attendance')

export const pointsOf = query(
  (quarter: string | undefined, township: string | undefined) =>
    read(api.points.$get({ query: given({ quarter, township }) })),
  'points',
)

export const cardOf = query(
  (talent: string, quarter: string) =>
    read(api.points[':talent'].$get({ param: { talent }, query: { quarter } })),
  'points-card',
)

export const movementsOf = query(
  (id: string) => read(api.talents[':id'].movements.$get({ param: { id } })),
  'movements',
)

const moved = (id: string) => ({
  revalidate: [
    ...[talentOf.keyFor(id), historyOf.keyFor(id), departuresOf.keyFor(id)],
    ...[movementsOf.keyFor(id), boardOf.key],
  ],
})

export const decideMovement = action(async (id: string, revision: number, body: MovementBody) => {
  const seen = { headers: { 'if-match': `"${revision}"` } }
  const route = api.talents[':id'].movements
  return json(await read(route.$post({ param: { id }, json: body }, seen)), moved(id))
}, 'decide-movement')

export const takeMovementBack = action(
  async (id: string, movement: string, revision: number, reason: string) => {
    const seen = { headers: { 'if-match': `"${revision}"` } }
    const route = api.talents[':id'].movements[':movement']['taking-back']
    const asked = { param: { id, movement }, json: { reason } }
    return json(await read(route.$post(asked, seen)), moved(id))
  },
  'take-movement-back',
)

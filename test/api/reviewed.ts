import { v7 as newId } from 'uuid'
import type { ReviewAct } from '../../api/shapes/review-acts.ts'
import { defaultPolicy, type Post } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import { fewRows, idOf, ok, type Served, type SignedInClient, serve } from './served.ts'

/** A round with its offices signed in; everything in it happens through the interface of HTTP. */
export type Round = Awaited<ReturnType<typeof openRound>>
type World = Parameters<typeof serve>[0]

/** Departments that the round asks: two, so that there is always another one. */
export const ASKED = ['discipline-inspection', 'police']
const policy = { ...defaultPolicy, review: { ...defaultPolicy.review, departments: ASKED } }

/** The demonstration county with a term change begun in it, and an account of each department that is asked. */
export async function openRound(world: World = {}) {
  const served = await serve({ rows: fewRows(), policy, ...world })
  const round = await created(served, '/rounds', {
    ...{ kind: 'term-change', name: '2026 年换届', opensOn: '2026-11-01', closesOn: '2026-12-31' },
    ...{ termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
  })
  return {
    served,
    id: round.id as string,
    county: await served.as('demo-county'),
    township: await served.as('demo-township'),
    village: await served.as('demo-village'),
    reviewer: await served.as('demo-reviewer'),
    police: await accountOf(served, {
      ...{ username: 'police-reviewer', name: '严明', role: 'reviewer', position: '公安分局' },
      department: 'police',
    }),
  }
}

type Wanted = { name?: string; village?: string | null; posts?: Post[] }

/** Somebody of 洪门村 in the round, at its first stage. */
export async function nominated(
  { served, id, township }: Round,
  { name = '宋雅楠', village = HONGMEN, posts = ['committee-member'] }: Wanted = {},
): Promise<string> {
  const { nominee } = await created(township, '/nominations', {
    ...{ id: newId(), round: id, talent: await idOf(served, name), channel: 'discovered' },
    ...{ nominator: '北庄镇党委', reason: '办事公道，群众信任', village, posts },
  })
  return nominee
}

/** Somebody whom all departments of the round are asked about; the clerk enters what the village signed on paper. */
export async function underReview(round: Round, wanted?: Wanted): Promise<string> {
  const nominee = await nominated(round, wanted)
  await passedByPlace(round, nominee)
  return nominee
}

/** Through village and township; the clerk enters what the village signed on paper. */
export async function passedByPlace({ township }: Round, nominee: string): Promise<void> {
  await act(township, nominee, ON_PAPER)
  await act(township, nominee, PASS)
}

export const PASS: Extract<ReviewAct, { kind: 'pass' }> = {
  kind: 'pass',
  note: '',
  document: '',
  isOnPaper: false,
}
export const ON_PAPER = { ...PASS, isOnPaper: true }

/** Signs on the file as it stands; throws with the problem when it is refused. */
export async function act(client: SignedInClient, nominee: string, body: ReviewAct) {
  const { revision } = await ok(await client.get(`/nominees/${nominee}`))
  return ok(await signed(client, nominee, body, revision))
}

export function signed(client: SignedInClient, nominee: string, act: ReviewAct, revision: number) {
  return client.post(`/nominees/${nominee}/acts`, { act }, { 'if-match': `"${revision}"` })
}

/** What a department sees of somebody. */
export async function caseOf(department: SignedInClient, nominee: string) {
  return (await ok(await department.get(`/review-cases/${nominee}`))).case
}

export const DISCIPLINE = 'discipline-inspection'
/** For the pool only: of these the rules ask least. */
export const RESERVE = { village: null, posts: [] }

/** Whom a department is asked about, or was. */
export const listOf = async (department: SignedInClient, state = 'open') =>
  ok(await department.get(`/review-cases?state=${state}`))
export const has = (list: { cases: { nominee: string | null }[] }, nominee: string) =>
  list.cases.some((one) => one.nominee === nominee)

/** The whole file, as the county reads it. */
export const fileOf = async ({ county }: Round, nominee: string) =>
  ok(await county.get(`/nominees/${nominee}`))
export const departmentIn = (file: { departments: { id: string }[] }, wanted: string) =>
  file.departments.find(({ id }) => id === wanted)

type Answer = { answer: 'pass' | 'objection' | 'more'; code?: string; note?: string }

export async function answered(
  department: SignedInClient,
  nominee: string,
  answer: Answer,
  revision?: number,
): Promise<Response> {
  const seen = revision ?? (await caseOf(department, nominee)).revision
  return department.post(`/review-cases/${nominee}/answer`, answer, { 'if-match': `"${seen}"` })
}

/** Another account, confirmed by the county and past its one-time password. */
export async function accountOf(
  served: Served,
  account: { username: string; name: string; role: string } & Record<string, unknown>,
): Promise<SignedInClient> {
  const admin = await served.as('demo-admin')
  const made = await created(admin, '/accounts', account)
  const { id, revision } = made.account
  const seen = { 'if-match': `"${revision}"` }
  const confirmed = await served.post(`/accounts/${id}/confirmation`, undefined, seen)
  const { oneTimePassword: current } = await confirmed.json()
  const first = await served.as(account.username, current)
  const next = `three quiet geese of ${account.username}`
  await ok(await first.put('/self/password', { current, next }))
  return served.as(account.username, next)
}

export async function retired(
  admin: SignedInClient,
  { id, ...words }: { id: string; zh: string; en: string },
  dictionary = 'departments',
): Promise<void> {
  await ok(await admin.put(`/dictionaries/${dictionary}/${id}`, { ...words, isRetired: true }))
}

async function created(client: Pick<SignedInClient, 'post'>, path: string, body: unknown) {
  const answer = await client.post(path, body)
  const read = await answer.json()
  if (!answer.ok) throw new Error(JSON.stringify(read))
  return read
}

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetCounty } from '../../api/remembered.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, problemIn, type Served, type SignedInClient, serve } from './served.ts'

type Proposed = { talent: string; village: string; posts: string[]; as: string }
type Turned = {
  nominated: (Proposed & { nominee: string | null; isInGroup: boolean })[]
  skipped: (Proposed & { why: string })[]
  villages: {
    village: { code: string }
    margin: { seats: number; needed: number; candidates: number }
    alone: string[]
  }[]
}

let served: Served
let township: SignedInClient
let plan: string
let slates: { village: string; seats: { talent: string; post: string }[] }[]
let round: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  const asked = { township: TOWNSHIP, timeLimitSeconds: 20, gap: 0.05 }
  plan = (await (await township.post('/plans', asked)).json()).id
  await (await township.get(`/plans/${plan}/events`)).text()
  const { result } = await (await township.get(`/plans/${plan}`)).json()
  slates = result.plan.slates
})
afterAll(() => served.close())
beforeEach(async () => {
  const given = { kind: 'term-change', name: `换届 ${crypto.randomUUID()}` }
  const days = { opensOn: '2026-11-01', closesOn: '2026-12-31' }
  const term = { termStartsOn: '2027-01-01', termEndsOn: '2031-12-31' }
  round = (await (await served.post('/rounds', { ...given, ...days, ...term })).json()).id
})

const turn = async (about: object = {}, by = township): Promise<Turned> => {
  const answer = await by.post('/nominations/from-plan', { round, plan, ...about })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}
const viewOf = async (nominee: string) => (await served.get(`/nominees/${nominee}`)).json()
const seatedIn = (code: string) =>
  Map.groupBy(slates.find(({ village }) => village === code)!.seats, ({ talent }) => talent)

test('everybody of a slate is nominated with all the posts they hold together, and why them', async () => {
  const { nominated } = await turn({ villages: [HONGMEN] })
  const seats = nominated.filter(({ as }) => as === 'seat')
  expect(new Map(seats.map(({ talent, posts }) => [talent, posts]))).toEqual(
    new Map([...seatedIn(HONGMEN)].map(([id, own]) => [id, own.map(({ post }) => post)])),
  )
  const { nominations, target } = await viewOf(seats[0]!.nominee!)
  expect(target).toMatchObject({ village: { code: HONGMEN }, posts: seats[0]!.posts })
  expect(nominations).toMatchObject([
    { channel: 'discovered', nominator: '北庄镇党委', plan, isOnPaper: false },
  ])
  expect(nominations[0].reason).toMatch(/^配备方案建议人选：.+。$/)
  expect(nominations[0].reason, 'nobody appoints a committee').not.toContain('任命')
})

test('there are more candidates than seats: a next best for each, a fifth more for the party committee', async () => {
  const { nominated, villages } = await turn({ villages: [HONGMEN] })
  const [{ margin, alone }] = villages.filter(({ village }) => village.code === HONGMEN) as [
    Turned['villages'][number],
  ]
  expect(margin.needed).toBe(Math.ceil(1.2 * margin.seats))
  const asked = { village: HONGMEN, post: 'party-member' }
  const { ranked } = (await (await township.post('/rankings', asked)).json()).ranking
  const elsewhere = new Set(
    slates
      .filter(({ village }) => village !== HONGMEN)
      .flatMap(({ seats }) => seats.map(({ talent }) => talent)),
  )
  const able = ranked.filter(({ talent }: { talent: string }) => !elsewhere.has(talent)).length
  expect(margin.candidates, 'all who may be, where they are too few').toBe(
    Math.min(margin.needed, able),
  )
  const here = nominated.filter(({ village }) => village === HONGMEN)
  for (const [, own] of seatedIn(HONGMEN)) {
    const posts = own.map(({ post }) => post)
    const beside = here.filter((one) => one.as !== 'seat' && String(one.posts) === String(posts))
    if (!posts.every((post) => alone.includes(post))) expect(beside.length).toBeGreaterThan(0)
  }
})

test('nobody is a candidate of two villages, and what lacks to the margin is said', async () => {
  const { nominated, villages } = await turn()
  const talents = nominated.map(({ talent }) => talent)
  expect(new Set(talents).size).toBe(talents.length)
  for (const { village, margin } of villages) {
    const own = nominated.filter((one) => one.village === village.code)
    const ofParty = own.filter(({ posts }) => posts.some((post) => PARTY.includes(post)))
    expect(margin.candidates, village.code).toBe(ofParty.length)
  }
})
const PARTY = ['secretary', 'party-member']

test('a preview says the same and stores nothing', async () => {
  const asked = { villages: [HONGMEN] }
  const before = await turn({ ...asked, isPreview: true })
  expect(before.nominated.every(({ nominee }) => nominee === null)).toBe(true)
  const after = await turn(asked)
  const whom = ({ nominated }: Turned) => nominated.map(({ talent, posts }) => [talent, posts])
  expect(whom(after)).toEqual(whom(before))
})

test('done again, also after a part, nothing is doubled', async () => {
  const part = await turn({ villages: [HONGMEN] })
  const whole = await turn()
  expect(whole.nominated.filter(({ village }) => village === HONGMEN)).toEqual([])
  const again = await turn()
  expect(again.nominated).toEqual([])
  expect(new Set(again.skipped.map(({ why }) => why))).toEqual(new Set(['same-seat']))
  expect((await viewOf(part.nominated[0]!.nominee!)).nominations).toHaveLength(1)
})

test('clicked twice at once, nobody is nominated twice', async () => {
  const asked = { villages: [HONGMEN] }
  const [one, two] = await Promise.all([turn(asked), turn(asked)])
  const nominees = new Set([...one.nominated, ...two.nominated].map(({ nominee }) => nominee!))
  for (const nominee of nominees) expect((await viewOf(nominee)).nominations).toHaveLength(1)
})

test.each([
  { why: 'other-village', about: (there: string) => ({ village: there, posts: ['chair'] }) },
  { why: 'same-seat', about: (_: string, posts: string[]) => ({ village: HONGMEN, posts }) },
])('somebody nominated before is left out: $why', async ({ why, about }) => {
  const [talent, own] = [...seatedIn(HONGMEN)][0]!
  const there = slates.find(({ village }) => village !== HONGMEN)!.village
  const seat = about(
    there,
    own.map(({ post }) => post),
  )
  await township.post('/nominations', paper(talent, seat))
  const { nominated, skipped } = await turn({ villages: [HONGMEN] })
  expect(skipped.find((one) => one.talent === talent)).toMatchObject({ why })
  expect(nominated.map((one) => one.talent)).not.toContain(talent)
})

test('nominated for another seat of the village, somebody of the slate joins the group', async () => {
  const [talent] = [...seatedIn(HONGMEN)].find(
    ([, own]) => own.length === 1 && own[0]!.post !== 'chair',
  )!
  await township.post('/nominations', paper(talent, { village: HONGMEN, posts: ['chair'] }))
  const { nominated } = await turn({ villages: [HONGMEN] })
  expect(nominated.find((one) => one.talent === talent)).toMatchObject({ isInGroup: true })
})

test.each([
  { why: 'consent', change: { consent: 'withdrawn' } },
  { why: 'barred', change: { isFit: 0 } },
])('left out: $why', async ({ why, change }) => {
  const [talent] = [...seatedIn(HONGMEN)][1]!
  const { db } = served.given
  const own = () => db.updateTable('talents').where('id', '=', talent)
  const before = await db
    .selectFrom('talents')
    .select(['consent', 'isFit'])
    .where('id', '=', talent)
    .executeTakeFirstOrThrow()
  await own()
    .set(change as typeof before)
    .execute()
  forgetCounty(db)
  const { skipped } = await turn({ villages: [HONGMEN], isPreview: true })
  expect(skipped.find((one) => one.talent === talent)?.why).toBe(why)
  await own().set(before).execute()
  forgetCounty(db)
})

test('the slate of the page of a village turns into nominations alike', async () => {
  const seats = [...seatedIn(HONGMEN)].map(([talent, own]) => ({
    talent,
    posts: own.map(({ post }) => post),
  }))
  const answer = await township.post('/nominations/from-slate', { round, village: HONGMEN, seats })
  const { nominated } = (await answer.json()) as Turned
  const { nominations } = await viewOf(nominated[0]!.nominee!)
  expect(nominations).toMatchObject([{ channel: 'discovered', plan: null }])
  expect(nominations[0].reason).toMatch(/^配备方案建议人选：.+。$/)
})

test.each([
  { status: 404, why: 'a plan that is not there', about: { plan: 'none' } },
  { status: 422, why: 'a village of elsewhere', about: { villages: ['370406103201'] } },
  { status: 422, why: 'no such round', about: { round: 'none' } },
])('refused: $why', async ({ status, about }) => {
  const answer = await township.post('/nominations/from-plan', { round, plan, ...about })
  expect((await problemIn(answer)).status).toBe(status)
})

test('candidates of a village stand side by side by post, the fittest who may stand first', async () => {
  await turn({ villages: [HONGMEN] })
  const answer = await township.get(`/seats/${HONGMEN}/candidates?round=${round}`)
  const { posts, people } = await answer.json()
  expect(posts.map(({ post }: { post: string }) => post)).toContain('secretary')
  for (const { candidates } of posts) {
    const fits = candidates.map(({ fit }: { fit: number }) => fit)
    expect(fits).toEqual(fits.toSorted((a: number, b: number) => b - a))
    for (const one of candidates) {
      expect(one.low).toBeLessThanOrEqual(one.fit)
      expect(one.nominations).not.toEqual([])
      expect(people.map(({ id }: { id: string }) => id)).toContain(one.talent)
    }
  }
})

test.each([
  { why: 'of another township', path: '/seats/370406103201/candidates' },
  { why: 'of a round that is not there', path: `/seats/${HONGMEN}/candidates?round=none` },
])('candidates $why are not found', async ({ path }) => {
  expect((await township.get(path)).status).toBe(404)
})

const paper = (talent: string, seat: object) => ({
  ...{ id: crypto.randomUUID(), round, talent, channel: 'recommended', nominator: '党员大会' },
  ...{ reason: '群众信任', ...seat },
})

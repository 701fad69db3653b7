import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

/** The demonstration's today. */
const TODAY = '2026-11-23'
const SPAN = { startsOn: TODAY, endsOn: '2027-11-23' }
const NEIGHBOURS_VILLAGE = '370406103201'
const REASON = '材料不全，请补充照片'

let today = TODAY
let served: Served
let county: SignedInClient
let township: SignedInClient
let village: SignedInClient
let mentor: SignedInClient
beforeAll(async () => {
  const clock = () => new Date(`${TODAY}T02:00:00Z`)
  served = await serve({ rows: fewRows(), clock, today: () => today })
  county = await served.as('demo-county')
  township = await served.as('demo-township')
  village = await served.as('demo-village')
  mentor = await served.as('demo-mentor')
})
afterAll(() => served.close())

const json = async (answer: Response | Promise<Response>) => ok((await answer) as Response)
let entered = 0
/** Somebody new, so that each test has a person of its own. */
async function person(facts: Record<string, unknown> = {}, by = township): Promise<string> {
  const name = `司徒${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒'[entered++]}`
  const body = { name, homeVillage: HONGMEN, channel: 'recommended', basis: 'duty', isNew: true }
  return (await json(by.post('/talents', { ...body, ...facts }))).id
}
const ITEM = {
  ...{ kind: 'village-affairs', aim: '列席村委会会议', dueOn: '2027-03-01' },
  ...{ evidence: '会议记录', criteria: ['service'], rules: [] },
}
const planOf = (items: unknown[] = [ITEM]) => ({
  ...{ template: null, village: HONGMEN, posts: ['chair'], ...SPAN, items },
})
async function planned(items: unknown[] = [ITEM]) {
  const id = await person()
  await json(township.post(`/talents/${id}/cultivation-plan`, planOf(items)))
  return { id, ...(await read(id)) }
}
const read = (id: string, by = township) => json(by.get(`/talents/${id}/cultivation`))
const act = (by: SignedInClient, item: string, what: string, body: unknown) =>
  by.post(`/cultivation-items/${item}/${what}`, body)
const report = (by: SignedInClient, item: string, doneOn = TODAY) =>
  act(by, item, 'report', { result: '已列席三次会议', doneOn })
const evidenceOf = async (id: string) =>
  (await json(township.get(`/talents/${id}`))).evidence as {
    criterion: string
    value: number
    standing: string
    note: string
  }[]

describe('a plan of one person', () => {
  test('holds what it prepares for and what is to be done, each with its day, paper and what it moves', async () => {
    const { plan, items, earlier, mayWrite } = await planned()
    expect(plan).toMatchObject({
      ...{ village: { code: HONGMEN }, posts: ['chair'], ...SPAN, state: 'active', revision: 1 },
      createdBy: '孟庆华',
    })
    expect(items).toMatchObject([{ ...ITEM, state: 'open', lateDays: 0, plan: plan.id }])
    expect(earlier).toEqual([])
    expect(mayWrite).toBe(true)
  })

  test('is one at most while it is active; a second is a conflict that says what to do', async () => {
    const { id } = await planned()
    const again = await township.post(`/talents/${id}/cultivation-plan`, planOf())
    expect(await problemIn(again)).toMatchObject({ status: 409, type: '/problems/conflict' })
    const both = [1, 2].map(async () => {
      const other = await person()
      const asked = [1, 2].map(() => township.post(`/talents/${other}/cultivation-plan`, planOf()))
      return (await Promise.all(asked)).map(({ status }) => status).sort()
    })
    expect(await Promise.all(both)).toEqual([
      [201, 409],
      [201, 409],
    ])
  })

  test('is changed by the revision that its author saw', async () => {
    const { id, plan } = await planned()
    const change = { village: HONGMEN, posts: ['secretary'], ...SPAN, endsOn: '2028-01-01' }
    const put = (revision: number) =>
      township.put(`/cultivation-plans/${plan.id}`, change, { 'if-match': `"${revision}"` })
    expect((await put(1)).status).toBe(200)
    expect((await put(1)).status).toBe(412)
    expect((await township.put(`/cultivation-plans/${plan.id}`, change)).status).toBe(428)
    expect((await read(id)).plan).toMatchObject({ posts: ['secretary'], endsOn: '2028-01-01' })
  })

  test('that becomes shorter than what is open of it says so', async () => {
    const { plan } = await planned()
    const change = { village: null, posts: [], ...SPAN, endsOn: '2027-02-01' }
    const answer = await township.put(`/cultivation-plans/${plan.id}`, change, {
      'if-match': '"1"',
    })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/endsOn'] })
  })

  test('closes with a reason: what is open is dropped with it, what is done stays, another may follow', async () => {
    const { id, plan, items } = await planned([ITEM, { ...ITEM, aim: '走访农户' }])
    await report(township, items[0].id)
    await act(township, items[0].id, 'confirmation', { grade: 'good' })
    const closing = { reason: '本人外出务工一年' }
    await json(
      township.post(`/cultivation-plans/${plan.id}/closing`, closing, { 'if-match': '"1"' }),
    )
    const now = await read(id)
    expect(now.plan).toBeNull()
    expect(now.earlier).toMatchObject([{ state: 'closed', closedReason: closing.reason }])
    expect(now.items.map(({ state }: { state: string }) => state)).toEqual(['done', 'dropped'])
    expect((await township.post(`/talents/${id}/cultivation-plan`, planOf())).status).toBe(201)
  })

  test('of somebody who leaves closes by itself, and nothing is planned for them any more', async () => {
    const { id, items } = await planned()
    const { revision } = await json(township.get(`/talents/${id}`))
    await json(
      township.post(
        `/talents/${id}/departures`,
        { kind: 'own-wish', reason: '本人书面提出退出', on: TODAY },
        { 'if-match': `"${revision}"` },
      ),
    )
    const now = await read(id)
    expect(now).toMatchObject({ plan: null, mayWrite: false, mayReport: false })
    expect(now.earlier).toMatchObject([{ closedReason: '本人书面提出退出' }])
    expect(now.items).toMatchObject([{ state: 'dropped' }])
    const again = await township.post(`/talents/${id}/cultivation-plan`, planOf())
    expect(again.status).toBe(409)
    const late = await act(township, items[0].id, 'report', { result: '已列席', doneOn: TODAY })
    expect(late.status).toBe(409)
  })

  test('of somebody who is erased is gone with all items', async () => {
    const { id, items } = await planned()
    await report(township, items[0].id)
    const { revision } = await json(township.get(`/talents/${id}`))
    const erasing = { reason: '本人要求删除', name: (await read(id)).talent.name }
    const answer = await county.post(`/talents/${id}/erasure`, erasing, {
      'if-match': `"${revision}"`,
    })
    expect(answer.status).toBe(200)
    expect((await county.get(`/talents/${id}/cultivation`)).status).toBe(404)
    expect((await report(county, items[0].id)).status).toBe(404)
  })

  const faulty: { why: string; change: Record<string, unknown>; pointer: string }[] = [
    { why: 'ends before it begins', change: { endsOn: '2026-11-22' }, pointer: '#/endsOn' },
    { why: 'ends the day it begins', change: { endsOn: TODAY }, pointer: '#/endsOn' },
    { why: 'lasts longer than a term', change: { endsOn: '2032-11-23' }, pointer: '#/endsOn' },
    { why: 'begins on no day', change: { startsOn: '2027-02-30' }, pointer: '#/startsOn' },
    {
      why: 'has ended already',
      change: { startsOn: '2025-01-01', endsOn: '2026-01-01' },
      pointer: '#/endsOn',
    },
    {
      why: 'is for a village out of reach',
      change: { village: NEIGHBOURS_VILLAGE },
      pointer: '#/village',
    },
    { why: 'names a post twice', change: { posts: ['chair', 'chair'] }, pointer: '#/posts/1' },
    { why: 'has no item', change: { items: [] }, pointer: '#/items' },
    { why: 'has 200 items', change: { items: Array(200).fill(ITEM) }, pointer: '#/items' },
    {
      why: 'has an item due before today',
      change: { items: [{ ...ITEM, dueOn: '2026-11-22' }] },
      pointer: '#/items/0/dueOn',
    },
    {
      why: 'has an item due after its end',
      change: { items: [ITEM, { ...ITEM, dueOn: '2027-11-24' }] },
      pointer: '#/items/1/dueOn',
    },
    {
      why: 'names a criterion that nobody knows',
      change: { items: [{ ...ITEM, criteria: ['beauty'] }] },
      pointer: '#/items/0/criteria/0',
    },
    {
      why: 'would move the tie to the place, which the home says',
      change: { items: [{ ...ITEM, criteria: ['tie'] }] },
      pointer: '#/items/0/criteria/0',
    },
    {
      why: 'would move an age',
      change: { items: [{ ...ITEM, rules: ['age.max'] }] },
      pointer: '#/items/0/rules/0',
    },
    {
      why: 'would move the education by village affairs',
      change: { items: [{ ...ITEM, rules: ['education.min'] }] },
      pointer: '#/items/0/rules/0',
    },
  ]
  test.each(faulty)('is refused where it $why', async ({ change, pointer }) => {
    const id = await nobodyPlanned()
    const answer = await township.post(`/talents/${id}/cultivation-plan`, {
      ...planOf(),
      ...change,
    })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [pointer] })
    expect((await read(id)).plan).toBeNull()
  })
})

describe('an item', () => {
  test('is open, reported, confirmed: claimed evidence first, proven by the office, with the grade', async () => {
    const { id, items } = await planned()
    const item = items[0].id
    expect(await evidenceOf(id)).toEqual([])
    const reported = await json(report(village, item))
    expect(reported.item).toMatchObject({
      state: 'reported',
      doneOn: TODAY,
      result: '已列席三次会议',
    })
    expect(await evidenceOf(id)).toMatchObject([
      { criterion: 'service', standing: 'claimed', note: ITEM.aim },
    ])
    const done = await json(act(township, item, 'confirmation', { grade: 'excellent' }))
    expect(done.item).toMatchObject({ state: 'done', grade: 'excellent', confirmedBy: '孟庆华' })
    expect(await evidenceOf(id)).toMatchObject([{ standing: 'proven', value: 0.95 }])
  })

  test('that is taken up again takes its evidence back, to what was before', async () => {
    const { id, items } = await planned()
    const criteria = async () => json(township.get(`/talents/${id}/criteria`))
    const before = await criteria()
    await report(township, items[0].id)
    await act(township, items[0].id, 'confirmation', { grade: 'good' })
    expect((await criteria()).fit).toBeGreaterThan(before.fit)
    const { item } = await json(act(township, items[0].id, 'reopening', { reason: REASON }))
    expect(item).toMatchObject({ state: 'open', grade: null, doneOn: null, reason: REASON })
    expect(await evidenceOf(id)).toEqual([])
    expect(await criteria()).toEqual(before)
  })

  test('that is returned is open with the reason, and is no evidence until it is reported again', async () => {
    const { id, items } = await planned()
    await report(village, items[0].id)
    const { item } = await json(act(township, items[0].id, 'return', { reason: REASON }))
    expect(item).toMatchObject({ state: 'open', reason: REASON, reportedBy: null })
    expect(await evidenceOf(id)).toEqual([])
    expect((await json(report(village, items[0].id))).item).toMatchObject({
      ...{ state: 'reported', reason: null },
    })
  })

  test('is confirmed in one step where the office saw it itself', async () => {
    const { items } = await planned()
    const seen = { grade: null, result: '镇里现场看过', doneOn: '2026-11-23' }
    expect((await json(act(township, items[0].id, 'confirmation', seen))).item).toMatchObject({
      ...{ state: 'done', result: '镇里现场看过', grade: null },
    })
  })

  test('is reported by the mentor of the person, who confirms nothing', async () => {
    const [mentee] = (await json(mentor.get('/talents?limit=1'))).people
    await json(township.post(`/talents/${mentee.id}/cultivation-plan`, planOf()))
    const { items, mayWrite, mayReport } = await read(mentee.id, mentor)
    expect({ mayWrite, mayReport }).toEqual({ mayWrite: false, mayReport: true })
    expect((await report(mentor, items[0].id)).status).toBe(200)
    const answer = await act(mentor, items[0].id, 'confirmation', { grade: 'excellent' })
    expect(answer.status).toBe(403)
    const { id, items: others } = await planned()
    expect((await report(mentor, others[0].id)).status).toBe(404)
    expect((await mentor.get(`/talents/${id}/cultivation`)).status).toBe(404)
  })

  const acts: { state: string; what: string; body: unknown }[] = [
    { state: 'open', what: 'return', body: { reason: REASON } },
    { state: 'open', what: 'reopening', body: { reason: REASON } },
    { state: 'open', what: 'confirmation', body: { grade: 'good' } },
    { state: 'reported', what: 'report', body: { result: '又做一次', doneOn: TODAY } },
    { state: 'reported', what: 'reopening', body: { reason: REASON } },
    { state: 'done', what: 'report', body: { result: '又做一次', doneOn: TODAY } },
    { state: 'done', what: 'confirmation', body: { grade: 'good' } },
    { state: 'done', what: 'return', body: { reason: REASON } },
    { state: 'done', what: 'dropping', body: { reason: REASON } },
    { state: 'dropped', what: 'report', body: { result: '又做一次', doneOn: TODAY } },
    { state: 'dropped', what: 'dropping', body: { reason: REASON } },
  ]
  test.each(acts)('that is $state knows no $what', async ({ state, what, body }) => {
    const item = await itemIn(state)
    expect((await act(township, item, what, body)).status).toBe(409)
  })

  test.each([
    { doneOn: '2026-11-24', why: 'in the future' },
    { doneOn: '2026-11-22', why: 'before the plan began' },
    { doneOn: '昨天', why: 'no day' },
  ])('is not reported as done $why', async ({ doneOn }) => {
    const { items } = await planned()
    const answer = await report(township, items[0].id, doneOn)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/doneOn'] })
  })

  test('is not confirmed by somebody who saw another state of it', async () => {
    const { items } = await planned()
    await report(village, items[0].id)
    const stale = await township.post(
      `/cultivation-items/${items[0].id}/confirmation`,
      { grade: 'good' },
      { 'if-match': '"1"' },
    )
    expect(stale.status).toBe(412)
  })

  test('is added to the plan later, changed while it is open, and not after', async () => {
    const { id, plan } = await planned()
    const added = { ...ITEM, kind: 'training', aim: '参加党校培训', criteria: ['development'] }
    const { id: item } = await json(township.post('/cultivation-items', { talent: id, ...added }))
    const now = (await read(id)).items.find((it: { id: string }) => it.id === item)
    expect(now).toMatchObject({ plan: plan.id, kind: 'training', state: 'open' })
    const put = (revision: number) =>
      township.put(
        `/cultivation-items/${item}`,
        { ...added, aim: '参加县委党校培训' },
        { 'if-match': `"${revision}"` },
      )
    expect((await json(put(1))).item).toMatchObject({ aim: '参加县委党校培训', revision: 2 })
    expect((await put(1)).status).toBe(412)
    await report(township, item)
    expect((await put(3)).status).toBe(409)
  })

  test('of somebody without a plan stands by itself', async () => {
    const id = await person()
    await json(township.post('/cultivation-items', { talent: id, ...ITEM }))
    expect(await read(id)).toMatchObject({ plan: null, items: [{ plan: null, aim: ITEM.aim }] })
  })
})

describe('the list of items', () => {
  test('shows what waits, is late or is due, of people of the place alone', async () => {
    const late = await person()
    await json(township.post('/cultivation-items', { talent: late, ...ITEM, dueOn: TODAY }))
    const stranger = await person({ homeVillage: NEIGHBOURS_VILLAGE }, county)
    await json(county.post('/cultivation-items', { talent: stranger, ...ITEM, dueOn: TODAY }))
    const listed = async (by: SignedInClient, tab: string) =>
      json(by.get(`/cultivation-items?tab=${tab}`))
    const own = await listed(township, 'due')
    const ids = own.items.map(({ talent }: { talent: { id: string } }) => talent.id)
    expect(ids).toContain(late)
    expect(ids).not.toContain(stranger)
    const all = await listed(county, 'due')
    expect(all.counts.due).toBe(own.counts.due + 1)
    const there = await json(county.get(`/cultivation-items?tab=due&township=${TOWNSHIP}`))
    expect(there.counts).toEqual(own.counts)
    today = '2026-11-25'
    const after = await listed(township, 'late')
    today = TODAY
    expect(after.items).toMatchObject([{ talent: { id: late }, state: 'open', lateDays: 2 }])
    expect(after.counts).toMatchObject({ late: 1, due: own.counts.due - 1 })
  })
})

describe('templates', () => {
  test('come with a new county: groups, posts and items that may move what they say', async () => {
    const { templates, presetsMissing } = await json(township.get('/plan-templates'))
    expect(templates.length).toBeGreaterThanOrEqual(5)
    expect(presetsMissing).toBe(0)
    for (const { isRetired: _, revision: __, id: ___, ...template } of templates) {
      const copy = { ...template, name: `${template.name}（副本）` }
      expect((await county.post('/plan-templates', copy)).status, template.name).toBe(201)
    }
  })

  test('are the county’s to change, by revision; a name is taken once', async () => {
    const { templates } = await json(county.get('/plan-templates'))
    const [first, second] = templates
    const { id, revision, ...body } = first
    const put = (change: object, seen = revision, by = county) =>
      by.put(`/plan-templates/${id}`, { ...body, ...change }, { 'if-match': `"${seen}"` })
    expect((await put({ name: second.name })).status).toBe(409)
    expect((await put({}, revision, township)).status).toBe(403)
    expect((await put({ isRetired: true })).status).toBe(200)
    expect((await put({})).status).toBe(412)
    expect((await put({ isRetired: false }, revision + 1)).status).toBe(200)
  })

  test('of the presets that a county lacks come by a button, once, and change none that is there', async () => {
    await served.given.db
      .deleteFrom('planTemplates')
      .where('id', '=', 'veteran-party-post')
      .execute()
    expect((await json(county.get('/plan-templates'))).presetsMissing).toBe(1)
    expect(await json(county.post('/plan-templates/presets', {}))).toEqual({ added: 1 })
    expect(await json(county.post('/plan-templates/presets', {}))).toEqual({ added: 0 })
    expect((await json(county.get('/plan-templates'))).presetsMissing).toBe(0)
  })

  test('that are retired make no plans any more', async () => {
    const { id } = await json(
      county.post('/plan-templates', {
        ...{ name: '停用的模板', isRetired: true },
        items: [{ kind: 'task', aim: '交办一件事', dueInDays: 30 }],
      }),
    )
    const asked = { template: id, talents: [await person()], startsOn: TODAY }
    expect((await township.post('/cultivation-plans/bulk', asked)).status).toBe(409)
  })

  test('that would move what no item moves are refused', async () => {
    const items = [{ ...ITEM, dueInDays: 30, rules: ['consent'] }]
    const answer = await county.post('/plan-templates', { name: '无效模板', items })
    expect(await problemIn(answer)).toMatchObject({
      ...{ status: 422, pointers: ['#/items/0/rules/0'] },
    })
  })

  test('make plans for many people at once: each stands or falls by itself', async () => {
    const { id: busy } = await planned()
    const free = await person()
    const stranger = await person({ homeVillage: NEIGHBOURS_VILLAGE }, county)
    const { templates } = await json(township.get('/plan-templates'))
    const template = templates.find(({ items }: { items: unknown[] }) => items.length > 3)
    const asked = { template: template.id, talents: [busy, free, stranger], startsOn: TODAY }
    const { results } = await json(township.post('/cultivation-plans/bulk', asked))
    expect(results).toMatchObject([
      { talent: busy, plan: null, problem: { zh: expect.stringContaining('已有进行中') } },
      { talent: free, plan: expect.any(String), problem: null },
      { talent: stranger, name: null, plan: null, problem: { en: expect.any(String) } },
    ])
    const { plan, items } = await read(free)
    expect(plan).toMatchObject({ template: { id: template.id }, village: { code: HONGMEN } })
    expect(items).toHaveLength(template.items.length)
    const tooMany = { ...asked, talents: Array.from({ length: 101 }, (_, at) => `p${at}`) }
    expect((await township.post('/cultivation-plans/bulk', tooMany)).status).toBe(422)
  })
})

describe('suggestions', () => {
  const ask = (id: string, query: string) =>
    json(township.get(`/talents/${id}/cultivation/suggestions?${query}`))
  type Suggested = { id: string; from: string; kind: string; rules: string[]; why: { zh: string } }

  test('say what the rules miss and which rule the item moves', async () => {
    const id = await person({ fullTimeEducation: 'junior-secondary', partyStatus: 'activist' })
    const { suggestions, template } = await ask(id, `village=${HONGMEN}&posts=secretary`)
    const byRule = suggestions.filter(({ from }: Suggested) => from === 'rule')
    expect(byRule).toMatchObject([
      { kind: 'degree', rules: ['education.min'], why: { zh: expect.stringContaining('初中') } },
      { kind: 'training', rules: ['party.member'] },
      { kind: 'task', rules: ['party.member'], aim: { zh: expect.stringContaining('正式党员') } },
    ])
    expect(template).toBe('reserve-general')
  })

  test('name papers that are missing apart, and what no item mends', async () => {
    const id = await person({ bornOn: '1960-01-01' })
    const { papers, beyond } = await ask(id, `village=${HONGMEN}&posts=chair`)
    expect(papers.some(({ zh }: { zh: string }) => zh.startsWith('学历：未知'))).toBe(true)
    expect(beyond.some(({ zh }: { zh: string }) => zh.includes('超过55岁上限'))).toBe(true)
  })

  test('begin with the practice that lifts the fit most, by as much as rankings then rise', async () => {
    const id = await person()
    const seat = `village=${HONGMEN}&post=chair`
    const chair = async () => (await json(township.get(`/talents/${id}/criteria?${seat}`))).fit
    const { suggestions } = await ask(id, `village=${HONGMEN}&posts=chair`)
    const practice = suggestions.filter(({ from }: Suggested) => from === 'criterion')
    const gains = practice.map(({ gain }: { gain: number }) => gain)
    expect(gains.length).toBeGreaterThan(2)
    expect(gains).toEqual(gains.toSorted((a: number, b: number) => b - a))
    const before = await chair()
    const [{ kind, aim, criteria }] = practice
    const given = { talent: id, kind, aim: aim.zh, criteria, dueOn: '2027-03-01' }
    const { id: item } = await json(township.post('/cultivation-items', given))
    await json(
      act(township, item, 'confirmation', { grade: 'good', result: '已办结', doneOn: TODAY }),
    )
    expect((await chair()) - before).toBeCloseTo(gains[0], 10)
  })

  test('fill what a gap list asks for besides the rules', async () => {
    const id = await person({ fullTimeEducation: 'senior-secondary', partyStatus: 'league' })
    const query = `village=${HONGMEN}&posts=chair&education=junior-college&party=1`
    const { suggestions } = await ask(id, query)
    const gap = suggestions.filter(({ from }: Suggested) => from === 'gap')
    expect(gap.map(({ id: own }: Suggested) => own)).toEqual([
      ...['degree', 'party-application', 'party-training', 'party-full'],
    ])
  })

  test.each([
    { query: 'posts=mayor', pointer: '?posts' },
    { query: `village=${NEIGHBOURS_VILLAGE}`, pointer: '?village' },
  ])('refuse $query', async ({ query, pointer }) => {
    const id = await person()
    const answer = await township.get(`/talents/${id}/cultivation/suggestions?${query}`)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [pointer] })
  })
})

let free: string | undefined
/** Refused plans leave the person as they were. */
async function nobodyPlanned(): Promise<string> {
  free ??= await person()
  return free
}

async function itemIn(state: string): Promise<string> {
  const { items } = await planned()
  const { id } = items[0]
  if (state === 'dropped') await act(township, id, 'dropping', { reason: REASON })
  if (state === 'reported' || state === 'done') await report(township, id)
  if (state === 'done') await act(township, id, 'confirmation', { grade: null })
  return id
}

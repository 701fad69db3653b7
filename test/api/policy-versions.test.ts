import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import {
  defaultPolicy,
  judge,
  POSTS,
  type Policy,
  type Post,
  rank,
  type Weighting,
  type Words,
} from '../../matching/index.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const { version: _, ...sound } = defaultPolicy
type Body = typeof sound
const scope = { countyCode: '370406' }
const NOTE = '年龄上限改为 50 周岁，试行一年'

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const withAge = (max: number): Body => ({ ...sound, age: { ...sound.age, max } })
const sign = (policy: unknown, basedOn: number, note = NOTE) =>
  served.post('/policy/versions', { policy, basedOn, note })
const listed = async () => (await ok(await served.api.policy.versions.$get())).versions
const inForce = async () => (await ok(await served.api.policy.$get())).policy

describe('the draft of an account', () => {
  afterEach(() => served.remove('/policy/draft'))
  const draft = async () => (await ok(await served.api.policy.draft.$get())).draft
  const put = async (policy: object, revision?: number) =>
    served.put('/policy/draft', { policy, basedOn: 1, ...(revision !== undefined && { revision }) })

  test('is kept as it is typed, whole or not, and says what must be mended and what changes', async () => {
    expect(await draft()).toBeNull()
    const typed = { ...withAge(58), termYears: null }
    const kept = await (await put(typed, 0)).json()
    expect(kept).toMatchObject({ revision: 1, basedOn: 1 })
    expect(kept.errors).toEqual([
      { pointer: '#/termYears', detail: { zh: '请填写。', en: 'Fill this in.' } },
    ])
    expect(kept.changes).toMatchObject([
      {
        ...{ pointer: '#/age/max', before: 55, after: 58, words: { zh: '年龄上限' } },
        said: { before: { zh: '55 周岁' }, after: { en: '58 years old' } },
      },
      { pointer: '#/termYears', before: 5, after: null },
    ])
    expect(await draft()).toMatchObject({ policy: typed, revision: 1, basedOn: 1 })
    expect((await served.api.policy.$get()).ok, 'nothing is in force by it').toBe(true)
    expect((await inForce()).age.max).toBe(55)
  })

  test('of two windows the later sees that the draft moved, and may write over it on purpose', async () => {
    await put(withAge(56), 0)
    expect((await put(withAge(57), 1)).status).toBe(200)
    const late = await put(withAge(58), 1)
    expect(late.status).toBe(412)
    expect(await late.json()).toMatchObject({ type: '/problems/changed', revision: 2 })
    expect(await draft(), 'the first stands').toMatchObject({ policy: { age: { max: 57 } } })
    expect((await put(withAge(58))).status).toBe(200)
    expect(await draft()).toMatchObject({ policy: { age: { max: 58 } }, revision: 3 })
  })

  test('is read by nobody else', async () => {
    await put(withAge(56), 0)
    expect((await township.get('/policy/draft')).status).toBe(403)
    const { db } = served.given
    const others = await db.selectFrom('policyDrafts').select('accountId').execute()
    expect(others).toHaveLength(1)
  })

  test.each([
    { body: { policy: [], basedOn: 1 }, why: 'a list is no policy' },
    { body: { policy: {}, basedOn: 0 }, why: 'there is no version 0' },
    { body: { basedOn: 1 }, why: 'nothing was written' },
    { body: { policy: {}, basedOn: 2 ** 31 }, why: 'no column of PostgreSQL holds it' },
    { body: { policy: {}, basedOn: 1, revision: 2 ** 31 }, why: 'nor this' },
  ])('refuses $body: $why', async ({ body }) => {
    expect((await served.put('/policy/draft', body)).status).toBe(422)
  })
})

test('what is nested without end is no draft, and is neither kept nor looked into', async () => {
  const policy = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  const { status } = await served.put('/policy/draft', `{"policy":${policy},"basedOn":1}`)
  expect(status).toBe(422)
  expect((await served.post('/policy/preview', `{"policy":${policy}}`)).status).toBe(422)
  expect(await ok(await served.api.policy.draft.$get())).toEqual({ draft: null })
})

describe('what is wrong with a policy', () => {
  const matrix = defaultPolicy.weights.chair as Extract<Weighting, { method: 'ahp' }>
  const weights = (chair: unknown) => ({ ...sound, weights: { ...sound.weights, chair } })
  const shares = (list: unknown[]) => ({ ...sound, shortlist: { size: 10, shares: list } })
  const swing = (points: number) => ({
    method: 'swing',
    points: Object.fromEntries(Object.keys(sound.criteria).map((id) => [id, points])),
  })
  const judges = (...names: string[]) => ({
    method: 'judges',
    judges: names.map((name) => ({ name, comparisons: matrix.comparisons })),
  })
  type Stages = Body['review']['stages']
  const stages = (change: (all: Stages) => object[]) => ({
    ...sound,
    review: { ...sound.review, stages: change(sound.review.stages) },
  })
  const lopsided = matrix.comparisons.map((row, at) => (at === 0 ? row.map(() => 3) : row))

  test.each<{ policy: unknown; at: string; why: string }>([
    { policy: { ...sound, referenceOn: '' }, at: '#/referenceOn', why: 'no day' },
    { policy: { ...sound, termYears: 0 }, at: '#/termYears', why: 'a term of no years' },
    { policy: withAge(7), at: '#/age/max', why: 'a limit below 18' },
    { policy: { ...sound, age: { ...sound.age, max: null } }, at: '#/age/max', why: 'NaN in JSON' },
    {
      policy: {
        ...sound,
        targets: { ...sound.targets, margin: { ...sound.targets.margin, bound: 0.5 } },
      },
      ...{ at: '#/targets/margin/bound', why: 'fewer people than seats' },
    },
    {
      policy: {
        ...sound,
        targets: {
          ...sound.targets,
          'college.share': { ...sound.targets['college.share'], countyBound: 4 },
        },
      },
      ...{ at: '#/targets/college.share/countyBound', why: '400 points above last term' },
    },
    {
      policy: {
        ...sound,
        targets: {
          ...sound.targets,
          'age30.min': { ...sound.targets['age30.min'], ages: { from: 32, to: 28 } },
        },
      },
      ...{ at: '#/targets/age30.min/ages', why: 'ages that end before they begin' },
    },
    { policy: weights(judges()), at: '#/weights/chair/judges', why: 'nobody judges' },
    { policy: weights(judges('')), at: '#/weights/chair/judges/0/name', why: 'no name' },
    {
      policy: weights(judges('张', '张')),
      at: '#/weights/chair/judges/1/name',
      why: 'a name twice',
    },
    {
      policy: weights({ method: 'judges', judges: [{ name: '张', comparisons: lopsided }] }),
      ...{ at: '#/weights/chair/judges/0/comparisons', why: 'not reciprocal' },
    },
    { policy: weights(swing(0)), at: '#/weights/chair', why: 'no swing is worth anything' },
    { policy: weights(swing(101)), at: '#/weights/chair', why: 'points above 100' },
    {
      policy: { ...sound, replan: { pricePerChange: -1 } },
      at: '#/replan/pricePerChange',
      why: 'a price below 0',
    },
    {
      policy: { ...sound, shortlist: { ...sound.shortlist, size: 2.5 } },
      at: '#/shortlist/size',
      why: 'half a person',
    },
    {
      policy: shares([{ group: 'women', min: 1.2 }]),
      at: '#/shortlist/shares/0',
      why: 'more than all',
    },
    {
      policy: shares([
        { group: 'women', min: 0.1 },
        { group: 'women', min: 0.2 },
      ]),
      ...{ at: '#/shortlist/shares/1', why: 'a group twice' },
    },
    {
      policy: { ...sound, review: { ...sound.review, departments: ['no-such'] } },
      at: '#/review/departments',
      why: 'not in the dictionary',
    },
    {
      policy: stages((all) => all.filter(({ kind }) => kind !== 'election')),
      ...{ at: '#/review/stages', why: 'an appointment in place of the election (LAW 11)' },
    },
    {
      policy: stages((all) => all.map((it) => ({ ...it, noticeDays: it.noticeDays && 4 }))),
      ...{ at: '#/review/stages/5/noticeDays', why: 'four working days of notice (S3.1: five)' },
    },
    {
      policy: stages((all) => all.map((it) => ({ ...it, level: 'city' }))),
      ...{ at: '#/review/stages/0/level', why: 'a level that there is not' },
    },
    {
      policy: { ...sound, review: { ...sound.review, validDays: 0 } },
      ...{ at: '#/review/validDays', why: 'an answer that never stands' },
    },
  ])('is told at $at and refused a signature: $why', async ({ policy, at }) => {
    const { errors } = await (await served.post('/policy/preview', { policy })).json()
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(at)
    const { status, pointers } = await problemIn(await sign(policy, 1))
    expect(status).toBe(422)
    expect(pointers.some((pointer: string) => pointer.endsWith(at.slice(1)))).toBe(true)
    expect((await inForce()).version).toBe(1)
  })

  test('two departments in an order are none of it, and one twice is', async () => {
    const departments = ['police', 'court']
    const body = await served.post('/policy/preview', {
      policy: { ...sound, review: { ...sound.review, departments } },
    })
    expect((await body.json()).errors).toEqual([])
    const review = { ...sound.review, departments: ['police', 'police'] }
    const twice = { ...sound, review }
    const { errors } = await (await served.post('/policy/preview', { policy: twice })).json()
    expect(errors).toMatchObject([{ pointer: '#/review/departments' }])
  })
})

describe('what a policy would change', () => {
  type Person = { id: string }
  const preview = async (policy: Body) => {
    const answer = await served.post('/policy/preview', { policy })
    return ok(answer as Response)
  }

  test('nothing by the policy in force', async () => {
    const { changes, effect, errors } = await preview(sound)
    expect({ changes, errors }).toEqual({ changes: [], errors: [] })
    for (const post of POSTS) {
      const { before, after, newlyBarred } = effect.eligibility[post]
      expect(after).toEqual(before)
      expect(newlyBarred.count).toBe(0)
      expect(effect.first[post].changed).toBe(0)
    }
    expect(effect.targets).toEqual([])
  })

  test('a lower age limit bars just those whom the rules then bar, post by post', async () => {
    const { effect, changes } = await preview(withAge(45))
    expect(changes.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/age/max'])
    const [before, after] = [policyOf(sound), policyOf(withAge(45))]
    const county = await servedCounty()
    for (const post of POSTS) {
      const barred = county.people.filter(
        (person) => maySit(person, post, before) && outcome(person, post, after) === 'barred',
      )
      const { newlyBarred, after: counts } = effect.eligibility[post]
      expect(newlyBarred.count, post).toBe(barred.length)
      const ids = new Set(barred.map(({ talent }) => talent.id))
      expect(newlyBarred.people.every(({ id }: Person) => ids.has(id))).toBe(true)
      const all = county.people.filter((person) => outcome(person, post, after) === 'barred')
      expect(counts.barred, post).toBe(all.length)
    }
    expect(
      effect.eligibility.secretary.newlyBarred.count,
      'the demonstration has such',
    ).toBeGreaterThan(5)
  })

  test('somebody else is first where the ranking says so', async () => {
    const only = (criterion: string) =>
      Object.fromEntries(Object.keys(sound.criteria).map((id) => [id, id === criterion ? 1 : 0]))
    const weighting = { method: 'direct', weights: only('tie') } as Weighting
    const body: Body = { ...sound, weights: { ...sound.weights, secretary: weighting } }
    const { effect } = await preview(body)
    const county = await servedCounty()
    const [before, after] = [policyOf(sound), policyOf(body)]
    const moved = county.villages.filter((village) => {
      const talents = county.talents.filter(({ homeTownship }) => homeTownship === village.township)
      const first = (policy: Policy) =>
        rank({ talents, village, post: 'secretary', policy }).ranked[0]?.talent
      return first(before) !== first(after)
    })
    expect(effect.first.secretary.changed).toBe(moved.length)
    expect(moved.length).toBeGreaterThan(3)
    expect(effect.first.chair.changed, 'other posts are weighed as before').toBe(0)
    expect(effect.weights.secretary.before.consistencyRatio).toBeGreaterThan(0)
    expect(effect.weights.secretary.after).toMatchObject({
      consistencyRatio: null,
      weights: { tie: 1 },
    })
  })

  test('targets say in how many villages they apply otherwise', async () => {
    const targets = {
      ...sound.targets,
      'young.min': { ...sound.targets['young.min'], isOn: false },
      'women.share': { ...sound.targets['women.share'], bound: 0.35 },
    }
    const { effect } = await preview({ ...sound, targets })
    const villages = (await servedCounty()).villages.length
    expect(effect.targets).toMatchObject([
      {
        target: 'young.min',
        before: { isOn: true, villages },
        after: { isOn: false, villages: 0 },
        changed: villages,
      },
      { target: 'women.share', before: { villages: 0 }, changed: 0 },
    ])
  })

  test('names people, so it is written down', async () => {
    await preview(withAge(45))
    const [entry] = await listAudit(served.given.db, scope)
    expect(entry).toMatchObject({ action: 'policy.previewed' })
    expect(entry!.subjects.length).toBeGreaterThan(5)
  })

  async function servedCounty() {
    const { loadCounty } = await import('../../api/county.ts')
    const county = await loadCounty(served.given.db, scope)
    const talents = [...county.talents.values()]
    const people = talents
      .filter(({ status }) => status !== 'left')
      .map((talent) => ({ talent, home: county.villages.get(talent.homeVillage)!.matching }))
    return { talents, people, villages: [...county.villages.values()].map((it) => it.matching) }
  }
  type At = Awaited<ReturnType<typeof servedCounty>>['people'][number]
  const outcome = ({ talent, home }: At, post: Post, policy: Policy) =>
    judge(talent, home, post, policy)
  const maySit = (person: At, post: Post, policy: Policy) =>
    ['eligible', 'relaxable'].includes(outcome(person, post, policy))
  const policyOf = (body: Body): Policy => ({ ...body, version: 1 })
})

describe('another procedure of the review', () => {
  const { review } = sound
  const [check, first, ...others] = review.stages
  const said = async (changed: Partial<Body['review']>) => {
    const policy = { ...sound, review: { ...review, ...changed } }
    const answer = await ok((await served.post('/policy/preview', { policy })) as Response)
    expect(answer.errors).toEqual([])
    expect(answer.effect, 'the preview works as ever').not.toBeNull()
    return answer.changes as { pointer: string; said: { before: Words; after: Words } }[]
  }
  const audit = {
    ...{ ...first!, id: 'audit', level: 'county' as const, days: 10 },
    words: { zh: '审计', en: 'Audit' },
  }
  const slower = {
    ...{ ...first!, days: 9, signersFor: 'combined' as const },
    signers: ['township-secretary', 'police-head'],
  }

  test.each<{ to: Body['review']['stages']; before: string; after: string; why: string }>([
    {
      to: [check!, first!, audit, ...others],
      ...{ before: '无“审计”', after: '新增“审计”（第 3 个环节，县（市、区），10 个工作日）' },
      why: 'one came',
    },
    {
      to: [first!, ...others],
      ...{ before: '有“村自查”', after: '取消“村自查”', why: 'one went' },
    },
    {
      to: [check!, slower, ...others],
      before: '“乡镇初审”签字：一个账号办理；“乡镇初审”时限：7 个工作日',
      after:
        '“乡镇初审”签字：乡镇（街道）党（工）委书记、派出所所长（只限“一肩挑”人选）；“乡镇初审”时限：9 个工作日',
      why: 'one is another',
    },
    {
      to: [first!, check!, ...others],
      before:
        '次序：村自查 → 乡镇初审 → 县级联审 → 考察 → 县委研究 → 公示 → 乡镇批复 → 选举 → 县级备案',
      after:
        '次序：乡镇初审 → 村自查 → 县级联审 → 考察 → 县委研究 → 公示 → 乡镇批复 → 选举 → 县级备案',
      why: 'the order is another',
    },
  ])('is told by what it changes: $why', async ({ to, before, after }) => {
    const changes = await said({ stages: to })
    expect(changes.map(({ pointer }) => pointer)).toEqual(['#/review/stages'])
    expect(changes[0]!.said).toMatchObject({ before: { zh: before }, after: { zh: after } })
  })

  test('names positions and days of an answer', async () => {
    const changes = await said({ signers: review.signers.slice(0, 2), validDays: 60 })
    expect(changes).toMatchObject([
      {
        pointer: '#/review/signers',
        said: { after: { zh: '乡镇（街道）党（工）委书记、乡镇长（街道办主任）' } },
      },
      { pointer: '#/review/validDays', said: { before: { zh: '90 日' }, after: { zh: '60 日' } } },
    ])
  })
})

describe('a signed version', () => {
  beforeEach(async () => {
    const { version } = await inForce()
    if (version === 1) expect((await sign(withAge(50), 1)).status).toBe(201)
  })

  test('is in force from the next request on, for everybody', async () => {
    expect(await inForce()).toMatchObject({ version: 2, age: { max: 50 } })
    expect(await (await township.get('/policy')).json()).toMatchObject({ policy: { version: 2 } })
  })

  test('says who signed what, when and why, and what it changes', async () => {
    const [newest, first] = await listed()
    expect(newest).toMatchObject({
      ...{ version: 2, note: NOTE, isIntact: true },
      createdBy: { name: '周晓岚', position: '区委组织部组织二科' },
      changes: [{ pointer: '#/age/max', before: 55, after: 50 }],
    })
    expect(first).toMatchObject({
      version: 1,
      createdBy: null,
      note: null,
      contentHash: null,
      isIntact: null,
    })
    const [entry] = await listAudit(served.given.db, scope)
    const detail = { version: 2, contentHash: newest!.contentHash, changes: ['#/age/max'] }
    expect(entry).toMatchObject({ action: 'policy.signed', detail })
  })

  test('carries the SHA-256 of its canonical JSON, whatever the order of keys', async () => {
    const ordered = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(ordered)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, of]) => [key, ordered(of)]),
            )
          : value
    const hash = createHash('sha256')
      .update(JSON.stringify(ordered(withAge(50))))
      .digest('hex')
    expect((await listed())[0]!.contentHash).toBe(hash)
  })

  test('is read as a whole, the first as well, and is a place to begin from again', async () => {
    const first = await ok(
      await township.api.policy.versions[':version'].$get({ param: { version: '1' } }),
    )
    expect(first).toMatchObject({ version: 1, policy: sound })
    expect((await served.get('/policy/versions/99')).status).toBe(404)
  })

  test.each([
    { given: () => sign(withAge(51), 1), status: 412, why: 'another version came meanwhile' },
    { given: () => sign(withAge(50), 2), status: 409, why: 'it says the same' },
    { given: () => sign(withAge(51), 2, '改'), status: 422, why: 'it does not say why' },
    { given: () => sign({ ...withAge(51), weights: {} }, 2), status: 422, why: 'it is no policy' },
  ])('is not followed by another when $why ($status)', async ({ given, status }) => {
    expect((await given()).status).toBe(status)
    expect((await inForce()).version).toBe(2)
  })

  test('a late author reads which version came, by whom, why, and what it changed', async () => {
    const late = await sign(withAge(51), 1)
    expect(await late.json()).toMatchObject({
      type: '/problems/changed',
      inForce: {
        ...{ version: 2, note: NOTE, createdBy: { name: '周晓岚' } },
        changes: [{ pointer: '#/age/max', before: 55, after: 50 }],
      },
    })
  })

  test('of two who sign at the same moment one is refused', async () => {
    const answers = await Promise.all([sign(withAge(52), 2), sign(withAge(53), 2)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412])
    expect((await inForce()).version).toBe(3)
  })

  test('takes the draft of its author away', async () => {
    await served.put('/policy/draft', { policy: withAge(54), basedOn: 3 })
    expect((await sign(withAge(54), 3)).status).toBe(201)
    expect((await ok(await served.api.policy.draft.$get())).draft).toBeNull()
  })

  test('that was altered in the database is seen to be', async () => {
    const { db } = served.given
    const body = JSON.stringify(withAge(60))
    await db.updateTable('policies').set({ body }).where('version', '=', 2).execute()
    const altered = (await listed()).find(({ version }) => version === 2)
    expect(altered).toMatchObject({ isIntact: false })
  })

  test('is the version that a plan keeps, whatever is signed later', async () => {
    const asked = { township: '370406104', pins: [], exclusions: [] }
    const { id } = await ok((await served.post('/plans', asked)) as Response)
    const { version } = await inForce()
    expect((await sign(withAge(56), version)).status).toBe(201)
    const plan = await (await served.get(`/plans/${id}`)).json()
    expect(plan.policyVersion).toBe(version)
    await served.post(`/plans/${id}/cancellation`)
  })
})

describe('the weights of a weighting', () => {
  const even = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 1))
  const put = (row: number, column: number, value: number, matrix = even) =>
    matrix.map((line, i) =>
      line.map((cell, j) =>
        i === row && j === column ? value : i === column && j === row ? 1 / value : cell,
      ),
    )
  const weigh = async (weighting: object) =>
    ok((await township.post('/policy/weights', weighting)) as Response)

  test('follow while it is thought about, with the comparison that disturbs most', async () => {
    const { weights, consistencyRatio, disturbances } = await weigh({
      method: 'ahp',
      comparisons: put(0, 1, 9),
    })
    expect(weights.political).toBeGreaterThan(weights.development)
    expect(consistencyRatio).toBeGreaterThan(0)
    expect(disturbances[0]).toMatchObject({ row: 0, column: 1, given: 9, proposed: 1 })
    expect(disturbances[0].ratioAfter).toBeCloseTo(0, 9)
  })

  test('of several judges are those of the geometric mean, and each has a ratio of their own', async () => {
    const judges = [
      { name: '张敏', comparisons: put(0, 1, 9) },
      { name: '李卫东', comparisons: put(0, 1, 1 / 9) },
    ]
    const { weights, consistencyRatio, judges: each } = await weigh({ method: 'judges', judges })
    expect(weights.political, '9 and 1/9 cancel').toBeCloseTo(0.1, 9)
    expect(consistencyRatio).toBeCloseTo(0, 9)
    expect(each.map(({ name }: { name: string }) => name)).toEqual(['张敏', '李卫东'])
    expect(each[0].consistencyRatio).toBeGreaterThan(0)
  })

  test('of swings are in proportion, and have no consistency', async () => {
    const points = Object.fromEntries(Object.keys(sound.criteria).map((id) => [id, 0]))
    const answer = await weigh({ method: 'swing', points: { ...points, tie: 100, record: 50 } })
    expect(answer).toMatchObject({ consistencyRatio: null, disturbances: [], judges: [] })
    expect(answer.weights.tie).toBeCloseTo(2 / 3, 9)
  })

  test.each([
    { ratio: 1e200, why: 'numbers with which no eigenvalue is ever found' },
    { ratio: 9.5, why: 'just above the scale' },
  ])('of comparisons beyond Saaty’s scale are refused: $why', async ({ ratio }) => {
    const comparisons = even.map((row, i) =>
      row.map((_, j) => (i === j ? 1 : i < j ? ratio : 1 / ratio)),
    )
    const judges = [{ name: '张敏', comparisons }]
    for (const weighting of [
      { method: 'ahp', comparisons },
      { method: 'judges', judges },
    ]) {
      const { status } = await problemIn(await township.post('/policy/weights', weighting))
      expect(status).toBe(422)
    }
  })

  test('of a matrix that is not reciprocal are refused', async () => {
    const comparisons = even.map((row, at) => (at === 0 ? row.map(() => 2) : row))
    const { status } = await problemIn(
      await township.post('/policy/weights', { method: 'ahp', comparisons }),
    )
    expect(status).toBe(422)
  })
})

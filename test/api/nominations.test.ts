import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertAccount } from '../../db/accounts.ts'
import { insertRows } from '../../db/insert.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { databases } from '../databases.ts'
import { fewRows, idOf, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOUR = '370406103'
const NEIGHBOURS_VILLAGE = '370406103201'
const scope = { countyCode: '370406' }
/** The demonstration's today is 2026-11-23. */
const WINDOW = { opensOn: '2026-11-01', closesOn: '2026-12-31' }

describe.each(databases)('nominations on $engine', ({ open }) => {
  let served: Served
  let township: SignedInClient
  let neighbour: SignedInClient
  let village: SignedInClient
  let person: string
  let round: string
  beforeAll(async () => {
    served = await serve({ open, rows: fewRows() })
    await addNeighbour(served)
    township = await served.as('demo-township')
    neighbour = await served.as('neighbour')
    village = await served.as('demo-village')
    person = await idOf(served, '宋雅楠')
    // At home in 洪门村 and in office over there: both townships see this person.
    await seatAt(served, person, NEIGHBOURS_VILLAGE)
  })
  afterAll(() => served.close())
  beforeEach(async () => {
    round = await openRound(served)
  })
  const paper = (about: Record<string, unknown> = {}) => ({
    ...{ id: crypto.randomUUID(), round, talent: person, channel: 'recommended' },
    ...{ nominator: '北庄镇洪门村党员大会', relation: '同村党员', jointNames: 12 },
    ...{ reason: '群众信任，会做电商', village: HONGMEN, posts: ['committee-member'] },
    ...{ isOnPaper: true, ...about },
  })
  const viewOf = async (nominee: string) => (await served.get(`/nominees/${nominee}`)).json()

  test('a paper opens the way of a person in a round, with all that it says', async () => {
    const handed = await township.post('/nominations', paper())
    expect(handed.status).toBe(201)
    const { nominee } = await handed.json()
    expect(await viewOf(nominee)).toMatchObject({
      ...{ state: 'open', target: { village: { code: HONGMEN }, posts: ['committee-member'] } },
      nominations: [{ channel: 'recommended', jointNames: 12, isOnPaper: true, isLate: false }],
    })
  })

  test('two townships propose one person: one nominee with both reasons, and each is told', async () => {
    const first = await (await township.post('/nominations', paper())).json()
    const there = { village: NEIGHBOURS_VILLAGE, nominator: '山城街道', reason: '在任表现好' }
    const second = await (await neighbour.post('/nominations', paper(there))).json()
    expect(second.nominee).toBe(first.nominee)
    const told = second.warnings.find(({ code }: { code: string }) => code === 'other-village')
    expect(told.words.zh).toContain('洪门村')
    expect(told.words.zh, 'who proposed elsewhere is not theirs to read').not.toContain('党员大会')
    const { nominations, findings } = await viewOf(first.nominee)
    expect(nominations).toHaveLength(2)
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'oneplace', outcome: 'unknown' }),
    )
  })

  test('a second paper for the same village joins the group and says by whom the first was', async () => {
    await township.post('/nominations', paper())
    const answer = await (
      await township.post('/nominations', paper({ nominator: '孙守田' }))
    ).json()
    const told = answer.warnings.find(({ code }: { code: string }) => code === 'in-group')
    expect(told.words.zh).toContain('北庄镇洪门村党员大会')
  })

  test('what the rules say today comes along and refuses nothing', async () => {
    const asked = { village: HONGMEN, post: 'secretary' }
    const { barred } = (await (await township.post('/rankings', asked)).json()).ranking
    const about = { talent: barred[0].talent, posts: ['secretary'] }
    const answer = await township.post('/nominations', paper(about))
    expect(answer.status).toBe(201)
    const said = (await answer.json()).warnings.filter(
      ({ code }: { code: string }) => code === 'gate',
    )
    const breach = barred[0].findings.find((one: { outcome: string }) => one.outcome === 'breach')
    expect(said[0]).toMatchObject({ outcome: 'breach', words: breach.words })
  })

  test.each([
    {
      who: 'township',
      about: { village: NEIGHBOURS_VILLAGE },
      at: '#/village',
      why: 'not its village',
    },
    { who: 'township', about: { talent: 'stranger' }, at: '#/talent', why: 'nobody whom it sees' },
    { who: 'village', about: { village: MAOZHAI }, at: '#/village', why: 'not its village' },
    { who: 'village', about: POOL, at: '#/village', why: 'a village fills seats' },
    { who: 'neighbour', about: POOL, at: '#/village', why: 'the home is in another township' },
    { who: 'township', about: { posts: [] }, at: '#/posts', why: 'a village without a post' },
    {
      ...{ who: 'township', about: { posts: ['chair', 'committee-member'] }, at: '#/posts' },
      why: 'two posts on one committee',
    },
    { who: 'township', about: { jointNames: 0 }, at: '#/jointNames', why: 'nobody signed' },
    { who: 'township', about: { reason: ' ' }, at: '#/reason', why: 'no reason' },
    { who: 'township', about: { round: 'none' }, at: '#/round', why: 'no such round' },
  ])('refused: $who, $why', async ({ who, about, at }) => {
    const { talents } = { talents: await strangers() }
    const given = { ...about, ...('talent' in about && { talent: talents }) }
    const by = { township, neighbour, village }[who]!
    const { status, pointers } = await problemIn(await by.post('/nominations', paper(given)))
    expect({ status, pointers }).toEqual({ status: 422, pointers: [at] })
  })

  /** Somebody of the neighbour's alone. */
  async function strangers(): Promise<string> {
    const { people } = await (await served.get(`/talents?village=${NEIGHBOURS_VILLAGE}`)).json()
    return people.find(({ id }: { id: string }) => id !== person).id
  }

  test('the county proposes anybody for anywhere, a village its own people for its own seats', async () => {
    const anywhere = paper({ talent: await strangers(), village: HONGMEN })
    expect((await served.post('/nominations', anywhere)).status).toBe(201)
    expect((await village.post('/nominations', paper())).status).toBe(201)
  })

  test.each([
    { about: { closesOn: '2026-11-22' }, why: 'the day after the window' },
    { about: { opensOn: '2026-11-24' }, why: 'the day before the window' },
  ])('$why a township is refused, and the county enters it as late', async ({ about }) => {
    round = await openRound(served, about)
    expect((await problemIn(await township.post('/nominations', paper()))).status).toBe(409)
    const { nominee, warnings } = await (await served.post('/nominations', paper())).json()
    expect(warnings[0]).toMatchObject({ code: 'late' })
    expect((await viewOf(nominee)).nominations[0].isLate).toBe(true)
  })

  test('on the last day of the window a township nominates', async () => {
    round = await openRound(served, { closesOn: '2026-11-23' })
    expect((await township.post('/nominations', paper())).status).toBe(201)
  })

  test('in a closed round nobody nominates, not even the county', async () => {
    await served.post(`/rounds/${round}/closing`, { reason: '换届完成', rest: 'refuse' })
    expect((await problemIn(await served.post('/nominations', paper()))).status).toBe(409)
  })

  test('who withdrew consent cannot be nominated', async () => {
    const talent = await idOf(served, '李文博')
    const own = await served.as('demo-talent')
    await own.post('/record/consent-withdrawal', {})
    expect((await problemIn(await township.post('/nominations', paper({ talent })))).status).toBe(
      409,
    )
    await own.post('/record/consent', { noticeVersion: 1 })
  })

  describe('a double click', () => {
    test('stores once: both are answered alike', async () => {
      const same = paper()
      const answers = await Promise.all([1, 2, 3].map(() => township.post('/nominations', same)))
      const bodies = await Promise.all(answers.map((answer) => answer.json()))
      expect(new Set(bodies.map(({ nomination }) => nomination))).toEqual(new Set([same.id]))
      expect((await viewOf(bodies[0].nominee)).nominations).toHaveLength(1)
    })

    test('answers the same after the window, too: it was stored in time', async () => {
      const same = paper()
      await township.post('/nominations', same)
      await served.post(`/rounds/${round}/closing`, { reason: '换届完成', rest: 'not-chosen' })
      expect((await township.post('/nominations', same)).status).toBe(201)
    })

    test('with an id of somebody else’s paper is refused', async () => {
      const same = paper()
      await township.post('/nominations', same)
      expect((await served.post('/nominations', same)).status).toBe(409)
    })
  })

  describe('taking back', () => {
    const reason = { reason: '录入有误' }
    const handIn = async (by: SignedInClient, about = {}) =>
      (await by.post('/nominations', paper(about))).json()
    const takeBack = (by: SignedInClient, id: string) =>
      by.post(`/nominations/${id}/withdrawal`, reason)

    test('one of two leaves the nominee, the last one ends them by an act that says why', async () => {
      const first = await handIn(township)
      const second = await handIn(village)
      expect(await (await takeBack(township, first.nomination)).json()).toEqual({ isEnded: false })
      expect((await viewOf(first.nominee)).state).toBe('open')
      expect(await (await takeBack(township, second.nomination)).json()).toEqual({ isEnded: true })
      expect(await viewOf(first.nominee)).toMatchObject({
        state: 'withdrawn',
        acts: [{ kind: 'withdraw', body: { reason: '录入有误' }, name: '孟庆华' }],
      })
    })

    test('a village takes its own paper back as long as nobody has signed', async () => {
      const { nomination } = await handIn(village)
      expect((await takeBack(village, nomination)).status).toBe(200)
    })

    test('entered wrongly, taken back, entered right: the person is on the way to the right seat', async () => {
      const wrong = await handIn(township, { village: MAOZHAI })
      await takeBack(township, wrong.nomination)
      const right = await handIn(township, { posts: ['chair'] })
      expect(right.nominee).toBe(wrong.nominee)
      const { state, target, acts, findings } = await viewOf(right.nominee)
      expect({ state, village: target.village.code, posts: target.posts }).toEqual({
        ...{ state: 'open', village: HONGMEN, posts: ['chair'] },
      })
      expect(acts.map(({ kind }: { kind: string }) => kind)).toEqual([
        'withdraw',
        'resume',
        'target',
      ])
      expect(findings.map(({ rule }: { rule: string }) => rule)).not.toContain('oneplace')
    })

    test('whom the office above stopped is not taken up by another paper', async () => {
      const { nominee } = await handIn(township)
      const { revision } = await viewOf(nominee)
      const act = { kind: 'stop', reason: '另有任用' }
      await served.post(`/nominees/${nominee}/acts`, { act }, { 'if-match': `"${revision}"` })
      expect((await problemIn(await township.post('/nominations', paper()))).status).toBe(409)
    })

    test.each([
      { who: 'village' as const, status: 403, why: 'the township handed it in' },
      { who: 'neighbour' as const, status: 404, why: 'it does not see the nominee' },
    ])('is refused to a $who: $why', async ({ who, status }) => {
      const { nomination } = await handIn(township)
      expect((await takeBack({ village, neighbour }[who], nomination)).status).toBe(status)
    })

    test('is refused twice, and while the seat would hang on nothing', async () => {
      const here = await handIn(township)
      const there = await handIn(neighbour, { village: NEIGHBOURS_VILLAGE })
      expect((await takeBack(township, here.nomination)).status, 'another village is left').toBe(
        409,
      )
      await takeBack(served, there.nomination)
      await takeBack(township, here.nomination)
      expect((await takeBack(township, here.nomination)).status, 'again').toBe(409)
    })

    test('the audit says why, without the name', async () => {
      const { nomination } = await handIn(township)
      const named = { reason: '宋雅楠的表填错了' }
      expect((await township.post(`/nominations/${nomination}/withdrawal`, named)).status).toBe(422)
    })
  })

  describe('drafts', () => {
    const body = { reason: '写到一半' }
    const keep = (id: string, revision?: number, by = township) =>
      by.put(
        `/nominations/drafts/${id}`,
        { round, talent: null, body },
        revision === undefined ? {} : { 'if-match': `"${revision}"` },
      )

    test('are kept whole or not, read by their author alone, and go when handed in', async () => {
      const whole = paper()
      expect(await (await keep(whole.id)).json()).toMatchObject({ revision: 1 })
      const { drafts } = await (await township.get('/nominations/drafts')).json()
      expect(drafts).toEqual([expect.objectContaining({ id: whole.id, round, body })])
      expect((await (await served.get('/nominations/drafts')).json()).drafts).toEqual([])
      await township.post('/nominations', whole)
      expect((await (await township.get('/nominations/drafts')).json()).drafts).toEqual([])
    })

    test.each([
      { seen: 1, status: 200, why: 'of the revision that it read' },
      { seen: 0, status: 412, why: 'of an older one: the other window wins' },
      { seen: undefined, status: 428, why: 'that does not say which it read' },
    ])('a window $why: $status', async ({ seen, status }) => {
      const id = crypto.randomUUID()
      await keep(id)
      expect((await keep(id, seen)).status).toBe(status)
      await township.remove(`/nominations/drafts/${id}`)
    })

    test('handed in or thrown away in another window, a draft does not come back', async () => {
      const whole = paper()
      await keep(whole.id)
      await township.post('/nominations', whole)
      expect((await keep(whole.id, 1)).status, 'handed in').toBe(409)
      const id = crypto.randomUUID()
      await keep(id)
      await township.remove(`/nominations/drafts/${id}`)
      expect((await keep(id, 1)).status, 'thrown away').toBe(412)
    })

    test('an id of another account’s draft is refused and changes nothing', async () => {
      const id = crypto.randomUUID()
      await keep(id)
      expect((await keep(id, undefined, served)).status).toBe(412)
      await township.remove(`/nominations/drafts/${id}`)
    })
  })

  async function openRound(by: Served, about = {}): Promise<string> {
    const given = { kind: 'term-change', name: `换届 ${crypto.randomUUID()}`, ...WINDOW, ...about }
    const term = { termStartsOn: '2027-01-01', termEndsOn: '2031-12-31' }
    return (await (await by.post('/rounds', { ...given, ...term })).json()).id
  }
})

const POOL = { village: null, posts: [] }

/** An account of the township beside Beizhuang, with the password of all demonstration accounts. */
async function addNeighbour({ given: { db } }: Served): Promise<void> {
  const { passwordHash } = await db
    .selectFrom('accounts')
    .select('passwordHash')
    .where('username', '=', 'demo-township')
    .executeTakeFirstOrThrow()
  const at = '2026-11-20T00:30:00.000Z'
  await insertAccount(db, scope, {
    ...{ id: 'neighbour', username: 'neighbour', name: '邻镇干部', role: 'township' },
    ...{ position: '组织委员', townshipCode: NEIGHBOUR, villageCodes: [], departmentId: null },
    ...{ talentId: null, state: 'active', passwordHash, mustChangePassword: 0 },
    ...{ totpSecret: null, totpStep: null, isDemonstration: 1, createdAt: at },
    ...{ createdBy: 'system', confirmedAt: at, confirmedBy: 'system', signedInAt: null },
  })
}

async function seatAt({ given: { db } }: Served, talentId: string, villageCode: string) {
  const term = await db
    .selectFrom('terms')
    .select('id')
    .where('villageCode', '=', villageCode)
    .orderBy('startedOn', 'desc')
    .executeTakeFirstOrThrow()
  const seat = { termId: term.id, post: 'party-member' as const, tookOfficeOn: '2025-01-01' }
  await insertRows(db, scope, 'incumbents', [{ ...scope, ...seat, villageCode, talentId }])
}

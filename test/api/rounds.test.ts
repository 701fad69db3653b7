import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPolicy } from '../../api/demonstration.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { databases } from '../databases.ts'
import {
  ASKED,
  act,
  nominated,
  ON_PAPER,
  openRound,
  PASS,
  type Round,
  retired,
} from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

/** The day of these tests is 2026-11-23. */
const GIVEN = {
  ...{ kind: 'term-change', name: '补选', opensOn: '2026-11-01', closesOn: '2026-12-31' },
  ...{ termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
}
const RESERVE = { ...GIVEN, kind: 'reserve', termStartsOn: null, termEndsOn: null }
const NEIGHBOURS_VILLAGE = '370406103201'

describe('a round of nomination', () => {
  let round: Round
  beforeAll(async () => {
    round = await openRound()
  })
  afterAll(() => round.served.close())
  const named = (() => {
    let count = 0
    return () => `轮次 ${++count}`
  })()
  const opened = async (about: Record<string, unknown> = {}) => {
    const answer = await round.county.post('/rounds', { ...GIVEN, name: named(), ...about })
    expect(answer.status).toBe(201)
    return answer.json()
  }
  const put = (id: string, body: object, revision: number, by = round.county) =>
    by.put(`/rounds/${id}`, body, { 'if-match': `"${revision}"` })

  test.each([
    { given: { opensOn: '2026-11-23' }, window: 'running', why: 'it opens today' },
    { given: { closesOn: '2026-11-23' }, window: 'running', why: 'today is the last day' },
    { given: { opensOn: '2026-11-24' }, window: 'ahead', why: 'it opens tomorrow' },
    { given: { closesOn: '2026-11-22' }, window: 'over', why: 'it ended yesterday' },
  ])('$given is $window: $why; then the county alone may nominate', async ({ given, window }) => {
    const { id } = await opened(given)
    const mayNominate = async (who: SignedInClient) =>
      (await ok(await who.get(`/rounds/${id}`))).mayNominate
    expect(await ok(await round.township.get(`/rounds/${id}`))).toMatchObject({ window })
    expect(await mayNominate(round.county)).toBe(true)
    expect(await mayNominate(round.township)).toBe(window === 'running')
    expect(await mayNominate(round.village)).toBe(window === 'running')
  })

  test.each([
    { about: { closesOn: '2026-10-31' }, at: '#/closesOn', why: 'it closes before it opens' },
    { about: { opensOn: '2026-02-30' }, at: '#/opensOn', why: 'no such day' },
    { about: { termStartsOn: null }, at: '#/termStartsOn', why: 'of which term?' },
    { about: { termEndsOn: '2027-01-15' }, at: '#/termEndsOn', why: 'a term of no day' },
    { about: { kind: 'reserve' }, at: '#/termStartsOn', why: 'reserves have no term' },
    { about: { name: '  ' }, at: '#/name', why: 'no name' },
    { about: { kind: 'other' }, at: '#/kind', why: 'no kind of round' },
  ])('$about is refused: $why', async ({ about, at }) => {
    const answer = await round.county.post('/rounds', { ...GIVEN, name: named(), ...about })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [at] })
  })

  test('reserves are chosen without a term', async () => {
    expect(await opened(RESERVE)).toMatchObject({ kind: 'reserve', term: null })
  })

  test('the name is given once', async () => {
    const { name, revision } = await opened()
    const again = await round.county.post('/rounds', { ...GIVEN, name })
    expect(await problemIn(again)).toMatchObject({ status: 409 })
    const { id } = await opened()
    expect((await put(id, { ...GIVEN, name }, revision)).status).toBe(409)
  })

  test('it keeps the procedure of its first day: departments of the policy, and then no others', async () => {
    const { id } = await opened()
    const admin = await round.served.as('demo-admin')
    await retired(admin, { id: 'police', zh: '公安局', en: 'Police' })
    const { departments, stages } = await ok(await round.county.get(`/rounds/${id}`))
    expect(departments.map(({ id: of }: { id: string }) => of)).toEqual(ASKED)
    expect(stages[0]).toMatchObject({ id: 'village-check', level: 'village' })
    const later = await opened()
    expect(
      later.departments.map(({ id: of }: { id: string }) => of),
      'who is out of use is asked no more',
    ).toEqual(['discipline-inspection'])
    const back = { zh: '公安局', en: 'Police', isRetired: false }
    await ok(await admin.put('/dictionaries/departments/police', back))
  })

  test('two officers change it at once: the second is told, and nothing of the first is lost', async () => {
    const { id, name, revision } = await opened()
    const first = await put(id, { ...GIVEN, name, closesOn: '2027-01-31' }, revision)
    expect(await ok(first)).toMatchObject({ closesOn: '2027-01-31', revision: revision + 1 })
    expect(first.headers.get('etag')).toBe(`"${revision + 1}"`)
    const second = await put(id, { ...GIVEN, name, closesOn: '2026-12-24' }, revision)
    expect(await problemIn(second)).toMatchObject({ status: 412, type: '/problems/changed' })
    expect(await ok(await round.county.get(`/rounds/${id}`))).toMatchObject({
      closesOn: '2027-01-31',
    })
    const blind = await round.county.put(`/rounds/${id}`, { ...GIVEN, name })
    expect(await problemIn(blind)).toMatchObject({ status: 428 })
  })

  test('its kind stays, or people would be on a way that is none', async () => {
    const { id, name, revision } = await opened()
    const answer = await put(id, { ...RESERVE, name }, revision)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/kind'] })
  })

  test.each([
    { by: 'township' as const, why: 'a township' },
    { by: 'village' as const, why: 'a village' },
  ])('$why reads rounds and opens, changes and closes none', async ({ by }) => {
    const { id, name, revision } = await opened()
    const { rounds } = await ok(await round[by].get('/rounds'))
    expect(rounds.map((one: { id: string }) => one.id)).toContain(id)
    expect((await round[by].post('/rounds', { ...GIVEN, name: named() })).status).toBe(403)
    expect((await put(id, { ...GIVEN, name }, revision, round[by])).status).toBe(403)
    const closing = { reason: '无人报名', rest: 'refuse' }
    expect((await round[by].post(`/rounds/${id}/closing`, closing)).status).toBe(403)
  })

  test('one that does not exist is not found, nor its board', async () => {
    const nothing = '019cabed-0000-7000-8000-000000000000'
    for (const path of [`/rounds/${nothing}`, `/rounds/${nothing}/board`])
      expect(await problemIn(await round.county.get(path))).toMatchObject({ status: 404 })
  })
})

describe.each(databases)('closing a round on $engine', ({ open }) => {
  let round: Round
  beforeAll(async () => {
    round = await openRound({ open })
  })
  afterAll(() => round.served.close())
  const close = (rest: string, id = round.id) =>
    round.county.post(`/rounds/${id}/closing`, { reason: '换届结束', rest })
  const viewOf = async (id: string) => ok(await round.county.get(`/nominees/${id}`))

  test('with open nominees says how many are open at which stage, and stays open', async () => {
    await nominated(round)
    const second = await nominated(round, { name: '刘思敏' })
    await act(round.township, second, ON_PAPER)
    const answer = await close('refuse')
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({
      ...{ type: '/problems/conflict', open: 2 },
      stages: [
        { id: 'village-check', count: 1 },
        { id: 'township-review', count: 1 },
      ],
    })
    expect(await ok(await round.county.get(`/rounds/${round.id}`))).toMatchObject({ state: 'open' })
  })

  test('stops each of the rest by an act that is signed, and a talk is due', async () => {
    const before = await ok(await round.county.get(`/nominees?round=${round.id}`))
    expect(before.counts).toMatchObject({ open: 2, ended: 0 })
    const closed = await ok(await close('not-chosen'))
    expect(closed).toMatchObject({ state: 'closed', open: 0, nominees: 2, mayNominate: false })
    for (const { id } of before.nominees) {
      const { state, outcome, isTalkDue, acts } = await viewOf(id)
      expect({ state, outcome, isTalkDue }).toEqual({
        ...{ state: 'stopped', outcome: 'not-chosen', isTalkDue: true },
      })
      expect(acts.at(-1)).toMatchObject({
        ...{ kind: 'stop', name: '周晓岚', body: { kind: 'stop', reason: '换届结束' } },
      })
    }
    const { entries } = await (
      await (await round.served.as('demo-auditor')).get('/audit?action=round.closed&limit=1')
    ).json()
    expect(entries[0]).toMatchObject({ reason: '换届结束', detail: { stopped: 2 } })
  })

  test('is done once', async () => {
    expect(await problemIn(await close('not-chosen'))).toMatchObject({ status: 409 })
  })

  test('leaves no way in and no way on, but for the talks that are due', async () => {
    const talent = await idOf(round.served, '李文博')
    const late = await round.county.post('/nominations', {
      ...{ id: crypto.randomUUID(), round: round.id, talent, channel: 'discovered' },
      ...{ nominator: '区委组织部', reason: '漏报', village: HONGMEN, posts: ['chair'] },
    })
    expect(await problemIn(late)).toMatchObject({ status: 409 })
    const { nominees } = await ok(await round.county.get(`/nominees?round=${round.id}&tab=ended`))
    const [one] = nominees
    const seen = { 'if-match': `"${one.revision}"` }
    const resume = { act: { kind: 'resume', reason: '重新考虑' } }
    const again = await round.county.post(`/nominees/${one.id}/acts`, resume, seen)
    expect(await problemIn(again)).toMatchObject({ status: 409 })
    const talk = { act: { kind: 'talk', talkedOn: '2026-11-23', by: '周晓岚', note: '' } }
    await ok(await round.county.post(`/nominees/${one.id}/acts`, talk, seen))
    const renamed = { ...GIVEN, name: '改名' }
    const { revision } = await ok(await round.county.get(`/rounds/${round.id}`))
    const changed = await round.county.put(`/rounds/${round.id}`, renamed, {
      'if-match': `"${revision}"`,
    })
    expect(await problemIn(changed)).toMatchObject({ status: 409 })
  })

  test('a round in which everybody is settled or out closes at once', async () => {
    const { id } = await (await round.county.post('/rounds', GIVEN)).json()
    expect(await ok(await close('refuse', id))).toMatchObject({ state: 'closed', nominees: 0 })
  })

  test('with applications of the public that nobody decided says so, or answers each', async () => {
    const { id } = await (await round.county.post('/rounds', { ...GIVEN, name: '公开报名' })).json()
    await round.served.given.db
      .insertInto('applications')
      .values({
        ...{ countyCode: '370406', id: 'waits', roundId: id, townshipCode: TOWNSHIP },
        ...{ villageCode: HONGMEN, receipt: 'receipt', digest: 'digest', cipher: 'sealed' },
        ...{ noticeVersion: 1, state: 'waiting', createdAt: '2026-11-20T08:00:00.000Z' },
      })
      .execute()
    const refused = await close('refuse', id)
    expect(await refused.json()).toMatchObject({ status: 409, open: 0, applications: 1 })
    expect(await ok(await close('not-chosen', id))).toMatchObject({ state: 'closed' })
    const [application] = await round.served.given.db
      .selectFrom('applications')
      .selectAll()
      .execute()
    expect(application).toMatchObject({ state: 'refused', cipher: null })
    expect(application!.answer).toContain('再次报名')
  })

  test('after a process that was killed in between goes on where it stood', async () => {
    const { id } = await (await round.county.post('/rounds', { ...GIVEN, name: '又一轮' })).json()
    const stopped = await nominated({ ...round, id })
    const left = await nominated({ ...round, id }, { name: '刘思敏' })
    await act(round.county, stopped, { kind: 'stop', reason: '换届结束' })
    expect(await problemIn(await close('refuse', id))).toMatchObject({ status: 409 })
    expect(await ok(await close('not-chosen', id))).toMatchObject({ state: 'closed', open: 0 })
    const { acts } = await viewOf(stopped)
    expect(
      acts.map(({ kind }: { kind: string }) => kind),
      'nobody is stopped twice',
    ).toEqual(['stop'])
    expect((await viewOf(left)).state).toBe('stopped')
  })
})

test('where seven positions sign, a row of the queue says how many have', async () => {
  const round = await openRound({ policy: demonstrationPolicy })
  const nominee = await nominated(round, { name: '李文博', posts: ['secretary', 'chair'] })
  await act(round.township, nominee, ON_PAPER)
  const row = async () =>
    (await ok(await round.county.get(`/nominees?round=${round.id}&stage=township-review`)))
      .nominees[0]
  expect(await row()).toMatchObject({ id: nominee, signatures: { signed: 0, needed: 7 } })
  await act(round.township, nominee, PASS)
  expect(await row()).toMatchObject({ signatures: { signed: 1, needed: 7 } })
  await round.served.close()
})

describe.each(databases)('the queue and the board on $engine', ({ open }) => {
  let round: Round
  const at: Record<string, string> = {}
  beforeAll(async () => {
    round = await openRound({ open })
    at.song = await nominated(round)
    at.liu = await nominated(round, { name: '刘思敏', posts: ['chair'] })
    await act(round.township, at.liu, ON_PAPER)
    at.li = await nominated(round, { name: '李文博', village: null, posts: [] })
    await act(round.county, at.li, { kind: 'withdraw', reason: '', isOnPaper: true })
  })
  afterAll(() => round.served.close())
  const queue = async (query: string, who = round.county) =>
    ok(await who.get(`/nominees?round=${round.id}&${query}`))
  const namesIn = async (query: string, who = round.county) =>
    (await queue(query, who)).nominees.map((one: { talent: { name: string } }) => one.talent.name)

  test('a row says who, for what, where it stands and since when', async () => {
    const [row] = (await queue('q=宋雅楠')).nominees
    expect(row).toMatchObject({
      ...{ id: at.song, revision: 1, state: 'open', stage: 'village-check', lateDays: 0 },
      ...{ stageWords: { zh: '村自查' }, waitsFor: 'village', signatures: null, asked: 0 },
      target: { village: { code: HONGMEN, name: '洪门村' }, posts: ['committee-member'] },
    })
  })

  test.each([
    { query: '', found: ['宋雅楠', '刘思敏'], why: 'on the way, what is due first before' },
    { query: 'tab=ended', found: ['李文博'], why: 'who withdrew' },
    { query: 'tab=mine', found: [], why: 'nobody waits for the county' },
    { query: 'tab=late', found: [], why: 'it began today' },
    { query: 'tab=objection', found: [], why: 'nobody was asked' },
    { query: 'tab=expiring', found: [], why: 'no answer can end' },
    { query: 'stage=township-review', found: ['刘思敏'], why: 'a stage' },
    { query: 'post=chair', found: ['刘思敏'], why: 'a post' },
    { query: 'post=supervisor', found: [], why: 'nobody’s post' },
    { query: `village=${HONGMEN}`, found: ['宋雅楠', '刘思敏'], why: 'a village' },
    { query: `village=${NEIGHBOURS_VILLAGE}`, found: [], why: 'another village' },
    { query: `township=${TOWNSHIP}&stage=village-check`, found: ['宋雅楠'], why: 'both hold' },
    { query: 'q=雅楠', found: ['宋雅楠'], why: 'a part of the name' },
    { query: 'q=Song Ya', found: ['宋雅楠'], why: 'the beginning of the pinyin' },
    { query: 'q=lsm', found: ['刘思敏'], why: 'initials' },
    { query: 'q=yanan', found: [], why: 'the middle of the pinyin is no beginning' },
    { query: 'q=%25', found: [], why: 'a sign of the database is a sign like any other' },
    { query: 'page=2', found: [], why: 'behind the last page' },
  ])('$query finds $found: $why', async ({ query, found }) => {
    expect((await namesIn(query)).sort()).toEqual(found.toSorted())
  })

  test('counts its tabs with the filters that are set', async () => {
    expect(await queue('')).toMatchObject({
      ...{ total: 2, page: 1, counts: { open: 2, mine: 0, late: 0, ended: 1 } },
    })
    expect(await queue('q=lsm&tab=ended')).toMatchObject({
      total: 0,
      counts: { open: 1, ended: 0 },
    })
  })

  test.each([
    { by: 'township' as const, mine: ['刘思敏'], all: 2, why: 'whose review it is' },
    { by: 'village' as const, mine: ['宋雅楠'], all: 2, why: 'whose check it is' },
  ])('a $by finds what waits for it: $why', async ({ by, mine, all }) => {
    expect(await namesIn('tab=mine', round[by])).toEqual(mine)
    expect((await queue('', round[by])).total).toBe(all)
  })

  test('a village sees nobody who is proposed for the pool only', async () => {
    expect(await namesIn('tab=ended', round.village)).toEqual([])
    expect(await namesIn('tab=ended', round.township)).toEqual(['李文博'])
  })

  test('what is due before today is late, and so is its board', async () => {
    await round.served.given.db
      .updateTable('nominees')
      .set({ dueOn: '2026-11-20' })
      .where('id', '=', at.song!)
      .execute()
    expect((await queue('tab=late')).nominees).toMatchObject([{ id: at.song, lateDays: 3 }])
    const board = async (who: SignedInClient) => ok(await who.get(`/rounds/${round.id}/board`))
    const late = { waitsFor: 'village', count: 1, above: 'township' }
    expect((await board(round.county)).late).toEqual({ all: 1, by: [late], below: 0 })
    expect((await board(round.township)).late).toEqual({ all: 1, by: [late], below: 1 })
  })

  test('the board counts who stands where, township by township', async () => {
    const board = await ok(await round.county.get(`/rounds/${round.id}/board`))
    expect(board.townships).toMatchObject([
      {
        ...{ township: { code: TOWNSHIP, name: '北庄镇' }, all: 3, open: 2, late: 1 },
        cells: [
          { stage: 'village-check', count: 1, late: 1 },
          { stage: 'township-review', count: 1, late: 0 },
        ],
      },
    ])
    expect(board.totals).toMatchObject({ all: 3, open: 2, withdrawn: 1, settled: 0, elected: 0 })
    expect(board.meanDays, 'nobody is settled: not known').toBeNull()
    const own = await ok(await round.village.get(`/rounds/${round.id}/board`))
    expect(own.totals, 'the pool is no village’s').toMatchObject({ all: 2, withdrawn: 0 })
  })

  test('who is looked at is written down', async () => {
    await queue('q=宋雅楠')
    const auditor = await round.served.as('demo-auditor')
    const { entries } = await (await auditor.get('/audit?action=nominees.listed&limit=1')).json()
    expect(entries[0].subjects).toContain(at.song)
  })
})

test('two records of one person in a round become one group, and the one that withdrew stays so', async () => {
  const round = await openRound()
  const enter = async (name: string) => {
    const person = { homeVillage: HONGMEN, channel: 'recommended', basis: 'duty', isNew: true }
    const answer = await round.served.post('/talents', { ...person, name, bornOn: '1985-07' })
    return (await answer.json()) as { id: string; revision: number }
  }
  const [kept, other] = [await enter('钟离春'), await enter('钟离椿')]
  const behind = await nominated(round, { name: '钟离春' })
  const ahead = await nominated(round, { name: '钟离椿' })
  await act(round.township, ahead, ON_PAPER)
  await ok(
    await round.served.post(`/talents/${kept.id}/merges`, {
      ...{ other: other.id, take: [], revision: kept.revision, otherRevision: other.revision },
    }),
  )
  const view = await ok(await round.county.get(`/nominees/${ahead}`))
  expect(view).toMatchObject({ state: 'open', stage: 'township-review', talent: { id: kept.id } })
  expect(view.nominations).toHaveLength(2)
  const left = await ok(await round.county.get(`/nominees/${behind}`))
  expect(left).toMatchObject({ state: 'withdrawn', waitsFor: 'nobody', nominations: [] })
  const again = await round.county.post(
    `/nominees/${behind}/acts`,
    { act: { kind: 'resume', reason: '再办' } },
    { 'if-match': `"${left.revision}"` },
  )
  expect(await problemIn(again)).toMatchObject({ status: 409 })
  await round.served.close()
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProfileGiven } from '../../api/shapes/mentoring.ts'
import { Profile, Proposals, Suggestions } from '../../api/shapes/mentoring.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import {
  COUNTY,
  lookAfter,
  type MentorClient,
  type Mentoring,
  mentorNamed,
  openMentoring,
} from './mentored.ts'
import { ok, problemIn, type SignedInClient } from './served.ts'

let world: Mentoring
let county: Mentoring['served']
beforeAll(async () => {
  world = await openMentoring()
  county = world.served
})
afterAll(() => world.served.close())

let count = 0
/** Somebody new, so that no test sees another’s pairs. */
const newMentor = (name: string) => mentorNamed(county, `mentor-${++count}`, name)
const newPerson = () => world.spare.pop()!
const begin = (client: SignedInClient, mentor: MentorClient, talent: { id: string }) =>
  client.put(`/mentorships/${mentor.id}/${talent.id}`)
const goesOn = async (mentor: MentorClient, talent: { id: string }) =>
  (await mentor.get(`/talents/${talent.id}`)).status === 200

const EMPTY: ProfileGiven = {
  ...{ township: null, village: null, talent: null, posts: [], skills: [], menteesMax: null },
}
const profiled = async (
  mentor: MentorClient,
  about: Partial<ProfileGiven>,
  client: SignedInClient = county,
) => {
  const { profile } = await ok(await client.get(`/mentor-profiles/${mentor.id}`))
  return client.put(
    `/mentor-profiles/${mentor.id}`,
    { ...EMPTY, ...about },
    { 'if-match': `"${profile.revision}"` },
  )
}

describe('a mentor has a limit', () => {
  test('that of policy, refused with who is there now and how to raise it', async () => {
    const mentor = await newMentor('祝长青')
    const people = Array.from({ length: 4 }, newPerson)
    for (const person of people) expect((await begin(county, mentor, person)).status).toBe(200)
    const { status, detail } = await problemIn(await begin(county, mentor, newPerson()))
    expect(status).toBe(409)
    for (const { name } of people) expect(detail).toContain(name)
    expect(detail).toContain('最多带 4 人')
    expect(detail).toContain('调高')
  })

  test('that of the profile, higher or lower', async () => {
    const mentor = await newMentor('祝长青')
    await ok(await profiled(mentor, { menteesMax: 1 }))
    expect((await begin(county, mentor, newPerson())).status).toBe(200)
    expect((await begin(county, mentor, newPerson())).status).toBe(409)
    await ok(await profiled(mentor, { menteesMax: 2 }))
    expect((await begin(county, mentor, newPerson())).status).toBe(200)
  })

  test('a township is not told the names of another township’s people, only how many', async () => {
    const mentor = await newMentor('祝长青')
    const [own, foreign] = [newPerson(), world.strangers[0]!]
    await ok(await profiled(mentor, { menteesMax: 2 }))
    await lookAfter(county, mentor.id, [own, foreign])
    const { detail } = await problemIn(await begin(world.township, mentor, newPerson()))
    expect(detail).toContain(own.name)
    expect(detail).toContain('另 1 人')
    expect(detail).not.toContain(foreign.name)
  })

  test('holds when two offices begin at the same moment', async () => {
    const mentor = await newMentor('祝长青')
    await ok(await profiled(mentor, { menteesMax: 1 }))
    const answers = await Promise.all(
      [newPerson(), newPerson(), newPerson()].map((person) => begin(county, mentor, person)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
})

describe('a township keeps mentorships of its own people', () => {
  test('it begins and ends them, and reads no others', async () => {
    const mentor = await newMentor('祝长青')
    const person = newPerson()
    await lookAfter(county, mentor.id, [world.strangers[1]!])
    expect((await begin(world.township, mentor, person)).status).toBe(200)
    const { mentorships } = await ok(await world.township.get(`/mentorships?mentor=${mentor.id}`))
    expect(mentorships).toMatchObject([{ talent: person, endedOn: null }])
    expect((await begin(world.township, mentor, world.strangers[2]!)).status).toBe(404)
    const path = `/mentorships/${mentor.id}`
    expect((await world.township.remove(`${path}/${world.strangers[1]!.id}`)).status).toBe(404)
    expect((await world.township.remove(`${path}/${person.id}`)).status).toBe(200)
  })
})

describe('mentors are suggested with their reasons', () => {
  test('the nearer before the farther; kin after the others with a caution, the full ones last', async () => {
    const person = world.people.at(-1)!
    const made: Record<string, MentorClient> = {}
    const make = async (name: string, about: Partial<ProfileGiven>) => {
      made[name] = await newMentor(name)
      await ok(await profiled(made[name], about))
    }
    const skills = await world.db
      .selectFrom('talentSkills')
      .select('skillId')
      .where('talentId', '=', person.id)
      .execute()
    const own = skills.map(({ skillId }) => skillId).slice(0, 1)
    await make('同村甲', { township: TOWNSHIP, village: HONGMEN, posts: ['secretary'] })
    await make('同镇乙', { township: TOWNSHIP, skills: own })
    await make('远处丙', { township: '370406103' })
    await make('满员丁', { township: TOWNSHIP, village: HONGMEN, menteesMax: 1 })
    await lookAfter(county, made.满员丁!.id, [newPerson()])
    const relative = world.people.at(-2)!
    await world.db
      .insertInto('familyLinks')
      .values({
        ...{ ...COUNTY, relation: 'sibling', isBarred: 1 },
        ...{ talentId: [person.id, relative.id].sort()[0]! },
        ...{ relativeId: [person.id, relative.id].sort()[1]! },
      })
      .execute()
    await make('亲属戊', { township: TOWNSHIP, village: HONGMEN, talent: relative.id })
    const body = await ok(await world.township.get(`/mentorships/suggestions?talent=${person.id}`))
    const { mentors } = Suggestions.parse(body)
    const order = mentors.map(({ name }) => name).filter((name) => name in made)
    expect(order).toEqual(['同村甲', '同镇乙', '远处丙', '亲属戊', '满员丁'])
    const of = (name: string) => mentors.find((mentor) => mentor.name === name)!
    expect(of('同村甲').reasons.map(({ words }) => words.zh)).toEqual([
      '同村：洪门村',
      '任过：党组织书记',
      '现带 0 人，上限 4 人',
    ])
    expect(of('亲属戊').cautions).toMatchObject([{ code: 'kin' }])
    expect(of('满员丁')).toMatchObject({ isFull: true, mentees: 1, menteesMax: 1 })
    expect(of('远处丙').reasons.map(({ kind }) => kind)).toEqual(['load'])
    expect(own.length === 0 || of('同镇乙').reasons.some(({ kind }) => kind === 'trade')).toBe(true)
  })

  test('not for somebody out of reach', async () => {
    const path = `/mentorships/suggestions?talent=${world.strangers[0]!.id}`
    expect((await world.township.get(path)).status).toBe(404)
  })
})

describe('a pair that is proposed', () => {
  let mentor: MentorClient
  let person: { id: string; name: string }
  beforeEach(async () => {
    mentor = await newMentor('祝长青')
    person = newPerson()
  })
  const propose = async (client = world.township) =>
    ok(
      await client.post('/mentorship-proposals', {
        mentor: mentor.id,
        talent: person.id,
        reason: '同镇',
      }),
    )
  const onPaper = (id: string, who: string, answer: string, client = world.township) =>
    client.post(`/mentorship-proposals/${id}/answer`, { who, answer })
  const own = (id: string, answer: string) =>
    mentor.post(`/mentoring/proposals/${id}/answer`, { answer })

  test('waits in the mentor’s home with name and village, and opens no portrait', async () => {
    const { id } = await propose()
    const { proposals } = await ok(await mentor.get('/mentoring'))
    expect(proposals).toMatchObject([{ id, talent: person, reason: '同镇' }])
    expect(await goesOn(mentor, person)).toBe(false)
  })

  test.each([
    { first: 'mentor', why: 'the mentor agrees first' },
    { first: 'talent', why: 'the person’s paper comes first' },
  ])('begins once both agreed: $why', async ({ first }) => {
    const { id } = await propose()
    const mentors = () => own(id, 'agreed')
    const persons = () => onPaper(id, 'talent', 'agreed')
    const [one, other] = first === 'mentor' ? [mentors, persons] : [persons, mentors]
    expect(await ok(await one())).toMatchObject({ state: 'open' })
    expect(await goesOn(mentor, person)).toBe(false)
    expect(await ok(await other())).toMatchObject({ state: 'begun', isOnPaper: true })
    expect(await goesOn(mentor, person)).toBe(true)
  })

  test('begins when both agree at the same moment', async () => {
    const { id } = await propose()
    const answers = await Promise.all([own(id, 'agreed'), onPaper(id, 'talent', 'agreed')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await goesOn(mentor, person)).toBe(true)
  })

  test('is ended by one who refuses, and an answer stays', async () => {
    const { id } = await propose()
    expect(await ok(await own(id, 'refused'))).toMatchObject({ state: 'refused' })
    expect((await own(id, 'refused')).status).toBe(200)
    expect(await problemIn(await own(id, 'agreed'))).toMatchObject({ status: 409 })
    expect(await problemIn(await onPaper(id, 'talent', 'agreed'))).toMatchObject({ status: 409 })
    expect(await goesOn(mentor, person)).toBe(false)
  })

  test('is proposed once, and not where it goes on', async () => {
    const { id } = await propose()
    const again = () =>
      world.township.post('/mentorship-proposals', { mentor: mentor.id, talent: person.id })
    expect((await again()).status).toBe(409)
    expect((await world.township.post(`/mentorship-proposals/${id}/withdrawal`)).status).toBe(200)
    expect((await world.township.post(`/mentorship-proposals/${id}/withdrawal`)).status).toBe(409)
    await begin(county, mentor, person)
    expect((await again()).status).toBe(409)
  })

  test('begins nothing once the mentor is full; no names are told to who answers', async () => {
    await ok(await profiled(mentor, { menteesMax: 1 }))
    const { id } = await propose()
    await ok(await onPaper(id, 'talent', 'agreed'))
    const other = newPerson()
    await begin(county, mentor, other)
    const { status, detail } = await problemIn(await own(id, 'agreed'))
    expect(status).toBe(409)
    expect(detail).not.toContain(other.name)
    await ok(await profiled(mentor, { menteesMax: 2 }))
    expect(await ok(await own(id, 'agreed'))).toMatchObject({ state: 'begun' })
  })

  test('is another township’s and another mentor’s business never', async () => {
    const { id } = await propose()
    const stranger = await newMentor('单红梅')
    const answer = { answer: 'agreed' }
    expect((await stranger.post(`/mentoring/proposals/${id}/answer`, answer)).status).toBe(404)
    const body = { mentor: mentor.id, talent: world.strangers[0]!.id }
    expect((await world.township.post('/mentorship-proposals', body)).status).toBe(404)
    const foreign = await ok(await county.post('/mentorship-proposals', body))
    const path = `/mentorship-proposals?talent=${world.strangers[0]!.id}`
    expect(Proposals.parse(await ok(await world.township.get(path))).proposals).toEqual([])
    expect((await onPaper(foreign.id, 'talent', 'agreed')).status).toBe(404)
  })

  test('is answered by the person on their own account, who reads nothing of other people', async () => {
    const talent = await world.as('demo-talent')
    const { account } = await ok(await talent.get('/session'))
    const id = (await world.db
      .selectFrom('accounts')
      .select('talentId')
      .where('id', '=', account.id)
      .executeTakeFirst())!.talentId!
    const made = await ok(
      await county.post('/mentorship-proposals', { mentor: mentor.id, talent: id }),
    )
    const { proposals } = await ok(await talent.get('/record/mentorship-proposals'))
    expect(proposals).toMatchObject([{ id: made.id, mentor: { name: '祝长青' }, answer: null }])
    await ok(await own(made.id, 'agreed'))
    const path = `/record/mentorship-proposals/${made.id}/answer`
    await ok(await talent.post(path, { answer: 'agreed' }))
    expect(await goesOn(mentor, { id })).toBe(true)
    const rows = (await ok(await county.get(`/mentorship-proposals?talent=${id}`))).proposals
    expect(rows).toMatchObject([{ state: 'begun', isOnPaper: false }])
    const foreign = await propose()
    expect(
      (await talent.post(`/record/mentorship-proposals/${foreign.id}/answer`, { answer: 'agreed' }))
        .status,
    ).toBe(404)
  })
})

describe('a mentor’s profile', () => {
  test('is the mentor’s own to write, but for who they are in the pool and more people than policy has', async () => {
    const mentor = await newMentor('祝长青')
    const mine = (about: Partial<ProfileGiven>) => profiled(mentor, about, mentor)
    const { profile } = await ok(
      await mine({ township: TOWNSHIP, village: HONGMEN, posts: ['secretary'], menteesMax: 3 }),
    )
    expect(Profile.parse(profile)).toMatchObject({
      ...{ township: { name: '北庄镇' }, village: { name: '洪门村' }, posts: ['secretary'] },
      ...{ menteesMax: 3, ownMax: 3, revision: 1, talent: null },
    })
    const refused = [
      { about: { menteesMax: 5 }, pointer: '#/menteesMax' },
      { about: { talent: newPerson().id }, pointer: '#/talent' },
      { about: { village: HONGMEN }, pointer: '#/village' },
      { about: { township: '999999999' }, pointer: '#/township' },
      { about: { skills: ['flying'] }, pointer: '#/skills' },
    ]
    for (const { about, pointer } of refused)
      expect(await problemIn(await mine(about)), pointer).toMatchObject({
        ...{ status: 422, pointers: [pointer] },
      })
  })

  test('is no other mentor’s, and a township writes those of its own or of no place', async () => {
    const [mentor, other] = [await newMentor('祝长青'), await newMentor('单红梅')]
    expect((await other.get(`/mentor-profiles/${mentor.id}`)).status).toBe(404)
    expect((await profiled(mentor, { township: TOWNSHIP }, world.township)).status).toBe(200)
    const elsewhere = await profiled(mentor, { township: '370406103' }, world.township)
    expect(await problemIn(elsewhere)).toMatchObject({ status: 422, pointers: ['#/township'] })
    await ok(await profiled(mentor, { township: '370406103' }))
    expect((await profiled(mentor, { township: TOWNSHIP }, world.township)).status).toBe(422)
  })

  test('is not overwritten by who has not seen the latest', async () => {
    const mentor = await newMentor('祝长青')
    await ok(await profiled(mentor, { menteesMax: 2 }))
    for (const revision of [0, 2])
      expect(
        (await county.put(`/mentor-profiles/${mentor.id}`, EMPTY, { 'if-match': `"${revision}"` }))
          .status,
      ).toBe(412)
  })
})

describe('when a mentor leaves', () => {
  const reason = '工作调动'
  const notes = (mentor: MentorClient, talent: { id: string }) =>
    mentor.get(`/mentoring/notes?talent=${talent.id}`)

  test('people go to one or several others; sessions stay, private notes are passed on to nobody', async () => {
    const [from, one, two] = [
      await newMentor('祝长青'),
      await newMentor('单红梅'),
      await newMentor('牛群'),
    ]
    const people = [newPerson(), newPerson(), newPerson()]
    await lookAfter(county, from.id, people)
    const text = '私下里谈到家中近况'
    await ok(
      await from.put(`/mentoring/notes?talent=${people[0]!.id}`, { text }, { 'if-match': '"0"' }),
    )
    const moves = [{ talent: people[0]!.id, to: two.id }]
    const done = await ok(
      await world.township.post('/mentorships/handovers', {
        from: from.id,
        to: one.id,
        moves,
        reason,
      }),
    )
    expect(done.left).toEqual([])
    for (const [person, mentor] of [
      [people[0]!, two],
      [people[1]!, one],
      [people[2]!, one],
    ] as const) {
      expect(await goesOn(mentor, person)).toBe(true)
      expect(await goesOn(from, person)).toBe(false)
    }
    expect(await ok(await notes(two, people[0]!))).toMatchObject({ text: '', revision: 0 })
    expect((await notes(from, people[0]!)).status).toBe(404)
  })

  test('all of it or nothing: one too many for a limit moves nobody', async () => {
    const [from, to] = [await newMentor('祝长青'), await newMentor('单红梅')]
    const people = [newPerson(), newPerson()]
    await lookAfter(county, from.id, people)
    await ok(await profiled(to, { menteesMax: 1 }))
    const answer = await county.post('/mentorships/handovers', { from: from.id, to: to.id, reason })
    expect(await problemIn(answer)).toMatchObject({ status: 409 })
    for (const person of people) expect(await goesOn(from, person)).toBe(true)
  })

  test('a township hands over its own people alone; whoever is not named stays', async () => {
    const [from, to] = [await newMentor('祝长青'), await newMentor('单红梅')]
    const [own, stays, foreign] = [newPerson(), newPerson(), world.strangers[3]!]
    await lookAfter(county, from.id, [own, stays, foreign])
    const moves = [{ talent: own.id, to: to.id }]
    const done = await ok(
      await world.township.post('/mentorships/handovers', { from: from.id, moves, reason }),
    )
    expect(done).toMatchObject({ moved: [{ talent: own }], left: [stays] })
    expect(await goesOn(from, foreign)).toBe(true)
    const strange = [{ talent: foreign.id, to: to.id }]
    const refused = await world.township.post('/mentorships/handovers', {
      ...{ from: from.id, moves: strange, reason },
    })
    expect(await problemIn(refused)).toMatchObject({ status: 422, pointers: ['#/moves/0/talent'] })
  })

  test.each([
    { to: 'self', status: 422, why: 'to the same mentor' },
    { to: 'nobody', status: 404, why: 'to nobody' },
  ])('nobody goes $why', async ({ to, status }) => {
    const from = await newMentor('祝长青')
    await lookAfter(county, from.id, [newPerson()])
    const target = to === 'self' ? from.id : to
    const answer = await county.post('/mentorships/handovers', {
      from: from.id,
      to: target,
      reason,
    })
    expect(answer.status).toBe(status)
  })

  test('an account that is closed looks after nobody, and its private notes are gone', async () => {
    const from = await newMentor('祝长青')
    const [person, proposed] = [newPerson(), newPerson()]
    await lookAfter(county, from.id, [person])
    await ok(
      await from.put(
        `/mentoring/notes?talent=${person.id}`,
        { text: '备忘' },
        { 'if-match': '"0"' },
      ),
    )
    const body = { mentor: from.id, talent: proposed.id }
    const { id } = await ok(await county.post('/mentorship-proposals', body))
    const admin = await world.as('demo-admin')
    await ok(await admin.post(`/accounts/${from.id}/closure`))
    const { mentorships } = await ok(await county.get(`/mentorships?mentor=${from.id}`))
    expect(mentorships).toMatchObject([{ talent: person, endedOn: '2026-11-23' }])
    const { proposals } = await ok(await county.get(`/mentorship-proposals?talent=${proposed.id}`))
    expect(proposals).toMatchObject([{ id, state: 'withdrawn' }])
    const left = await world.db
      .selectFrom('mentorNotes')
      .select('id')
      .where('mentorId', '=', from.id)
      .execute()
    expect(left).toEqual([])
  })
})

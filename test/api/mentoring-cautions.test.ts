import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putFamilyLink } from '../../db/family-links.ts'
import {
  COUNTY,
  keep,
  lookAfter,
  type Mentoring,
  openMentoring,
  session,
  withNewMentee,
} from './mentored.ts'
import { ok } from './served.ts'

let shared: Mentoring
let world: Mentoring
beforeAll(async () => {
  shared = await openMentoring()
})
afterAll(() => shared.served.close())
beforeEach(async () => {
  world = await withNewMentee(shared)
})

const codesIn = (answer: { cautions: { code: string }[] }) =>
  answer.cautions.map(({ code }) => code)

/** Somebody of the pool who is the mentor. */
async function asPerson({ served, first, strangers }: Mentoring): Promise<{ id: string }> {
  const { profile } = await ok(await served.get(`/mentor-profiles/${first.id}`))
  const body = {
    ...{ township: null, village: null, posts: [], skills: [], menteesMax: 50 },
    talent: strangers[0]!.id,
  }
  const match = { 'if-match': `"${profile.revision}"` }
  await ok(await served.put(`/mentor-profiles/${first.id}`, body, match))
  return strangers[0]!
}

async function named(
  { db }: Mentoring,
  talentId: string,
  about: { name: string; relation?: string; linkedId?: string; refused?: string[] },
) {
  const { name, relation = '姑父', linkedId = null, refused = [] } = about
  await db
    .insertInto('relatives')
    .values({
      ...{ ...COUNTY, id: newId(), talentId, name, relation, linkedId },
      ...{ bornOn: null, politicalStatus: null, work: null, refusedIds: JSON.stringify(refused) },
    })
    .execute()
}

describe('a mentor who is kin of the mentee is cautioned, and the session is taken', () => {
  const cases: { given: (world: Mentoring) => Promise<unknown>; isKin: boolean; why: string }[] = [
    { given: async () => {}, isKin: false, why: 'nothing is known of kinship' },
    {
      given: async (world) => {
        const me = await asPerson(world)
        const link = { relation: 'uncle', isBarred: 1 } as const
        await putFamilyLink(world.db, COUNTY, [me.id, world.talent.id], link)
      },
      ...{ isKin: true, why: 'a barred link in the pool, the mentor being named in the profile' },
    },
    {
      given: async (world) => {
        const me = await asPerson(world)
        const link = { relation: 'distant', isBarred: 0 } as const
        await putFamilyLink(world.db, COUNTY, [me.id, world.talent.id], link)
      },
      ...{ isKin: false, why: 'distant kin are barred from nothing' },
    },
    {
      given: (world) => named(world, world.talent.id, { name: world.first.name }),
      ...{ isKin: true, why: 'the mentee named a relative of the mentor’s name' },
    },
    {
      given: (world) =>
        named(world, world.talent.id, { name: world.first.name, relation: '远房表叔' }),
      ...{ isKin: false, why: 'a distant relative of the mentor’s name' },
    },
    {
      given: (world) =>
        named(world, world.talent.id, {
          name: world.first.name,
          linkedId: world.neighbours[0]!.id,
        }),
      ...{ isKin: false, why: 'the relative is known to be somebody else' },
    },
    {
      given: async (world) => {
        const me = await asPerson(world)
        await named(world, world.talent.id, { name: world.first.name, refused: [me.id] })
      },
      ...{ isKin: false, why: 'somebody said that they only share the name' },
    },
    {
      given: async (world) => {
        const me = await asPerson(world)
        await named(world, me.id, { name: world.talent.name })
      },
      ...{ isKin: true, why: 'the mentor, as a person of the pool, named the mentee' },
    },
  ]
  test.each(cases)('$isKin: $why', async ({ given, isKin }) => {
    await given(world)
    const answer = await keep(world.first, session(world.talent))
    expect(answer.status).toBe(201)
    expect(codesIn(await answer.json())).toEqual(isKin ? ['kin'] : [])
    const { sessions } = await ok(await world.served.get(`/talents/${world.talent.id}/sessions`))
    expect(sessions.map(codesIn)).toEqual([isKin ? ['kin'] : []])
  })
})

describe('two mentors who record the same meeting', () => {
  test('are both told; the day counts once, and what is taken back no more', async () => {
    const { first, second, talent, served } = world
    await lookAfter(served, second.id, [talent])
    const mine = session(talent)
    expect(codesIn(await ok(await keep(first, mine)))).toEqual([])
    expect(codesIn(await ok(await keep(second, session(talent))))).toEqual(['two-mentors'])
    const seenBy = async (client: Mentoring['first']) =>
      (await ok(await client.get(`/mentoring/sessions?talent=${talent.id}`))).sessions.map(codesIn)
    expect([await seenBy(first), await seenBy(second)]).toEqual([
      [['two-mentors']],
      [['two-mentors']],
    ])
    await ok(await first.post(`/mentoring/sessions/${mine.id}/taking-back`, { reason: '同一次' }))
    expect(await seenBy(second)).toEqual([[]])
  })

  test.each([{ about: { heldOn: '2026-11-19' }, why: 'on another day' }])(
    'are not, $why',
    async ({ about }) => {
      const { first, second, talent, served } = world
      await lookAfter(served, second.id, [talent])
      await ok(await keep(first, session(talent)))
      expect(codesIn(await ok(await keep(second, session(talent, about))))).toEqual([])
    },
  )
})

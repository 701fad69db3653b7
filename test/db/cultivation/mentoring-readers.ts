import { listAccountsAmong } from '../../../db/accounts.ts'
import type { Db } from '../../../db/connect.ts'
import * as mentees from '../../../db/mentees.ts'
import { listNotesOf, pageOfNotes } from '../../../db/mentor-notes.ts'
import * as profiles from '../../../db/mentor-profiles.ts'
import * as sessions from '../../../db/mentoring-sessions.ts'
import { findProposal, listProposals } from '../../../db/mentorship-proposals.ts'
import { countMentees, findMentorship } from '../../../db/mentorships.ts'
import { listRelativesAmong } from '../../../db/relatives.ts'
import type { Scope } from '../../../db/scope.ts'
import { HELD_ON, photographed } from '../county-cultivation.ts'
import type { Seen } from '../oracle.ts'
import type { COUNTY, Probes, Reader } from '../readers.ts'

/** Each township of the tests has one; those of random counties are called m1 and m2 as well. */
const mentorsIn = ({ places }: Probes) => [...places.map((code) => `${code}-mentor`), 'm1', 'm2']
const sessionIds = (people: readonly string[]) => people.map((id) => `${id}-session`)

/** Every query that reads mentors’ people, meetings, notes and proposed pairs. */
export const MENTORING: Reader[] = [
  {
    name: 'findMentoringSession',
    read: each((db, scope, id) => sessions.findMentoringSession(db, scope, `${id}-session`)),
    expected: everybody,
  },
  {
    name: 'pageOfSessions',
    read: async (db, scope) => whose(await sessions.pageOfSessions(db, scope, { limit: 999 })),
    expected: everybody,
  },
  {
    name: 'countSessions',
    read: async (db, scope) => counted(await sessions.countSessions(db, scope, {})),
    expected: ({ people }) => counted(people.size),
  },
  {
    name: 'listSessionsOn',
    read: each((db, scope, talentId) =>
      sessions.listSessionsOn(db, scope, { heldOn: HELD_ON, mentorId: '', talentId }),
    ),
    expected: everybody,
  },
  {
    name: 'listMeetingDays',
    read: async (db, scope, { people: talentIds }) =>
      whose(await sessions.listMeetingDays(db, scope, { talentIds, days: [HELD_ON] })),
    expected: everybody,
  },
  {
    name: 'listItemsOfSessions',
    read: async (db, scope, { people }) =>
      (await sessions.listItemsOfSessions(db, scope, sessionIds(people))).map(({ sessionId }) =>
        personOf(sessionId!),
      ),
    expected: everybody,
  },
  {
    name: 'listAdditionsOf',
    read: async (db, scope, { people }) =>
      (await sessions.listAdditionsOf(db, scope, 'session', sessionIds(people))).map(entry),
    expected: everybody,
  },
  {
    name: 'listFilesOfSessions',
    read: async (db, scope, { people }) =>
      (await sessions.listFilesOfSessions(db, scope, sessionIds(people))).map(entry),
    expected: photographed,
  },
  {
    name: 'listNotesOf',
    read: eachPair(async (db, scope, pair) => (await listNotesOf(db, scope, pair)).length > 0),
    expected: everybody,
  },
  {
    name: 'findMentorship',
    read: eachPair(
      async (db, scope, pair) => (await findMentorship(db, scope, pair)) !== undefined,
    ),
    expected: ({ rows, people }) =>
      whose(rows.mentorships.filter(({ talentId }) => people.has(talentId))),
  },
  {
    name: 'countMentees',
    read: async (db, scope) =>
      [...(await countMentees(db, scope))].map(([mentor, count]) => `${mentor}: ${count}`),
    expected: (seen) => {
      const groups = Map.groupBy(goingOn(seen), ({ mentorId }) => mentorId)
      return [...groups].map(([mentor, { length }]) => `${mentor}: ${length}`)
    },
  },
  {
    name: 'findProposal',
    read: each((db, scope, id) => findProposal(db, scope, `${id}-proposal`)),
    expected: everybody,
  },
  {
    name: 'listProposals',
    read: async (db, scope) => whose(await listProposals(db, scope)),
    expected: everybody,
  },
  {
    name: 'listMenteesOf',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const mentor of mentorsIn(probes))
        found.push(...ids(await mentees.listMenteesOf(db, scope, mentor)))
      return found
    },
    expected: (seen) => whose(goingOn(seen)).filter((id) => isLiving(seen, id)),
  },
  {
    name: 'listLastMeetings',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const mentorId of mentorsIn(probes))
        found.push(
          ...whose(await mentees.listLastMeetings(db, scope, { mentorId, since: HELD_ON })),
        )
      return found
    },
    expected: everybody,
  },
  {
    name: 'listUnfinishedItems',
    read: async (db, scope, { people }) =>
      whose(await mentees.listUnfinishedItems(db, scope, people)),
    expected: everybody,
  },
  {
    name: 'listRunningTrials',
    read: async (db, scope, { people }) =>
      whose(await mentees.listRunningTrials(db, scope, { ids: people, today: '2026-11-23' })),
    expected: everybody,
  },
  {
    name: 'listWithVillages',
    read: async (db, scope, { people }) => ids(await mentees.listWithVillages(db, scope, people)),
    expected: (seen) => everybody(seen).filter((id) => isLiving(seen, id)),
  },
  {
    name: 'findActivePosts',
    read: async (db, scope, { people }) => {
      const found: string[] = []
      for (const id of people)
        if ((await mentees.findActivePosts(db, scope, id)).length > 0) found.push(id)
      return found
    },
    expected: everybody,
  },
  {
    name: 'listRelativesAmong',
    read: async (db, scope, { people }) => whose(await listRelativesAmong(db, scope, people)),
    expected: ({ rows, people }) => whose(rows.relatives.filter((it) => people.has(it.talentId))),
  },
]

/** Mentors are accounts, and those are the county’s; so is what a change of keys goes through. */
export const MENTORS: typeof COUNTY = [
  {
    name: 'findMentorProfile',
    read: async (db, scope) => {
      const found = []
      for (const county of ['990001', '990002'])
        found.push(
          ...[(await profiles.findMentorProfile(db, scope, `${county}101-mentor`)) ?? []].flat(),
        )
      return found
    },
    each: 1,
  },
  {
    name: 'listMentorProfiles',
    read: (db, scope) => profiles.listMentorProfiles(db, scope),
    each: 2,
  },
  { name: 'listMentors', read: (db, scope) => profiles.listMentors(db, scope), each: 2 },
  {
    name: 'listAccountsAmong',
    read: async (db, scope) => [
      ...(await listAccountsAmong(db, scope, ['990001-county', '990002-county'])).values(),
    ],
    each: 1,
  },
  { name: 'pageOfNotes', read: (db, scope) => pageOfNotes(db, scope, '', 500), each: 8 },
]

function everybody({ people }: Seen): string[] {
  return [...people]
}

function goingOn({ rows, people }: Seen) {
  return rows.mentorships.filter(
    ({ talentId, endedOn }) => people.has(talentId) && endedOn === null,
  )
}

type Pair = { mentorId: string; talentId: string }

/** The person of every pair that the query finds something of. */
function eachPair(finds: (db: Db, scope: Scope, pair: Pair) => Promise<boolean>): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const talentId of probes.people)
      for (const mentorId of mentorsIn(probes))
        if (await finds(db, scope, { mentorId, talentId })) found.push(talentId)
    return found
  }
}

function isLiving({ rows }: Seen, id: string): boolean {
  return rows.talents.some((it) => it.id === id && it.erasedAt === null)
}

function whose(list: readonly { talentId: string }[]): string[] {
  return list.map(({ talentId }) => talentId)
}

function ids(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id)
}

function entry({ entryId }: { entryId: string }): string {
  return personOf(entryId)
}

function personOf(id: string): string {
  return id.replace(/-session$/, '')
}

/** Nothing is nothing, so that a scope which sees nobody reads an empty list. */
function counted(count: number): string[] {
  return count === 0 ? [] : [`sessions: ${count}`]
}

type Found = { talentId: string }

/** A query about one person, asked about each. */
function each(
  find: (db: Db, scope: Scope, id: string) => Promise<Found | Found[] | undefined>,
): Reader['read'] {
  return async (db, scope, { people }) => {
    const found: string[] = []
    for (const id of people) found.push(...whose([(await find(db, scope, id)) ?? []].flat()))
    return found
  }
}

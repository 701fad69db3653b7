import { v7 as newId } from 'uuid'
import { daysAfter } from '../../../api/days.ts'
import type { Db } from '../../../db/connect.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { createRandom, type Random } from '../../../db/seed/random.ts'
import type { Made } from './people.ts'

const SEED = 20_261_126
const AT = '2026-11-25T08:00:00.000Z'
const WAYS = ['talk', 'on-site', 'phone', 'shadowing', 'urgent']
const TOPICS = ['village-affairs', 'party-building', 'industry', 'mediation', 'policy', 'thought']
const KINDS = ['village-affairs', 'shadowing', 'urgent-task', 'training', 'posting', 'task']
const GRADES = ['excellent', 'good', 'fair', 'poor']
const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3']

type Row = Record<string, string | number | null>
type Given = { db: Db; countyCode: string; made: Made; today: string }

/** What a county of that size has written down in some fourteen months. */
export async function makeEntries(given: Given, sessions: number): Promise<Record<string, number>> {
  const random = createRandom(SEED, 'entries of the bench')
  const tables: [string, Row[]][] = [
    ['mentoringSessions', meetings(given, random, sessions)],
    ['cultivationPlans', plans(given)],
    ['cultivationItems', items(given, random)],
    ...courses(given, random),
    ['trialPosts', trials(given, random)],
    ['appraisals', appraisals(given, random)],
    ['attendances', attendances(given, random)],
  ]
  await given.db.transaction().execute(async (transaction) => {
    for (const [table, rows] of tables) await insertMany(transaction, table, rows)
  })
  return Object.fromEntries(tables.map(([table, rows]) => [table, rows.length]))
}

/** Each pair meets about once a month and a half, never twice on a day. */
function meetings({ countyCode, made: { pairs }, today }: Given, random: Random, count: number) {
  const each = Math.ceil(count / pairs.length)
  return pairs.flatMap(({ mentor, talent }): Row[] =>
    Array.from({ length: each }, (_, at) => ({
      ...{ countyCode, id: newId(), mentorId: mentor, talentId: talent },
      heldOn: daysAfter(today, -at * 42 - random.integer(0, 41)),
      ...{
        minutes: random.integer(2, 12) * 10,
        way: random.pick(WAYS),
        topic: random.pick(TOPICS),
      },
      agreed: '走访五户老党员，问清排水沟出工意愿，整理后一起看；村民会议上由本人说明。',
      progress: random.pick(['clear', 'some', 'none', null]),
      ...{ seen: '["coordination","service"]', nextOn: null, keptAt: AT, createdAt: AT },
      ...{ isAnother: 0, takenBackAt: null, takenBackBy: null, takenBackReason: null },
    })),
  )
}

const planOf = (talent: string) => `plan-${talent}`

function plans({ countyCode, made: { people } }: Given): Row[] {
  return people.map((talentId) => ({
    ...{ countyCode, id: planOf(talentId), talentId, templateId: null, villageCode: null },
    ...{ posts: '["committee-member"]', startsOn: '2026-01-05', endsOn: '2026-12-31' },
    ...{ state: 'active', closedReason: null, closedAt: null, createdAt: AT, createdBy: 'bench' },
    revision: 1,
  }))
}

/** Five a plan: three done, the others open, late or waiting for the office. */
function items({ countyCode, made: { people }, today }: Given, random: Random): Row[] {
  return people.flatMap((talentId) =>
    Array.from({ length: 5 }, (_, at) => {
      const state = at < 3 ? 'done' : random.chance(0.1) ? 'reported' : 'open'
      const dueOn = daysAfter(today, at < 3 ? -30 - at * 60 : random.integer(-15, 60))
      const doneOn = state === 'open' ? null : daysAfter(dueOn, -random.integer(0, 10))
      return {
        ...{ countyCode, id: newId(), talentId, planId: planOf(talentId), sessionId: null },
        ...{ kind: random.pick(KINDS), aim: '参加村民会议筹备并说明排水沟工程', dueOn },
        ...{ evidence: '会议记录', criteria: '["service","coordination"]', rules: '[]', state },
        ...{ result: state === 'open' ? '' : '已完成', doneOn, reason: null },
        grade: state === 'done' ? random.pick(GRADES) : null,
        ...{ reportedAt: doneOn && AT, reportedBy: doneOn && 'bench' },
        ...{ confirmedAt: state === 'done' ? AT : null, confirmedBy: null },
        ...{ createdAt: AT, createdBy: 'bench', revision: 1 },
      }
    }),
  )
}

/** A course of a hundred people in two parts; everybody is in two or three. */
function courses(
  { countyCode, made: { people }, today }: Given,
  random: Random,
): [string, Row[]][] {
  const count = Math.ceil((people.length * 2.5) / 100)
  const made = Array.from({ length: count }, (_, at) => ({ id: newId(), at }))
  const sessions = made.flatMap(({ id: courseId, at }) =>
    [0, 1].map((part): Row & { id: string; courseId: string } => ({
      ...{ countyCode, id: newId(), courseId, heldOn: daysAfter(today, part - ((at * 7) % 420)) },
      ...{ fromMinute: 540, hours: 6, topic: '村务与议事', place: '区委党校' },
      ...{ codeDigest: null, codeUntil: null },
    })),
  )
  const inCourse = (at: number) =>
    Array.from({ length: 100 }, (_, seat) => people[(at * 100 + seat) % people.length]!)
  const attendances = sessions.flatMap(({ id, courseId }) => {
    const { at } = made.find((course) => course.id === courseId)!
    return inCourse(at).map(
      (talentId): Row => ({
        ...{ countyCode, courseSessionId: id, talentId, via: 'list', at: AT, accountId: 'bench' },
        status: random.weighted({ present: 92, absent: 4, excused: 4 }),
      }),
    )
  })
  return [
    [
      'courses',
      made.map(({ id, at }) => ({
        ...{ countyCode, id, name: `村级后备力量培训班（${at + 1}）`, level: 'county' },
        ...{ townshipCode: null, trainerId: null, organiser: '区委组织部', place: '区委党校' },
        ...{ startsOn: daysAfter(today, -((at * 7) % 420)), criteria: '["development"]' },
        ...{ endsOn: daysAfter(today, 1 - ((at * 7) % 420)), state: 'finished', finishedAt: AT },
        ...{ cancelledReason: null, createdAt: AT, createdBy: 'bench', revision: 1 },
      })),
    ],
    ['courseSessions', sessions],
    [
      'courseParticipants',
      made.flatMap(({ id: courseId, at }) =>
        inCourse(at).map((talentId) => ({
          ...{ countyCode, courseId, talentId, result: 'passed', certificate: null },
          ...{ addedAt: AT, addedBy: 'bench' },
        })),
      ),
    ],
    ['courseAttendances', attendances],
  ]
}

function trials({ countyCode, made: { people }, today }: Given, random: Random): Row[] {
  return people
    .filter((_, at) => at % 20 === 0)
    .map((talentId) => ({
      ...{ countyCode, id: newId(), talentId, villageCode: '370406104218', kind: 'trial-post' },
      ...{ duties: '协助村党组织书记', startsOn: daysAfter(today, -60), revision: 1 },
      ...{ endsOn: daysAfter(today, random.integer(1, 120)), state: 'running', endedOn: null },
      ...{ grade: null, conclusion: '', signedBy: null, signedName: null, signedPosition: null },
      ...{ signedAt: null, statusBefore: null, superseded: '[]', countedAt: null, createdAt: AT },
      createdBy: 'bench',
    }))
}

const OF_QUARTER = '{"attitude":"good","tasks":"good","growth":"some"}'
const OF_YEAR = '{"daily":"good","results":"good","reputation":"fair"}'

/** Three quarters that were checked with the mentors' opinions, and a year. */
function appraisals({ countyCode, made: { pairs } }: Given, random: Random): Row[] {
  const signed = { accountName: '孟庆华', position: null, signedAt: AT, supersededAt: null }
  return pairs.flatMap(({ mentor, talent: talentId }): Row[] => {
    const of = (kind: string, period: string, accountId: string) => ({
      ...{ countyCode, id: newId(), talentId, kind, period, grade: random.pick(GRADES) },
      ...{ grades: kind === 'year' ? OF_YEAR : OF_QUARTER, remarks: '', accountId },
      ...signed,
    })
    return [
      ...QUARTERS.flatMap((period) => [
        ...(random.chance(0.9) ? [of('mentor', period, mentor)] : []),
        ...(random.chance(0.95) ? [of('quarter', period, 'bench')] : []),
      ]),
      of('year', '2025', 'bench'),
    ]
  })
}

function attendances({ countyCode, made: { people } }: Given, random: Random): Row[] {
  return people.flatMap((talentId) =>
    Array.from({ length: 10 }, (_, month) => ({
      ...{ countyCode, talentId, month: `2026-${String(month + 1).padStart(2, '0')}` },
      ...{ villageCode: '370406104218', daysDue: 22, daysPresent: random.integer(16, 22) },
      ...{ meetingsDue: 2, meetingsPresent: random.integer(1, 2), remarks: '', updatedAt: AT },
      ...{ updatedBy: 'bench', revision: 1 },
    })),
  )
}

import type { Context } from 'hono'
import { Hono } from 'hono'
import type { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import { listAppraisalsOf } from '../db/appraisals.ts'
import { listAttendances } from '../db/attendances.ts'
import { countSessions, pageOfSessions } from '../db/mentoring-sessions.ts'
import { listMentorships } from '../db/mentorships.ts'
import { listMovementsOf } from '../db/movements.ts'
import { quarterBefore, quarterOf } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { dueOfQuarter, dueOfYear } from './checks/period.ts'
import { signedOf } from './checks/rows.ts'
import type { Env } from './context.ts'
import { cultivationOf } from './cultivation-plans/person.ts'
import { dayInChina } from './days.ts'
import { describe } from './describe.ts'
import { criteriaGrowth, spanOf } from './growth.ts'
import { sessionsShown } from './mentoring/shown.ts'
import { ownCourses } from './own-cultivation/courses.ts'
import { ownTrials } from './own-cultivation/trials.ts'
import { peopleById, placeNames, policyInForce } from './people-by-id.ts'
import { cardOf } from './points/card.ts'
import { WAYS_IN, WAYS_OUT } from './shapes/movements.ts'
import { OwnCultivation } from './shapes/own-cultivation.ts'
import { talentOf } from './talents.ts'

type Answer = z.infer<typeof OwnCultivation>
/** Meetings that the page shows; the number of all of them stands beside. */
const MEETINGS = 100
/** Quarters of growth and of points. */
const QUARTERS = 4

/** What a person reads of their own cultivation: everything but the private notes of their mentors. */
export const ownCultivation = new Hono<Env>().get(
  '/cultivation',
  describe('The own cultivation, without ranks', { schema: OwnCultivation }, 404),
  may('record.cultivation'),
  async (c) => {
    const { id } = await talentOf(c, c.var.scope.talentId ?? '')
    const answer = await ownOf(c, id)
    await record(c, { action: 'record.cultivation-read', subjects: [id] })
    return c.json(answer)
  },
)

async function ownOf(c: Context<Env>, id: string): Promise<Answer> {
  const { db, scope } = c.var
  const today = c.var.today()
  const policy = await policyInForce(c)
  const { plan, items, earlier } = await cultivationOf(c, id)
  const sessions = await pageOfSessions(db, scope, { talentId: id, limit: MEETINGS })
  const span = spanOf(today, QUARTERS)
  const { talent } = (await peopleById(c, [id])).get(id)!
  return {
    ...{ today, plan, items, earlier },
    mentors: await mentorsOf(c, id),
    sessions: await sessionsShown(c, sessions, policy.cultivation.topics),
    sessionsInAll: await countSessions(db, scope, { talentId: id }),
    ...(await ownCourses(c, id, policy.cultivation.trainingHours)),
    trials: await ownTrials(c, id),
    appraisals: await appraisalsOf(c, id),
    attendances: await attendancesOf(c, id),
    movements: await movementsOf(c, id),
    points: await pointsOf(c, id),
    growth: { ...span, criteria: await criteriaGrowth(c, talent, policy, span) },
  }
}

async function mentorsOf(c: Context<Env>, talentId: string): Promise<Answer['mentors']> {
  const { db, scope, countyCode } = c.var
  const links = await listMentorships(db, scope, { talentId })
  const accounts = new Map((await listAccounts(db, { countyCode })).map((one) => [one.id, one]))
  return links.map(({ mentorId, startedOn, endedOn }) => {
    const { name, position } = accounts.get(mentorId) ?? { name: '', position: null }
    return { name, position, startedOn, endedOn }
  })
}

async function appraisalsOf(c: Context<Env>, id: string): Promise<Answer['appraisals']> {
  const { checkDays, yearDays } = (await policyInForce(c)).cultivation
  const rows = await listAppraisalsOf(c.var.db, c.var.scope, id)
  return rows.map((row) => {
    const { kind, period, grades, grade } = row
    const dueOn = kind === 'year' ? dueOfYear(period, yearDays) : dueOfQuarter(period, checkDays)
    const isSuperseded = row.supersededAt !== null
    return { ...signedOf(row, dueOn), kind, period, grades, grade, isSuperseded }
  })
}

async function attendancesOf(c: Context<Env>, id: string): Promise<Answer['attendances']> {
  const all = { talentIds: [id], from: '0000-01', to: '9999-12' }
  const rows = await listAttendances(c.var.db, c.var.scope, all)
  const counted = (due: number | null, present: number | null) =>
    due === null || present === null ? null : { due, present }
  return rows.toReversed().map((row) => ({
    ...{ month: row.month, remarks: row.remarks },
    days: counted(row.daysDue, row.daysPresent),
    meetings: counted(row.meetingsDue, row.meetingsPresent),
  }))
}

async function movementsOf(c: Context<Env>, id: string): Promise<Answer['movements']> {
  const names = await placeNames(c)
  const rows = await listMovementsOf(c.var.db, c.var.scope, id)
  return rows.map((row) => ({
    ...{ id: row.id, direction: row.direction, reason: row.reason, on: row.decidedOn },
    way: WAYS.find((way) => way === row.way) ?? WAYS[0]!,
    village: row.villageCode && {
      ...{ code: row.villageCode, name: names.get(row.villageCode) ?? row.villageCode },
    },
    ...{ by: row.accountName, position: row.position },
    takenBackOn: row.takenBackAt && dayInChina(row.takenBackAt),
  })) as Answer['movements']
}

const WAYS = [...WAYS_IN, ...WAYS_OUT]

/** This quarter and those before. */
async function pointsOf(c: Context<Env>, id: string): Promise<Answer['points']> {
  const cards: Answer['points'] = []
  let asked = quarterOf(c.var.today())
  for (let back = 0; back < QUARTERS; back++) {
    const { quarter, points, lines } = await cardOf(c, id, asked)
    cards.push({ quarter, points, lines })
    asked = quarterBefore(asked)
  }
  return cards
}

import type { Context } from 'hono'
import type { z } from 'zod'
import {
  listLastMeetings,
  listMenteesOf,
  listOpinionsBy,
  listRunningTrials,
  listUnfinishedItems,
} from '../../db/mentees.ts'
import { findMentorProfile } from '../../db/mentor-profiles.ts'
import {
  type Cultivation,
  firstDayOf,
  monthsServed,
  quarterBefore,
  quarterOf,
  type Words,
} from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { lateDays } from '../nominees/shown.ts'
import { policyInForce } from '../people-by-id.ts'
import type { MentoringHome } from '../shapes/mentoring.ts'
import { choicesOf } from './choices.ts'
import { type Due, duesOf, meetByOf, urgentFirst } from './dues.ts'
import { proposalsTo } from './proposed.ts'
import { trialWords } from './words.ts'

type Home = z.infer<typeof MentoringHome>
type Loaded = Awaited<ReturnType<typeof load>>

/** All that a mentor needs at a glance: a handful of statements, however many people the county has. */
export async function homeOf(c: Context<Env>): Promise<Home> {
  const { cultivation } = await policyInForce(c)
  const loaded = await load(c, cultivation)
  const mentees = loaded.people.map((person) => menteeOf(person, loaded))
  const { last, quarter, today, menteesMax } = loaded
  return {
    ...{ today, quarter, mentees: mentees.map(({ dues: _, ...mentee }) => mentee) },
    due: mentees
      .flatMap(({ talent, dues }) => dues.map((due) => ({ ...due, talent })))
      .toSorted(urgentFirst),
    counts: {
      ...{ mentees: mentees.length, menteesMax },
      quarterSessions: mentees.reduce((sum, { quarterSessions }) => sum + quarterSessions, 0),
    },
    meetEveryDays: cultivation.meetEveryDays,
    ...choicesOf(cultivation),
    last: last && {
      ...{ talent: last.talentId, way: last.way, minutes: last.minutes, topic: last.topic },
    },
    proposals: await proposalsTo(c),
  }
}

async function load(c: Context<Env>, cultivation: Cultivation) {
  const { db, scope, session } = c.var
  const mentorId = session.account.id
  const today = c.var.today()
  const quarter = quarterOf(today)
  const people = await listMenteesOf(db, scope, mentorId)
  const ids = people.map(({ id }) => id)
  const meetings = await listLastMeetings(db, scope, { mentorId, since: firstDayOf(quarter) })
  const quarters = [quarter, quarterBefore(quarter)]
  const profile = await findMentorProfile(db, { countyCode: c.var.countyCode }, mentorId)
  return {
    ...{ cultivation, today, quarter, people },
    meetings: new Map(meetings.map((meeting) => [meeting.talentId, meeting])),
    items: Map.groupBy(await listUnfinishedItems(db, scope, ids), ({ talentId }) => talentId),
    trials: Map.groupBy(await listRunningTrials(db, scope, { ids, today }), (it) => it.talentId),
    opinions: await listOpinionsBy(db, scope, { mentorId, quarters }),
    last: meetings.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).at(0) ?? null,
    menteesMax: profile?.menteesMax ?? cultivation.menteesMax,
  }
}

function menteeOf(
  person: Loaded['people'][number],
  loaded: Loaded,
): Home['mentees'][number] & { dues: Due[] } {
  const { today, cultivation } = loaded
  const { id, name, status, startedOn: since } = person
  const meeting = loaded.meetings.get(id)
  const items = loaded.items.get(id) ?? []
  const opinions = loaded.opinions.filter(({ talentId }) => talentId === id)
  const met = { lastOn: meeting?.heldOn ?? null, nextOn: meeting?.nextOn ?? null, since }
  const said = opinions.map(({ period }) => period)
  const dues = duesOf({ ...{ today, cultivation, met, items, said } })
  return {
    ...{ talent: { id, name }, status, since, dues },
    village: { code: person.villageCode, name: person.villageName },
    line: lineOf(loaded, id),
    lastOn: met.lastOn,
    meetBy: meetByOf(met, cultivation).on,
    due: dues[0] ?? null,
    items: items.map(({ id, aim, dueOn, state }) => ({
      ...{ id, aim, dueOn, state },
      lateDays: state === 'open' ? lateDays(dueOn, today) : 0,
    })),
    quarterSessions: meeting?.count ?? 0,
  }
}

/** The post on trial with the month that runs; else the next thing to do. */
function lineOf({ trials, items, today }: Loaded, id: string): Words | null {
  const trial = trials.get(id)?.at(-1)
  if (trial) {
    const month = monthsServed(trial.startsOn, daysAfter(today, -1)) + 1
    const { zh, en } = trialWords[trial.kind]
    return { zh: `${zh}第 ${month} 个月`, en: `${en}, month ${month}` }
  }
  const next = items.get(id)?.find(({ state }) => state === 'open')
  return next ? { zh: next.aim, en: next.aim } : null
}

import type { Context } from 'hono'
import type { z } from 'zod'
import { listRounds, type Round } from '../../db/rounds.ts'
import { namesOfTalents } from '../../db/talents.ts'
import * as toDo from '../../db/to-do.ts'
import * as others from '../../db/to-do-groups.ts'
import { mayRole } from '../access.ts'
import type { Env } from '../context.ts'
import { settingsOf } from '../county-settings.ts'
import { lateDays } from '../nominees/shown.ts'
import { placeNames } from '../people-by-id.ts'
import { GROUPS, type GroupKind, OWN_GROUPS, type ToDoAnswer } from '../shapes/to-do.ts'
import { cultivationOf } from './cultivation.ts'
import { groupsOf } from './groups.ts'
import { readinessOf } from './readiness.ts'
import { stageWords } from './stages.ts'

/** How many of each group are shown at once; the queue shows the rest. */
const FIRST = 5

type Answer = z.infer<typeof ToDoAnswer>
type Item = Answer['groups'][number]['items'][number]
/** What all groups have in common before people and places have names. */
type Found = Omit<Item, 'name' | 'place' | 'stage'> & {
  placeCode: string | null
  stageId: string | null
  /** What is to be done, where no stage says it. */
  about?: Item['stage']
}
type Group = { kind: GroupKind; count: number; late: number; found: Found[] }

/** What waits for the account, with the first of each kind. */
export async function toDoOf(c: Context<Env>): Promise<Answer> {
  const groups = await foundFor(c, FIRST)
  const { settings } = await settingsOf(c.var.db, c.var.countyCode)
  return {
    groups: await named(c, groups),
    total: totalOf(groups).total,
    hasCalendarFile: settings.hasCalendarFile,
  }
}

/** The figures alone. */
export async function toDoCounts(
  c: Context<Env>,
): Promise<{ total: number; late: number; applications: number }> {
  const groups = await foundFor(c, 0)
  const applications = groups.find(({ kind }) => kind === 'applications')?.count ?? 0
  return { ...totalOf(groups), applications }
}

function totalOf(groups: Group[]): { total: number; late: number } {
  const own = groups.filter(({ kind }) => OWN_GROUPS.includes(kind))
  const sum = (of: (group: Group) => number) => own.reduce((total, one) => total + of(one), 0)
  return { total: sum(({ count }) => count), late: sum(({ late }) => late) }
}

async function foundFor(c: Context<Env>, first: number): Promise<Group[]> {
  const { db, countyCode, today, session } = c.var
  const rounds = await listRounds(db, { countyCode })
  const asked = groupsOf({ account: session.account, rounds, today: today() })
  const kinds = [casesOf, applicationsOf, talksOf, draftsOf]
  const groups = [
    ...(await Promise.all(
      Object.entries(asked).map(([kind, any]) => waitingOf(c, kind as GroupKind, { any, first })),
    )),
    ...(await Promise.all(kinds.map((find) => find(c, first)))).flat(),
    ...[...(await cultivationOf(c, first)), ...(await readinessOf(c, first))].map(
      ({ items, ...group }) => ({
        ...group,
        found: items.map((item) => ({ ...BLANK, round: null, ...item })),
      }),
    ),
  ]
  return groups.sort((a, b) => GROUPS.indexOf(a.kind) - GROUPS.indexOf(b.kind))
}

type Asked = { any: toDo.Waiting[]; first: number }

async function waitingOf(c: Context<Env>, kind: GroupKind, asked: Asked): Promise<Group> {
  const { db, scope } = c.var
  const sought = { ...asked, today: c.var.today() }
  const counted = await toDo.countWaiting(db, scope, sought)
  const rows = counted.count === 0 ? [] : await toDo.listWaiting(db, scope, sought)
  return { kind, ...counted, found: rows.map((row) => foundIn(row, c.var.today())) }
}

function foundIn(
  row: Omit<toDo.WaitingRow, 'validUntil'> & { validUntil?: string | null },
  today: string,
): Found {
  const { id: nominee, talentId: talent, roundId: round, stage, waitsFor, dueOn, stageSince } = row
  return {
    ...{ nominee, talent, id: null, round, waitsFor, dueOn, since: stageSince },
    ...{ stageId: stage, placeCode: row.villageCode ?? row.townshipCode },
    ...{ lateDays: lateDays(dueOn, today), validUntil: row.validUntil ?? null },
  }
}

async function casesOf(c: Context<Env>, first: number): Promise<Group[]> {
  const { db, scope, session } = c.var
  if (session.account.role !== 'reviewer') return []
  const today = c.var.today()
  const counted = await others.countOpenCases(db, scope, today)
  const rows = await others.listOpenCases(db, scope, first)
  const found = rows.map(({ openedAt, ...row }) => foundIn({ ...row, stageSince: openedAt }, today))
  return [{ kind: 'cases', ...counted, found }]
}

async function applicationsOf(c: Context<Env>, first: number): Promise<Group[]> {
  const { db, scope, session } = c.var
  if (!mayRole(session.account.role, 'applications.read')) return []
  const counted = await others.countWaitingApplications(db, scope)
  const rows = await others.listWaitingApplications(db, scope, first)
  const found = rows.map(({ id, roundId, villageCode, createdAt }) => ({
    ...BLANK,
    ...{ id, round: roundId, placeCode: villageCode, since: createdAt },
  }))
  return [{ kind: 'applications', ...counted, found }]
}

/** A talk is the township's or the county's. */
async function talksOf(c: Context<Env>, first: number): Promise<Group[]> {
  const { db, scope, session } = c.var
  if (!['county', 'township'].includes(session.account.role)) return []
  const counted = await others.countTalksDue(db, scope)
  const rows = await others.listTalksDue(db, scope, first)
  return [{ kind: 'talks', ...counted, found: rows.map((row) => foundIn(row, c.var.today())) }]
}

async function draftsOf(c: Context<Env>, first: number): Promise<Group[]> {
  const { db, scope, session } = c.var
  if (!mayRole(session.account.role, 'nominate')) return []
  const count = await others.countDraftsBy(db, scope, session.account.id)
  const drafts = await others.listDraftsBy(db, scope, session.account.id, first)
  const found = drafts.map(({ id, roundId, talentId, updatedAt }) => ({
    ...BLANK,
    ...{ id, round: roundId, talent: talentId, since: updatedAt },
  }))
  return [{ kind: 'drafts', count, late: 0, found }]
}

const BLANK = {
  ...{ nominee: null, talent: null, waitsFor: null, dueOn: null, lateDays: 0, validUntil: null },
  ...{ placeCode: null, stageId: null },
}

async function named(c: Context<Env>, groups: Group[]): Promise<Answer['groups']> {
  const { db, countyCode } = c.var
  const ids = groups.flatMap(({ found }) => found.flatMap(({ talent }) => talent ?? []))
  // Whoever is proposed here may be at home in another township.
  const people = await namesOfTalents(db, { countyCode }, [...new Set(ids)])
  const places = await placeNames(c)
  const rounds = new Map((await listRounds(db, { countyCode })).map((round) => [round.id, round]))
  return groups.map(({ kind, count, late, found }) => ({
    ...{ kind, count, late },
    items: found.map((one) => shown(one, { people, places, rounds })),
  }))
}

type Known = {
  people: Map<string, string>
  places: Map<string, string>
  rounds: Map<string, Round>
}

function shown({ placeCode, stageId, about = null, ...one }: Found, known: Known): Item {
  const { people, places, rounds } = known
  return {
    ...one,
    name: one.talent === null ? null : (people.get(one.talent) ?? null),
    place:
      placeCode === null ? null : { code: placeCode, name: places.get(placeCode) ?? placeCode },
    stage: stageId === null ? about : stageWords(rounds.get(one.round ?? ''), stageId),
  }
}

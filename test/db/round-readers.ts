import * as applications from '../../db/applications.ts'
import { findAttachment, listAttachmentsOf } from '../../db/attachments.ts'
import type { Db } from '../../db/connect.ts'
import { listOpenInspectionsBy } from '../../db/handovers.ts'
import { listTold } from '../../db/messages.ts'
import { findNomination, listNominationsOf } from '../../db/nominations.ts'
import * as lists from '../../db/nominee-lists.ts'
import * as nominees from '../../db/nominees.ts'
import { listSignatures, listUnanswered } from '../../db/reminders.ts'
import { listReviewActs, listReviewActsOf } from '../../db/review-acts.ts'
import * as cases from '../../db/review-cases.ts'
import * as board from '../../db/round-board.ts'
import type { NomineeTable } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import * as seats from '../../db/seat-nominees.ts'
import * as toDo from '../../db/to-do.ts'
import * as groups from '../../db/to-do-groups.ts'
import { nomineeId, roundId, SIGNER, SOON, STAGE, TODAY } from './county-rounds.ts'
import type { Seen } from './oracle.ts'
import type { Probes, Reader } from './readers.ts'

type Row = Seen['rows']['nominees'][number]

/** Every query that reads people in rounds. */
export const NOMINEES: Reader[] = [
  { name: 'findNominee', read: each(nominees.findNominee, idOf), expected: proposed },
  {
    name: 'findNomineeIn',
    read: eachPerson(
      (db, scope, talentId) =>
        nominees.findNomineeIn(db, scope, { roundId: roundId(scope.countyCode), talentId }),
      idOf,
    ),
    expected: proposed,
  },
  { name: 'listNomineesOf', read: eachPerson(nominees.listNomineesOf, idOf), expected: proposed },
  {
    name: 'listNomineesAt',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const villageCode of probes.places)
        found.push(
          ...idsOf(
            await seats.listNomineesAt(db, scope, {
              roundId: roundId(scope.countyCode),
              villageCode,
            }),
          ),
        )
      return found
    },
    expected: (seen) => idsOf(rows(seen).filter(({ villageCode }) => villageCode !== null)),
  },
  {
    name: 'listNomineesIn',
    read: async (db, scope) =>
      idsOf([...(await seats.listNomineesIn(db, scope, roundId(scope.countyCode))).values()]),
    expected: proposed,
  },
  {
    name: 'listNominationsBy',
    read: async (db, scope) =>
      (
        await seats.listNominationsBy(db, scope, {
          ...{ accountId: `${scope.countyCode}-county`, most: 99 },
        })
      ).map((it) => it.nomineeId),
    expected: proposed,
  },
  {
    name: 'listNomineesAmong',
    read: async (db, scope, probes) =>
      idsOf(await toDo.listNomineesAmong(db, scope, among(probes))),
    expected: proposed,
  },
  ...lists.NOMINEE_TABS.map(
    (tab): Reader => ({
      name: `pageOfNominees of the tab ${tab}`,
      read: async (db, scope) =>
        idsOf(
          await lists.pageOfNominees(db, scope, filterOf(scope), { tab, offset: 0, limit: 99 }),
        ),
      expected: (seen) => idsOf(rows(seen).filter((it) => isOpen(it) === (tab !== 'ended'))),
    }),
  ),
  {
    name: 'countNominees',
    read: async (db, scope) => {
      const counts = await lists.countNominees(db, scope, filterOf(scope))
      return lists.NOMINEE_TABS.flatMap((tab) => counted(tab, counts[tab]))
    },
    expected: (seen) =>
      lists.NOMINEE_TABS.flatMap((tab) =>
        counted(tab, rows(seen).filter((it) => isOpen(it) === (tab !== 'ended')).length),
      ),
  },
  {
    name: 'countNomineesOfRounds',
    read: async (db, scope) =>
      [...(await lists.countNomineesOfRounds(db, scope))].map(
        ([id, { all, open }]) => `${id}: ${all} ${open}`,
      ),
    expected: (seen) => {
      const open = rows(seen).filter(isOpen).length
      const all = rows(seen).length
      return all === 0 ? [] : [`${roundId(seen.scope.countyCode)}: ${all} ${open}`]
    },
  },
  {
    name: 'listBoardCells',
    read: async (db, scope) =>
      (await board.listBoardCells(db, scope, asked(scope))).map(
        ({ townshipCode, state, count, late }) => `${townshipCode} ${state}: ${count} ${late}`,
      ),
    expected: (seen) => {
      const cells = Map.groupBy(rows(seen), (it) => `${it.townshipCode} ${it.state}`)
      return [...cells].map(
        ([cell, of]) => `${cell}: ${of.length} ${of.filter(({ dueOn }) => dueOn !== null).length}`,
      )
    },
  },
  {
    name: 'listDaysOnTheWay',
    read: async (db, scope) =>
      (await board.listDaysOnTheWay(db, scope, roundId(scope.countyCode))).map(
        ({ from, to, count }) => `${from} to ${to}: ${count}`,
      ),
    expected: (seen) => counted('2026-11-02 to 2026-11-10', settled(seen).length),
  },
  {
    name: 'listOpenNominees',
    read: (db, scope) => board.listOpenNominees(db, scope, roundId(scope.countyCode), 99),
    expected: open,
  },
  {
    name: 'countOpenByStage',
    read: async (db, scope) =>
      [...(await board.countOpenByStage(db, scope, roundId(scope.countyCode)))].map(
        ([stage, count]) => `${stage}: ${count}`,
      ),
    expected: (seen) => counted(STAGE, open(seen).length),
  },
  {
    name: 'listNominationsOf',
    read: each(listNominationsOf, ({ nomineeId: id }) => id),
    expected: proposed,
  },
  {
    name: 'findNomination',
    read: eachPerson((db, scope, id) => findNomination(db, scope, `${id}-nomination`), nomineeOf),
    expected: proposed,
  },
  {
    name: 'listStandingNominations',
    read: async (db, scope, probes) =>
      (await seats.listStandingNominations(db, scope, among(probes))).map((it) => it.nomineeId),
    expected: proposed,
  },
  {
    name: 'listNomineesOfRound',
    read: async (db, scope) =>
      idsOf(await nominees.listNomineesOfRound(db, scope, roundId(scope.countyCode))),
    expected: proposed,
  },
  {
    name: 'listNomineesById',
    read: async (db, scope, probes) =>
      idsOf(await nominees.listNomineesById(db, scope, among(probes))),
    expected: proposed,
  },
  {
    name: 'listReviewActsOf',
    read: async (db, scope, probes) => idsOf(await listReviewActsOf(db, scope, among(probes))),
    expected: acts,
  },
  { name: 'listReviewActs', read: each(listReviewActs, idOf), expected: acts },
  {
    name: 'listSignatures',
    read: async (db, scope, probes) =>
      (await listSignatures(db, scope, among(probes))).map(
        ({ nomineeId: id, signer }) => `${id} ${signer}`,
      ),
    expected: (seen) => open(seen).map((id) => `${id} ${SIGNER}`),
  },
  { name: 'listAttachmentsOf', read: each(listAttachmentsOf, nomineeOf), expected: proposed },
  {
    name: 'findAttachment',
    read: eachPerson((db, scope, id) => findAttachment(db, scope, `${id}-paper`), nomineeOf),
    expected: proposed,
  },
  {
    name: 'listTold',
    read: async (db, scope, probes) =>
      (
        await listTold(db, scope, { kind: 'reminder', nomineeIds: among(probes), since: '2026' })
      ).map(({ nomineeId: id }) => id!),
    expected: proposed,
  },
  {
    name: 'listWaiting',
    read: async (db, scope) => idsOf(await toDo.listWaiting(db, scope, waiting)),
    expected: open,
  },
  {
    name: 'countWaiting',
    read: async (db, scope) => {
      const { count, late } = await toDo.countWaiting(db, scope, waiting)
      return [...counted('all', count), ...counted('late', late)]
    },
    expected: (seen) => [
      ...counted('all', open(seen).length),
      ...counted('late', open(seen).length),
    ],
  },
  {
    name: 'listDueDays',
    read: async (db, scope) =>
      (await toDo.listDueDays(db, scope, waiting.any)).flatMap(({ villageCode, count }) =>
        Array(count).fill(villageCode ?? 'pool'),
      ),
    expected: (seen) =>
      rows(seen)
        .filter(isOpen)
        .map(({ villageCode }) => villageCode ?? 'pool'),
  },
  {
    name: 'listTalksDue',
    read: async (db, scope) => idsOf(await groups.listTalksDue(db, scope, 99)),
    expected: settled,
  },
  {
    name: 'countTalksDue',
    read: async (db, scope) => counted('talks', (await groups.countTalksDue(db, scope)).count),
    expected: (seen) => counted('talks', settled(seen).length),
  },
  {
    name: 'listOpenInspectionsBy',
    read: async (db, scope) =>
      idsOf(await listOpenInspectionsBy(db, scope, `${scope.countyCode}-county`)),
    expected: open,
  },
  {
    name: 'listUnanswered',
    read: async (db, scope, probes) => (await listUnanswered(db, scope, among(probes))).map(put),
    expected: (seen) =>
      casesOf(seen, { isOwn: false }).map(({ nomineeId: id, departmentId }) =>
        put({ nomineeId: id!, departmentId }),
      ),
  },
  {
    name: 'listOpenCases',
    read: async (db, scope) => idsOf(await groups.listOpenCases(db, scope, 99)),
    expected: (seen) => casesOf(seen, { isOwn: true }).map(({ nomineeId: id }) => id!),
  },
  {
    name: 'countOpenCases',
    read: async (db, scope) =>
      counted('cases', (await groups.countOpenCases(db, scope, TODAY)).count),
    expected: (seen) => counted('cases', casesOf(seen, { isOwn: true }).length),
  },
  {
    name: 'listDueCases',
    read: async (db, scope) =>
      (await groups.listDueCases(db, scope)).map(
        ({ townshipCode, count }) => `${townshipCode}: ${count}`,
      ),
    expected: (seen) => {
      // Two departments that are asked about somebody owe two answers.
      const townships = new Map(rows(seen).map(({ id, townshipCode }) => [id, townshipCode]))
      const at = Map.groupBy(
        casesOf(seen, { isOwn: true }).filter(({ nomineeId: id }) => townships.has(id ?? '')),
        ({ nomineeId: id }) => townships.get(id ?? ''),
      )
      return [...at].map(([code, { length }]) => `${code}: ${length}`)
    },
  },
  {
    name: 'listActsOfCases',
    read: async (db, scope, probes) => idsOf(await cases.listActsOfCases(db, scope, among(probes))),
    expected: (seen) =>
      idsOf(
        seen.rows.reviewActs.filter(
          ({ nomineeId: id, departmentId }) =>
            seen.nominees.has(id) && departmentId === seen.scope.casesOf,
        ),
      ),
  },
  {
    name: 'pageOfApplications',
    read: async (db, scope) =>
      idsOf(
        await applications.pageOfApplications(db, scope, {
          ...{ state: 'waiting', limit: 99, offset: 0 },
        }),
      ),
    expected: handedIn,
  },
  {
    name: 'countApplications',
    read: async (db, scope) =>
      counted('waiting', await applications.countApplications(db, scope, { state: 'waiting' })),
    expected: (seen) => counted('waiting', handedIn(seen).length),
  },
  {
    name: 'findApplication',
    read: eachPlace((db, scope, code) =>
      applications.findApplication(db, scope, `${code}-application`),
    ),
    expected: handedIn,
  },
  {
    name: 'findApplicationOf',
    read: eachPlace((db, scope, code) =>
      applications.findApplicationOf(db, scope, `${code}-receipt`),
    ),
    expected: handedIn,
  },
  {
    name: 'listWaitingOf',
    read: async (db, scope) =>
      idsOf(
        await applications.listWaitingOf(db, scope, {
          ...{ roundId: roundId(scope.countyCode), digests: ['digest'] },
        }),
      ),
    expected: handedIn,
  },
  {
    name: 'listSealedApplications',
    read: async (db, scope) => idsOf(await applications.listSealedApplications(db, scope)),
    expected: handedIn,
  },
  {
    name: 'listWaitingApplications',
    read: async (db, scope) => idsOf(await groups.listWaitingApplications(db, scope, 99)),
    expected: handedIn,
  },
  {
    name: 'countWaitingApplications',
    read: async (db, scope) =>
      counted('waiting', (await groups.countWaitingApplications(db, scope)).count),
    expected: (seen) => counted('waiting', handedIn(seen).length),
  },
]

const waiting = { any: [{ waitsFor: ['county' as const] }], today: TODAY, first: 99 }

function filterOf({ countyCode }: Scope) {
  const level = 'county' as const
  return { roundId: roundId(countyCode), level, today: TODAY, soon: SOON }
}

function asked({ countyCode }: Scope) {
  return { roundId: roundId(countyCode), today: TODAY }
}

function rows({ rows, nominees: seen }: Seen): Row[] {
  return rows.nominees.filter(({ id }) => seen.has(id))
}

const isOpen = ({ state }: Pick<NomineeTable, 'state'>) => state === 'open'

function proposed({ nominees: seen }: Seen): string[] {
  return [...seen]
}

function open(seen: Seen): string[] {
  return idsOf(rows(seen).filter(isOpen))
}

function settled(seen: Seen): string[] {
  return idsOf(rows(seen).filter((it) => !isOpen(it)))
}

function acts({ rows, nominees: seen }: Seen): string[] {
  return idsOf(rows.reviewActs.filter(({ nomineeId: id }) => seen.has(id)))
}

/** Not answered and about a nominee of the scope; a department's own where `isOwn`. */
function casesOf({ rows, scope, nominees: seen }: Seen, { isOwn }: { isOwn: boolean }) {
  return rows.reviewCases
    .filter(({ nomineeId: id, closedAt }) => closedAt === null && id !== null && seen.has(id))
    .filter(({ departmentId }) => !isOwn || [undefined, departmentId].includes(scope.casesOf))
}

/** The county's and its townships' alone. */
function handedIn({ rows, scope }: Seen): string[] {
  const { townshipCode, countyCode: _, ...narrower } = scope
  if (Object.values(narrower).some((value) => value !== undefined)) return []
  const own = rows.applications.filter((it) => [undefined, it.townshipCode].includes(townshipCode))
  return idsOf(own)
}

function among({ people }: Probes): string[] {
  return people.map(nomineeId)
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map(idOf)
}

function idOf({ id }: { id: string }): string {
  return id
}

function nomineeOf({ nomineeId: id }: { nomineeId: string }): string {
  return id
}

function put({ nomineeId: id, departmentId }: { nomineeId: string; departmentId: string }) {
  return `${id} ${departmentId}`
}

/** Nothing is nothing, so that a scope which sees nobody reads an empty list. */
function counted(what: string, count: number): string[] {
  return count === 0 ? [] : [`${what}: ${count}`]
}

type Find<Found> = (db: Db, scope: Scope, id: string) => Promise<Found | Found[] | undefined>

/** A query about one nominee, asked about each. */
function each<Found>(find: Find<Found>, named: (row: Found) => string): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const id of among(probes))
      found.push(...[(await find(db, scope, id)) ?? []].flat().map((row) => named(row as Found)))
    return found
  }
}

function eachPerson<Found>(find: Find<Found>, named: (row: Found) => string): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const id of probes.people)
      found.push(...[(await find(db, scope, id)) ?? []].flat().map((row) => named(row as Found)))
    return found
  }
}

function eachPlace(find: Find<{ id: string }>): Reader['read'] {
  return async (db, scope, probes) => {
    const found: string[] = []
    for (const code of probes.places)
      found.push(...idsOf([(await find(db, scope, code)) ?? []].flat()))
    return found
  }
}

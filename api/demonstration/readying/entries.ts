import { v7 as newId } from 'uuid'
import type { VillageEntryTable } from '../../../db/schema.ts'
import type {
  Audit,
  Election,
  Leader,
  Note,
  Overhaul,
  Statistics,
  Survey,
  VillageEntryBodies,
  VillageEntryKind,
} from '../../../matching/index.ts'
import { nameOfLeader } from './leaders.ts'
import { storyOf } from './stories.ts'
import { before, type Readied } from './village.ts'

type Told<K extends VillageEntryKind> = {
  kind: K
  on: string
  source: string
  body: VillageEntryBodies[K]
} | null
type Around = { countyCode: string; today: string; accountId: string }

/** What the demonstration has on record of a village: mostly in order, here and there something that warns. */
export function entriesOf(village: Readied, around: Around): VillageEntryTable[] {
  const { today } = around
  const story = storyOf(village.name, today)
  const told = [
    statistics(village, today),
    leader(village, today),
    election(village, 'party'),
    election(village, 'committee'),
    'audit' in story ? story.audit : audit(village, today),
    'overhaul' in story ? story.overhaul : overhaul(village, today),
    'team' in story ? story.team : team(village, today),
    'candidates' in story ? story.candidates : candidates(village, today),
    note(village, today),
  ]
  return told.flatMap((one) => (one ? [rowOf(village.code, one, around)] : []))
}

function rowOf(
  villageCode: string,
  { kind, on, source, body }: NonNullable<Told<VillageEntryKind>>,
  { countyCode, accountId, today }: Around,
): VillageEntryTable {
  const at = on < today ? on : today
  return {
    ...{ countyCode, id: newId(), villageCode, kind, onDay: on, source },
    ...{ body: JSON.stringify(body), createdAt: `${at}T02:00:00.000Z`, createdBy: accountId },
    ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
  }
}

function statistics({ random, ...village }: Readied, today: string): Told<'statistics'> {
  const { population, households, partyMembers, collectiveIncome } = village
  if (random.chance(0.06)) return null
  const share = (of: number | null, mean: number, spread: number) =>
    of === null ? null : Math.round(of * random.normal(mean, spread, 0, 1))
  const away = share(population, 0.27, 0.06)
  const body: Statistics = {
    ...{ households, population, partyMembers, collectiveIncome, away },
    residents: population === null ? null : population - (away ?? 0),
    aged60: share(population, 0.24, 0.04),
    voters: share(population, 0.79, 0.03),
    minorities: village.hasMinorities === 1 ? share(population, 0.06, 0.02) : 0,
    partyWomen: share(partyMembers, 0.19, 0.04),
    partyAged35OrUnder: share(partyMembers, 0.14, 0.04),
    partyAged60OrAbove: share(partyMembers, 0.44, 0.07),
  }
  const year = Number(today.slice(0, 4)) - 1
  return { kind: 'statistics', on: `${year}-12-31`, source: '农村统计年报', body }
}

function leader({ random, township }: Readied, today: string): Told<'leader'> {
  const { name, position } = nameOfLeader(random)
  const body: Leader = { name, position: `${township}${position}`, isEnded: false }
  const on = before(today, random.integer(200, 900))
  return { kind: 'leader', on, source: '镇党委包村分工文件', body }
}

function election(
  { random, term, ...village }: Readied,
  committee: 'party' | 'committee',
): Told<'election'> {
  if (!term) return null
  const isParty = committee === 'party'
  const voters = isParty
    ? village.partyMembers
    : village.population && Math.round(village.population * 0.79)
  const cast = voters && Math.round(voters * (isParty ? 0.9 : (term.turnout ?? 0.85)))
  const body: Election = {
    ...{ committee, voters, cast, valid: cast && Math.round(cast * 0.985) },
    method: isParty
      ? 'two-recommendations'
      : random.chance(0.7)
        ? 'candidates'
        : 'direct-nomination',
    ...{ rounds: isParty ? 1 : term.rounds, isValid: true },
  }
  const on = before(term.startedOn, isParty ? 25 : 0)
  return { kind: 'election', on, source: '选举结果报告单', body }
}

const OFFICE = '书记、主任及村级财务'
const AUDITOR = '镇经管站'

function audit({ random }: Readied, today: string): Told<'audit'> {
  const course = random.weighted({
    done: 66,
    once: 9,
    running: 7,
    short: 5,
    mend: 5,
    open: 5,
    none: 3,
  })
  if (course === 'none') return null
  const finished = course === 'open' ? null : random.integer(28, 60)
  const notice = (daysAgo: number, days: number) => ({
    from: before(today, daysAgo),
    to: before(today, daysAgo - days + 1),
  })
  const first = notice((finished ?? 0) - 3, course === 'short' ? 3 : random.integer(5, 7))
  const second = course === 'running' ? notice(2, 5) : notice((finished ?? 0) - 13, 5)
  const body: Audit = {
    ...{ office: OFFICE, auditor: AUDITOR },
    finishedOn: finished === null ? null : before(today, finished),
    conclusion: finished === null ? null : course === 'mend' ? 'to-mend' : 'clear',
    mendedOn: null,
    notices:
      { done: [first, second], running: [first, second], once: [first], short: [first] }[
        course as 'done'
      ] ?? [],
  }
  const on = before(today, (finished ?? 0) + random.integer(10, 25))
  return { kind: 'audit', on, source: '离任审计报告', body }
}

const CAUSES = ['集体经济薄弱、无稳定收入', '组织生活长期不正常', '班子缺员一年以上']

function overhaul({ random, isKey }: Readied, today: string): Told<'overhaul'> {
  if (!random.chance(isKey === 1 ? 0.6 : 0.02)) return null
  const isAccepted = random.chance(0.78)
  const body: Overhaul = {
    cause: random.pick(CAUSES),
    measures: '区领导联村、派驻第一书记、制定整改清单',
    acceptedOn: isAccepted ? before(today, random.integer(15, 70)) : null,
    acceptedBy: isAccepted ? '区委组织部' : '',
  }
  const on = before(today, random.integer(190, 260))
  return { kind: 'overhaul', on, source: '区委组织部整顿名单', body }
}

type Means = { coverage: number; approval: number; ago: number; issued: number }

function team(village: Readied, today: string): Told<'survey'> {
  if (village.random.chance(0.06)) return null
  const means = { coverage: 0.79, approval: 0.88, ago: 45, issued: 0.9 }
  return survey(village, 'team', means, today)
}

function candidates(village: Readied, today: string): Told<'survey'> {
  if (village.random.chance(0.14)) return null
  const means = { coverage: 0.72, approval: 0.91, ago: 12, issued: 0.8 }
  return survey(village, 'candidates', means, today)
}

function survey(
  { random, households }: Readied,
  about: Survey['about'],
  { coverage, approval, ago, issued: share }: Means,
  today: string,
): Told<'survey'> {
  if (households === null) return null
  const returned = Math.round(households * random.normal(coverage, 0.09, 0.3, 1))
  const issued = Math.max(returned, Math.round(households * share))
  const approving = Math.round(returned * random.normal(approval, 0.06, 0.4, 1))
  const on = before(today, ago + random.integer(0, 12))
  const source = about === 'team' ? '镇组织的入户测评' : '换届民意调查'
  return { kind: 'survey', on, source, body: { about, households, issued, returned, approving } }
}

const PLANS: Note[] = [
  { title: '一村一策：稳班子', text: '书记人选已有意向，由包村领导逐户走访，月底前研判一次。' },
  { title: '一村一策：强产业', text: '先补合作社账目公开，再推大棚改造，由第一书记牵头。' },
  { title: '一村一策：补后备', text: '在外经商和大学毕业生建了联系名单，春节返乡时逐人谈话。' },
]

function note({ random, isKey }: Readied, today: string): Told<'note'> {
  if (isKey !== 1) return null
  const body = random.pick(PLANS)
  return { kind: 'note', on: before(today, random.integer(20, 80)), source: '镇党委', body }
}

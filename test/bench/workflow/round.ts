import { v7 as newId } from 'uuid'
import type { Db } from '../../../db/connect.ts'
import { insertRows } from '../../../db/insert.ts'
import { followMissing } from '../../../db/pool.ts'
import { insertRound } from '../../../db/rounds.ts'
import type { Database } from '../../../db/schema.ts'
import { createRandom, type Random } from '../../../db/seed/random.ts'
import { defaultProcedure, SEVEN_SIGNERS } from '../../../matching/index.ts'

const SEED = 20_261_125
const NOW = '2026-11-25T08:00:00.000Z'

/** Where the people of a round are some weeks after it opened: of a hundred each. */
const SPREAD = {
  ...{ 'village-check': 12, 'township-review': 18, 'joint-review': 22, inspection: 10, study: 6 },
  ...{ 'public-notice': 6, approval: 4, election: 6, filing: 3, settled: 10, stopped: 3 },
}
const POSTS = [
  ...['["secretary","chair"]', '["committee-member"]', '["party-member"]'],
  ...['["party-member","committee-member"]', '["supervisor"]', '[]'],
]

type Made = { nominees: Database['nominees'][] } & {
  [Table in 'nominations' | 'reviewActs' | 'reviewCases']: Database[Table][]
}

/** A round of so many people of the county, with all that would have been signed about them by now. */
export async function makeRound(db: Db, countyCode: string, count: number): Promise<string> {
  const scope = { countyCode }
  const people = await peopleOf(db, countyCode, count)
  const departments = await db
    .selectFrom('departments')
    .select('id')
    .where('countyCode', '=', countyCode)
    .execute()
  const id = newId()
  const procedure = { ...defaultProcedure, departments: departments.map((one) => one.id) }
  await insertRound(db, scope, {
    ...{ id, procedure, kind: 'term-change', name: '2026 年村级换届', policyVersion: 1 },
    ...{ opensOn: '2026-10-01', closesOn: '2026-12-31', state: 'open' },
    ...{ termStartsOn: '2027-01-10', termEndsOn: '2032-01-09', createdAt: NOW },
    ...{ createdBy: 'bench', closedAt: null, closedBy: null },
  })
  const made = rowsOf({ countyCode, round: id, people, departments: procedure.departments })
  await db.transaction().execute(async (transaction) => {
    for (const table of ['nominees', 'nominations', 'reviewActs', 'reviewCases'] as const)
      await insertRows(transaction, scope, table, made[table] as never[])
  })
  return id
}

type Person = Pick<Database['talents'], 'id' | 'homeVillageCode' | 'homeTownshipCode'>

/** The people of the demonstration, and as many more like them as are needed. */
async function peopleOf(db: Db, countyCode: string, count: number): Promise<Person[]> {
  const known = await db
    .selectFrom('talents')
    .selectAll()
    .where('countyCode', '=', countyCode)
    .orderBy('id')
    .execute()
  const more = Array.from({ length: Math.max(0, count - known.length) }, (_, at) => ({
    ...known[at % known.length]!,
    ...{ id: newId(), searchRow: null, syllables: null },
  }))
  await insertRows(db, { countyCode }, 'talents', more)
  await followMissing(db, { countyCode })
  return [...known, ...more].slice(0, count)
}

type Asked = { countyCode: string; round: string; people: Person[]; departments: string[] }

function rowsOf({ countyCode, round, people, departments }: Asked): Made {
  const random = createRandom(SEED, 'a round of the bench')
  const made: Made = { nominees: [], nominations: [], reviewActs: [], reviewCases: [] }
  for (const person of people) {
    const at = random.weighted(SPREAD)
    const nominee = nomineeOf({ countyCode, round, person, at }, departments.length, random)
    made.nominees.push(nominee)
    made.nominations.push(...nominationsOf(nominee, random))
    made.reviewActs.push(...actsOf(nominee, departments))
    made.reviewCases.push(...casesOf(nominee, departments))
  }
  return made
}

const STAGES = defaultProcedure.stages.map(({ id }) => id)
const LEVELS = new Map(defaultProcedure.stages.map(({ id, level }) => [id, level]))

type Place = { countyCode: string; round: string; person: Person; at: string }

function nomineeOf(
  { countyCode, round, person, at }: Place,
  asked: number,
  random: Random,
): Database['nominees'] {
  const isEnded = at === 'settled' || at === 'stopped'
  const stage = at === 'stopped' ? 'inspection' : at
  const isAsked = at === 'settled' || STAGES.indexOf(stage) >= STAGES.indexOf('joint-review')
  const posts = random.pick(POSTS)
  const objections = isAsked && random.chance(0.05) ? 1 : 0
  const passed = at === 'joint-review' ? random.integer(0, asked) : asked - objections
  return {
    ...{ countyCode, id: newId(), roundId: round, talentId: person.id, posts, stage },
    townshipCode: person.homeTownshipCode,
    villageCode: posts === '[]' ? null : person.homeVillageCode,
    state: at === 'settled' || at === 'stopped' ? at : 'open',
    outcome: at === 'settled' ? 'elected' : at === 'stopped' ? 'not-chosen' : null,
    ...{ termStartsOn: null, termEndsOn: null, stageSince: dayIn('11', random) },
    dueOn: isEnded ? null : `2026-${random.chance(0.2) ? '11' : '12'}-${two(random, 24)}`,
    waitsFor: waitsFor(at, passed, asked),
    ...(isAsked ? { asked, passed, objections } : { asked: 0, passed: 0, objections: 0 }),
    validUntil: isAsked && passed > 0 ? `2027-01-${two(random)}` : null,
    ...{ createdAt: dayIn('10', random), revision: 5 },
  }
}

function waitsFor(at: string, passed: number, asked: number): Database['nominees']['waitsFor'] {
  if (at === 'settled' || at === 'stopped') return 'nobody'
  if (at === 'joint-review' && passed < asked) return 'departments'
  return LEVELS.get(at) ?? 'county'
}

function two(random: Random, most = 28): string {
  return String(random.integer(1, most)).padStart(2, '0')
}

function dayIn(month: string, random: Random): string {
  return `2026-${month}-${two(random, 24)}T0${random.integer(1, 9)}:00:00.000Z`
}

function nominationsOf(nominee: Database['nominees'], random: Random): Database['nominations'][] {
  const { countyCode, id: nomineeId, talentId, villageCode, posts, createdAt } = nominee
  return Array.from({ length: random.integer(1, 3) }, () => ({
    ...{ countyCode, id: newId(), nomineeId, talentId, channel: 'recommended', villageCode, posts },
    ...{ nominator: '党员三人', relation: '同村', jointNames: 3, reason: '办事公道，肯吃亏。' },
    ...{ isOnPaper: 1, isLate: 0, planId: null, createdAt, createdBy: 'bench' },
    ...{ withdrawnAt: null, withdrawnBy: null },
  }))
}

/** One signature a stage that is behind, seven of the township for the combined role, an answer a department. */
function actsOf(nominee: Database['nominees'], departments: string[]): Database['reviewActs'][] {
  const { countyCode, id: nomineeId, talentId, stage, posts, stageSince: at } = nominee
  const behind = stage === 'settled' ? STAGES : STAGES.slice(0, STAGES.indexOf(stage))
  const isCombined = posts.includes('secretary')
  const signed = behind.flatMap((passed) => {
    const signers =
      passed === 'township-review' && isCombined ? SEVEN_SIGNERS.map(({ id }) => id) : [null]
    const answers = passed === 'joint-review' ? departments : []
    return [
      ...answers.map((department) => ({ passed, kind: 'answer', department, signer: null })),
      ...signers.map((signer) => ({ passed, kind: 'pass', department: null, signer })),
    ]
  })
  return signed.map(({ passed, kind, department, signer }, index) => ({
    ...{ countyCode, id: newId(), nomineeId, talentId, sequence: index + 1, stage: passed, kind },
    ...{ departmentId: department, signer, accountId: 'bench', accountName: '周敏' },
    ...{ body: JSON.stringify({ kind, note: '' }), position: '组织科科长', at },
    ...{ validUntil: null, supersedes: null, contentHash: String(index).padStart(64, '0') },
  }))
}

function casesOf(nominee: Database['nominees'], departments: string[]): Database['reviewCases'][] {
  const { countyCode, id: nomineeId, talentId, state, asked, passed, stageSince } = nominee
  if (asked === 0) return []
  return departments.map((departmentId, index) => ({
    ...{ countyCode, id: newId(), departmentId, talentId, nomineeId, openedAt: stageSince },
    ...{ closedAt: state === 'open' ? null : stageSince, dueOn: '2026-12-10', factsHash: 'hash' },
    ...(index < passed
      ? { answer: 'pass' as const, answeredAt: stageSince, validUntil: '2027-02-20' }
      : { answer: null, answeredAt: null, validUntil: null }),
  }))
}

import Sqlite from 'better-sqlite3-multiple-ciphers'
import { BLANK_FACTS, NEW_RECORD } from '../../../db/blank.ts'
import { connect, type Db } from '../../../db/connect.ts'
import { insertCounty } from '../../../db/counties.ts'
import { insertDefaults } from '../../../db/defaults.ts'
import { insertRows } from '../../../db/insert.ts'
import { migrate } from '../../../db/migrate.ts'
import { pinyinOf, syllablesOf } from '../../../db/pinyin.ts'
import { insertPolicy } from '../../../db/policies.ts'
import type { Database } from '../../../db/schema.ts'
import { givenName, surnamesOf } from '../../../db/seed/names.ts'
import { createRandom, type Random } from '../../../db/seed/random.ts'
import { SKILLS } from '../../../db/seed/skills.ts'
import { bigramsOf } from '../../../db/texts.ts'
import { defaultPolicy, EDUCATIONS } from '../../../matching/index.ts'
import { lifeOf } from './lives.ts'

/** A person of the bench, as its questions are made from and other libraries search in. */
export type Made = {
  id: string
  name: string
  pinyin: string
  initials: string
  village: string
  villageName: string
  skills: string[]
  occupation: string
  resume: string
}

const NOW = '2026-11-25T08:00:00.000Z'
const TOWNSHIPS = 20
const VILLAGES = 14

/** Counties of so many people each in one file of SQLite, as the program would have written them. */
export async function makeCounties(file: string, sizes: Record<string, number>): Promise<Db> {
  const db = await connect(file)
  await migrate(db)
  for (const countyCode of Object.keys(sizes)) await makePlaces(db, countyCode)
  for (const [countyCode, people] of Object.entries(sizes)) insertPeople(file, countyCode, people)
  return db
}

/** The same people again, whenever they are asked for. */
export function* peopleOf(countyCode: string, count: number): Generator<Made & { row: number }> {
  const random = createRandom(Number(countyCode), 'people of the bench')
  const villages = villagesOf(countyCode)
  const families = villages.map(({ name }) => surnamesOf(name, random))
  const read = new Map<string, { pinyin: string; initials: string }>()
  for (let row = 1; row <= count; row++) {
    const at = random.integer(0, villages.length - 1)
    const { code, name: villageName } = villages[at]!
    const sex = random.chance(0.4) ? 'female' : 'male'
    const name = families[at]!() + givenName(sex, random.integer(20, 64), random)
    const sound = read.get(name) ?? pinyinOf(name)
    read.set(name, sound)
    const skills = random.shuffle(SKILL_IDS).slice(0, random.integer(0, 3))
    const id = `${countyCode}-${String(row).padStart(8, '0')}`
    yield { row, id, name, ...sound, village: code, villageName, skills, ...lifeOf(random) }
  }
}

const SKILL_IDS = Object.keys(SKILLS)

async function makePlaces(db: Db, countyCode: string) {
  const scope = { countyCode }
  await insertCounty(db, scope, { name: `县${countyCode}`, province: '山东省' })
  await insertDefaults(db, scope)
  const { version: _, ...body } = defaultPolicy
  await insertPolicy(db, scope, { version: 1, body, createdAt: NOW, createdBy: 'bench' })
  const townships = Array.from({ length: TOWNSHIPS }, (_, at) => ({
    countyCode,
    code: `${countyCode}${100 + at}`,
    name: `${NAMES[at]}镇`,
  }))
  await insertRows(db, scope, 'townships', townships)
  await insertRows(db, scope, 'villages', villagesOf(countyCode))
}

const NAMES =
  '北庄 桑村 城头 西集 店子 水泉 徐庄 冯卯 凫城 山城 洪绪 级索 滨湖 大坞 羊庄 柴胡 东沙 木石 张汪 官桥'.split(
    ' ',
  )
const ENDS = '沟 庄 楼 寨 峪 泉 岭 河 湾 店 桥 坡 集 堂'.split(' ')

function villagesOf(countyCode: string): Database['villages'][] {
  return NAMES.flatMap((name, at) =>
    ENDS.slice(0, VILLAGES).map((end, number) => ({
      countyCode,
      code: `${countyCode}${100 + at}${200 + number}`,
      townshipCode: `${countyCode}${100 + at}`,
      name: `${name[0]}${end}村`,
      kind: 'village',
      area: null,
      isKey: 0,
      households: 300,
      population: null,
      partyMembers: null,
      collectiveIncome: null,
      trades: '[]',
      terrain: null,
      hasMinorities: null,
      mergedInto: null,
      mergedOn: null,
    })),
  )
}

/** By prepared statements, since a builder of queries would take as long as all the rest. */
function insertPeople(file: string, countyCode: string, count: number) {
  const raw = new Sqlite(file)
  raw.pragma('synchronous = off')
  raw.pragma('cache_size = -400000')
  const put = writersOf(raw)
  const random = createRandom(Number(countyCode), 'facts of the bench')
  const base = Number(countyCode) * 10_000_000
  raw.exec('begin')
  for (const person of peopleOf(countyCode, count)) {
    if (person.row % 50_000 === 0) raw.exec('commit; begin')
    const { id, skills } = person
    put.talent(rowOf(countyCode, person, random))
    const source = random.pick(SOURCES)
    put.source([countyCode, id, source])
    for (const skill of skills) put.skill([countyCode, id, skill, 0.7, 'claimed'])
    if (random.chance(0.6)) put.evidence(evidenceOf(countyCode, id, random))
    const words = [person.occupation, person.resume, ...skills.map((it) => ZH[it]!)].join(' ')
    put.text([BigInt(base + person.row), bigramsOf(words)])
  }
  raw
    .prepare('update counties set pool_revision = 1, pool_rebuilt_at = 1 where county_code = ?')
    .run(countyCode)
  raw.exec('commit')
  raw.close()
}

const ZH = Object.fromEntries(Object.entries(SKILLS).map(([id, { zh }]) => [id, zh as string]))
const SOURCES = [
  'wealth-creator',
  'returnee',
  'graduate',
  'veteran',
  'merchant',
  'incumbent',
  'volunteer',
]
const PARTY = ['full', 'full', 'probationary', 'activist', 'league', 'none', 'none', null]
const STATUS = ['registered', 'in-pool', 'in-pool', 'reserve', 'trial-post']

function rowOf(countyCode: string, person: Made & { row: number }, random: Random) {
  const { row, id, name, pinyin, initials, village, occupation, resume } = person
  const month = `${random.integer(1962, 2004)}-${String(random.integer(1, 12)).padStart(2, '0')}`
  const at = new Date(Date.UTC(2026, 0, 1) + random.integer(0, 320) * 86_400_000).toISOString()
  return {
    ...BLANK_FACTS,
    ...NEW_RECORD,
    ...{ countyCode, id, name, pinyin, initials, occupation, resume },
    syllables: syllablesIn(name),
    sex: random.chance(0.4) ? 'female' : 'male',
    bornOn: month,
    education: random.pick(EDUCATIONS),
    partyStatus: random.pick(PARTY),
    status: random.pick(STATUS),
    channel: random.pick(['self', 'recommended', 'discovered']),
    homeTownshipCode: village.slice(0, 9),
    homeVillageCode: village,
    consent: 'given',
    willingness: random.pick(['village', 'township', 'county', null]),
    isFit: 1,
    createdAt: at,
    updatedAt: at,
    searchRow: row,
    poolRevision: 1,
  }
}

const syllables = new Map<string, string>()
function syllablesIn(name: string): string {
  const known = syllables.get(name) ?? syllablesOf(name)
  syllables.set(name, known)
  return known
}

function evidenceOf(countyCode: string, id: string, random: Random) {
  const day = `${random.integer(2018, 2026)}-0${random.integer(1, 9)}-15`
  return [countyCode, `${id}-e`, id, 'record', 0.7, 0.8, 'claimed', day, '本人填报', '完成一件实事']
}

function writersOf(raw: Sqlite.Database) {
  const columns = (raw.pragma('table_info(talents)') as { name: string }[]).map((it) => it.name)
  const keys = columns.map((it) =>
    it.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  )
  const into = (table: string, names: readonly string[]) =>
    raw.prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`)
  const talent = into('talents', columns)
  const source = into('talent_sources', ['county_code', 'talent_id', 'source'])
  const skill = into('talent_skills', ['county_code', 'talent_id', 'skill_id', 'level', 'standing'])
  const text = into('talent_texts', ['rowid', 'words'])
  const evidence = into('evidence', [
    ...['county_code', 'id', 'talent_id', 'criterion', 'value', 'strength', 'standing'],
    ...['dated_on', 'source', 'note'],
  ])
  return {
    talent: (row: Record<string, unknown>) => talent.run(keys.map((key) => row[key] ?? null)),
    source: (values: unknown[]) => source.run(values),
    skill: (values: unknown[]) => skill.run(values),
    text: (values: unknown[]) => text.run(values),
    evidence: (values: unknown[]) => evidence.run(values),
  }
}

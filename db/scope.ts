import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Whose data a query may touch: a county, or less of it. Every query takes one; the conditions below are the only
 * way in which it narrows, and what is given is held together.
 */
export type Scope = {
  countyCode: string
  townshipCode?: string
  villageCodes?: readonly string[]
  /** The people whom this account looks after, and no places. */
  menteesOf?: string
  /** The people put before this department, and no places. */
  casesOf?: string
  /** This person alone, and no places. */
  talentId?: string
  /** No people at all. */
  isWithoutPeople?: true
}

/** What the term change keeps about villages. */
type TermChangeTable =
  | 'villageEntries'
  | 'villageFiles'
  | 'settledTerms'
  | 'listDecisions'
  | 'readinessActions'
  | 'warnings'
  | 'villageStandings'
  | 'standingChanges'
  | 'villageTeams'

type Condition = RawBuilder<SqlBool>
const NOTHING: Condition = sql`1 = 0`

export function isWholeCounty({ countyCode: _, ...narrowed }: Scope): boolean {
  return Object.values(narrowed).every((value) => value === undefined)
}

/** Rows of the county itself, which everybody in it may read: skills, policies. */
export function ofCounty(scope: Scope, table: string): Condition {
  return sql`${sql.ref(`${table}.countyCode`)} = ${scope.countyCode}`
}

/** Rows of the county that nobody narrower may read. */
export function ofWholeCounty(scope: Scope, table: string): Condition {
  return isWholeCounty(scope) ? ofCounty(scope, table) : NOTHING
}

export function townshipsIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'townships'),
    isOfPeople(scope) && NOTHING,
    equals('townships.code', scope.townshipCode),
    scope.villageCodes !== undefined &&
      sql`${sql.ref('townships.code')} in (${columnOf('villages', 'townshipCode', villagesIn(scope))})`,
  )
}

/** Villages that there are; one that was merged into another in mid-term is in no list and no count. */
export function villagesIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'villages'),
    isOfPeople(scope) && NOTHING,
    sql`${sql.ref('villages.mergedInto')} is null`,
    equals('villages.townshipCode', scope.townshipCode),
    scope.villageCodes !== undefined && among('villages.code', scope.villageCodes),
  )
}

/** Villages that became part of one in the scope: their record is read with its. */
export function formerVillagesIn(scope: Scope): Condition {
  return all(
    ofCounty(scope, 'villages'),
    sql`${sql.ref('villages.mergedInto')} in (${columnOf('villages', 'code', villagesIn(scope))})`,
  )
}

/** Rows of a table that names a village that there is; who is in office is a person. */
export function atVillagesIn(
  scope: Scope,
  table: 'posts' | 'needs' | 'terms' | 'incumbents' | TermChangeTable,
): Condition {
  const isNarrow = isOfPlaces(scope) || isOfPeople(scope)
  const at = (villages: Condition): Condition =>
    sql`${sql.ref(`${table}.villageCode`)} in (${columnOf('villages', 'code', villages)})`
  return all(
    ofCounty(scope, table),
    scope.isWithoutPeople === true && table === 'incumbents' && NOTHING,
    isRecord(table)
      ? isNarrow && sql`(${at(villagesIn(scope))} or ${at(formerVillagesIn(scope))})`
      : isNarrow
        ? at(villagesIn(scope))
        : isNotMerged(table),
  )
}

/** The same of villages that became part of one in the scope. */
export function atFormerVillagesIn(scope: Scope, table: 'terms' | 'incumbents'): Condition {
  return all(
    ofCounty(scope, table),
    scope.isWithoutPeople === true && table === 'incumbents' && NOTHING,
    sql`${sql.ref(`${table}.villageCode`)} in (${columnOf('villages', 'code', formerVillagesIn(scope))})`,
  )
}

const RECORDS = [
  ...[
    'villageEntries',
    'villageFiles',
    'settledTerms',
    'listDecisions',
    'readinessActions',
    'warnings',
  ],
  'standingChanges',
]

/** What stays readable on the old code when a village is merged into another. */
function isRecord(table: string): boolean {
  return RECORDS.includes(table)
}

/** By key, row by row: where nothing else narrows, there are few villages to leave out. */
function isNotMerged(table: string): Condition {
  return sql`not exists (
    select 1 from ${sql.table('villages')}
    where ${sql.ref('villages.countyCode')} = ${sql.ref(`${table}.countyCode`)}
      and ${sql.ref('villages.code')} = ${sql.ref(`${table}.villageCode`)}
      and ${sql.ref('villages.mergedInto')} is not null)`
}

/** People whose home is in the place or who are in office there; mentees; people of a department's cases; one person. */
export function talentsIn(scope: Scope): Condition {
  const { menteesOf, casesOf } = scope
  return all(
    ofCounty(scope, 'talents'),
    scope.isWithoutPeople === true && NOTHING,
    isOfPlaces(scope) && sql`(${atHome(scope)} or ${inOffice(scope)})`,
    menteesOf !== undefined && linked(scope, 'mentorships', 'mentorId', menteesOf, 'endedOn'),
    casesOf !== undefined && linked(scope, 'reviewCases', 'departmentId', casesOf, 'closedAt'),
    equals('talents.id', scope.talentId),
    isShown(scope),
  )
}

/** Neither merged into somebody else nor of an import that is not done. */
function isShown({ countyCode }: Scope): Condition {
  const done = sql`${sql.ref('imports.countyCode')} = ${countyCode} and ${sql.ref('imports.state')} = 'done'`
  return sql`${sql.ref('talents.mergedInto')} is null and (${sql.ref('talents.importId')} is null
    or ${sql.ref('talents.importId')} in (${columnOf('imports', 'id', done as Condition)}))`
}

/** Rows of a table about people, named by `column`. */
export function aboutTalentsIn(scope: Scope, table: string, column = 'talentId'): Condition {
  return all(
    ofCounty(scope, table),
    !isWholeCounty(scope) &&
      sql`${sql.ref(`${table}.${column}`)} in (${columnOf('talents', 'id', talentsIn(scope))})`,
  )
}

/**
 * People in rounds, where they are proposed: a township sees those of its villages, a village its own, a department
 * those of its cases, a person their own; a mentor nobody.
 */
export function nomineesIn(scope: Scope): Condition {
  const { townshipCode, villageCodes, menteesOf, casesOf, talentId, isWithoutPeople } = scope
  return all(
    ofCounty(scope, 'nominees'),
    (isWithoutPeople === true || menteesOf !== undefined) && NOTHING,
    equals('nominees.townshipCode', townshipCode),
    villageCodes !== undefined && among('nominees.villageCode', villageCodes),
    casesOf !== undefined && caseOf(scope, casesOf),
    equals('nominees.talentId', talentId),
  )
}

/** Rows of a table that names a nominee. */
export function aboutNomineesIn(scope: Scope, table: string): Condition {
  return all(
    ofCounty(scope, table),
    !isWholeCounty(scope) &&
      sql`${sql.ref(`${table}.nomineeId`)} in (${columnOf('nominees', 'id', nomineesIn(scope))})`,
  )
}

/** What people handed in on the public page: the county sees all, a township that for its villages, nobody else any. */
export function applicationsIn(scope: Scope): Condition {
  const { townshipCode, villageCodes, isWithoutPeople } = scope
  const isOffice = villageCodes === undefined && !isOfPeople(scope) && isWithoutPeople !== true
  return all(
    ofCounty(scope, 'applications'),
    !isOffice && NOTHING,
    equals('applications.townshipCode', townshipCode),
  )
}

function caseOf(scope: Scope, department: string): Condition {
  const condition = all(
    ofCounty(scope, 'reviewCases'),
    equals('reviewCases.departmentId', department),
    sql`${sql.ref('reviewCases.closedAt')} is null and ${sql.ref('reviewCases.nomineeId')} is not null`,
  )
  return sql`${sql.ref('nominees.id')} in (${columnOf('reviewCases', 'nomineeId', condition)})`
}

/** Plans of the township that looked at its own people only; a village has none. */
export function plansIn(scope: Scope): Condition {
  if (isWholeCounty(scope)) return ofCounty(scope, 'plans')
  const { townshipCode, villageCodes, isWithoutPeople } = scope
  const isTownship = townshipCode && !villageCodes && !isOfPeople(scope) && !isWithoutPeople
  if (!isTownship) return NOTHING
  return all(
    ofCounty(scope, 'plans'),
    equals('plans.townshipCode', townshipCode),
    equals('plans.reach', 'township'),
  )
}

/**
 * Courses: the county's office sees all; a township those that are not of another township; a trainer those that they
 * keep; nobody else any.
 */
export function coursesIn(scope: Scope): Condition {
  const { townshipCode, villageCodes, menteesOf } = scope
  if (isWholeCounty(scope)) return ofCounty(scope, 'courses')
  if (menteesOf !== undefined)
    return all(ofCounty(scope, 'courses'), equals('courses.trainerId', menteesOf))
  if (!townshipCode || villageCodes || isOfPeople(scope) || scope.isWithoutPeople) return NOTHING
  return all(
    ofCounty(scope, 'courses'),
    sql`(${sql.ref('courses.townshipCode')} is null or ${sql.ref('courses.townshipCode')} = ${townshipCode})`,
  )
}

/** Rows of a table that names a course. */
export function aboutCoursesIn(scope: Scope, table: string): Condition {
  return all(
    ofCounty(scope, table),
    !isWholeCounty(scope) &&
      sql`${sql.ref(`${table}.courseId`)} in (${columnOf('courses', 'id', coursesIn(scope))})`,
  )
}

/**
 * Photographs and papers of entries about the scope's people. A mentor reads those of the own meetings, not of other
 * mentors', those that they added themselves and, as a trainer, those of the courses that they keep.
 */
export function entryFilesIn(scope: Scope): Condition {
  const { menteesOf } = scope
  if (menteesOf === undefined) return aboutTalentsIn(scope, 'entryFiles')
  const own = all(
    ofCounty(scope, 'mentoringSessions'),
    equals('mentoringSessions.mentorId', menteesOf),
  )
  const [kind, entry] = [sql.ref('entryFiles.entryKind'), sql.ref('entryFiles.entryId')]
  return all(
    ofCounty(scope, 'entryFiles'),
    sql`((${aboutTalentsIn(scope, 'entryFiles')} and (${kind} != 'session'
        or ${entry} in (${columnOf('mentoringSessions', 'id', own)})))
      or ${sql.ref('entryFiles.addedBy')} = ${menteesOf}
      or (${kind} = 'training' and ${entry} in (${columnOf('courses', 'id', coursesIn(scope))})))`,
  )
}

/** Meetings about the scope's people; a mentor's are the own ones, of people who were looked after before, too. */
export function sessionsIn(scope: Scope): Condition {
  if (scope.menteesOf === undefined) return aboutTalentsIn(scope, 'mentoringSessions')
  return all(
    ofCounty(scope, 'mentoringSessions'),
    equals('mentoringSessions.mentorId', scope.menteesOf),
  )
}

/** Named lists of people: a county's office sees all, a township's its own; a village keeps none. */
export function listsIn(scope: Scope): Condition {
  if (isWholeCounty(scope)) return ofCounty(scope, 'lists')
  const { townshipCode, villageCodes, isWithoutPeople } = scope
  const isTownship = townshipCode && !villageCodes && !isOfPeople(scope) && !isWithoutPeople
  if (!isTownship) return NOTHING
  return all(ofCounty(scope, 'lists'), equals('lists.townshipCode', townshipCode))
}

/** Of a row of `incumbents`: it belongs to the latest term of its village. */
export function isLatestTerm(): Condition {
  return sql`${sql.ref('incumbents.termId')} in (
    select ${sql.ref('terms.id')} from ${sql.table('terms')}
    where ${sql.ref('terms.countyCode')} = ${sql.ref('incumbents.countyCode')}
      and ${sql.ref('terms.villageCode')} = ${sql.ref('incumbents.villageCode')}
    order by ${sql.ref('terms.startedOn')} desc limit 1)`
}

function isOfPlaces({ townshipCode, villageCodes }: Scope): boolean {
  return townshipCode !== undefined || villageCodes !== undefined
}

function isOfPeople({ menteesOf, casesOf, talentId }: Scope): boolean {
  return menteesOf !== undefined || casesOf !== undefined || talentId !== undefined
}

function atHome({ townshipCode, villageCodes }: Scope): Condition {
  return all(
    equals('talents.homeTownshipCode', townshipCode),
    villageCodes !== undefined && among('talents.homeVillageCode', villageCodes),
  )
}

function inOffice({ countyCode, townshipCode, villageCodes }: Scope): Condition {
  const place = { countyCode, ...(townshipCode !== undefined && { townshipCode }) }
  const scope = { ...place, ...(villageCodes && { villageCodes }) }
  const condition = all(atVillagesIn(scope, 'incumbents'), isLatestTerm())
  return sql`${sql.ref('talents.id')} in (${columnOf('incumbents', 'talentId', condition)})`
}

/** People whom a link that has not ended ties to somebody. */
function linked(
  scope: Scope,
  table: 'mentorships' | 'reviewCases',
  column: string,
  value: string,
  end: string,
): Condition {
  const condition = all(
    ofCounty(scope, table),
    equals(`${table}.${column}`, value),
    sql`${sql.ref(`${table}.${end}`)} is null`,
  )
  return sql`${sql.ref('talents.id')} in (${columnOf(table, 'talentId', condition)})`
}

function equals(column: string, value: string | undefined): Condition | false {
  return value !== undefined && sql`${sql.ref(column)} = ${value}`
}

function among(column: string, values: readonly string[]): Condition {
  return values.length === 0 ? NOTHING : sql`${sql.ref(column)} in (${sql.join(values)})`
}

function all(...conditions: (Condition | false)[]): Condition {
  const held = conditions.filter((condition) => condition !== false)
  return held.length === 0 ? sql`1 = 1` : sql`(${sql.join(held, sql` and `)})`
}

function columnOf(table: string, column: string, condition: Condition) {
  return sql`select ${sql.ref(`${table}.${column}`)} from ${sql.table(table)} where ${condition}`
}

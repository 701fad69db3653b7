import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

/** Text, integer and double precision only, so that both engines take the same statements. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await places(db)
  await dictionaries(db)
  await talents(db)
  await facts(db)
  await links(db)
  await terms(db)
  await work(db)
  for (const [table, columns] of INDEXES) await index(db, table, columns)
}

async function places(db: Kysely<unknown>) {
  await db.schema
    .createTable('counties')
    .addColumn('county_code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', notNull)
    .addColumn('province', 'text', notNull)
    .execute()
  await table(db, 'townships', ['code'])
    .addColumn('code', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .$call(refers('townships', [], 'counties', []))
    .execute()
  await table(db, 'villages', ['code'])
    .addColumn('code', 'text', notNull)
    .addColumn('township_code', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('kind', 'text', notNull)
    .addColumn('area', 'text')
    .addColumn('is_key', 'integer', notNull)
    .addColumn('households', 'integer')
    .addColumn('population', 'integer')
    .addColumn('party_members', 'integer')
    .addColumn('collective_income', 'double precision')
    .addColumn('trades', 'text', notNull)
    .addColumn('terrain', 'text')
    .addColumn('has_minorities', 'integer')
    .$call(oneOf('kind', ['village', 'community']))
    .$call(oneOf('terrain', ['plain', 'hill', 'mountain']))
    .$call(flags('is_key', 'has_minorities'))
    .$call(refers('villages', ['township_code'], 'townships', ['code']))
    .execute()
  await table(db, 'posts', ['village_code', 'post'])
    .addColumn('village_code', 'text', notNull)
    .addColumn('post', 'text', notNull)
    .addColumn('seats', 'integer', notNull)
    .$call(oneOf('post', POSTS))
    .addCheckConstraint('seats_counted', sql`seats >= 0`)
    .$call(refers('posts', ['village_code'], 'villages', ['code']))
    .execute()
}

async function dictionaries(db: Kysely<unknown>) {
  await table(db, 'skills', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('zh', 'text', notNull)
    .addColumn('en', 'text', notNull)
    .$call(refers('skills', [], 'counties', []))
    .execute()
  await table(db, 'needs', ['village_code', 'skill_id'])
    .addColumn('village_code', 'text', notNull)
    .addColumn('skill_id', 'text', notNull)
    .addColumn('weight', 'double precision', notNull)
    .addColumn('zh', 'text', notNull)
    .addColumn('en', 'text', notNull)
    .$call(shares('weight'))
    .$call(refers('needs', ['village_code'], 'villages', ['code']))
    .$call(refers('needs', ['skill_id'], 'skills', ['id']))
    .execute()
  await table(db, 'policies', ['version'])
    .addColumn('version', 'integer', notNull)
    .addColumn('body', 'text', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .$call(refers('policies', [], 'counties', []))
    .execute()
}

async function talents(db: Kysely<unknown>) {
  await table(db, 'talents', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('pinyin', 'text', notNull)
    .addColumn('initials', 'text', notNull)
    .addColumn('sex', 'text')
    .addColumn('born_on', 'text')
    .addColumn('education', 'text')
    .addColumn('is_full_time_education', 'integer')
    .addColumn('nationality', 'text')
    .addColumn('party_status', 'text')
    .addColumn('status', 'text', notNull)
    .addColumn('channel', 'text', notNull)
    .addColumn('occupation', 'text')
    .addColumn('home_township_code', 'text', notNull)
    .addColumn('home_village_code', 'text', notNull)
    .addColumn('consent', 'text')
    .addColumn('willingness', 'text')
    .addColumn('is_fit', 'integer')
    .addColumn('qualifications', 'text', notNull)
    .addColumn('has_outstanding_contribution', 'integer', notNull)
    .addColumn('experience_years', 'double precision')
    .addColumn('is_new_social_worker', 'integer', notNull)
    .$call(oneOf('sex', ['female', 'male']))
    .$call(oneOf('nationality', ['han', 'minority']))
    .$call(oneOf('party_status', ['full', 'probationary', 'activist', 'league', 'none']))
    .$call(oneOf('status', ['registered', 'in-pool', 'reserve', 'trial-post', 'appointed', 'left']))
    .$call(oneOf('channel', ['self', 'recommended', 'discovered']))
    .$call(oneOf('consent', ['given', 'withdrawn']))
    .$call(oneOf('willingness', ['village', 'township', 'county']))
    .$call(flags('is_full_time_education', 'is_fit'))
    .$call(flags('has_outstanding_contribution', 'is_new_social_worker'))
    .$call(refers('talents', ['home_township_code'], 'townships', ['code']))
    .$call(refers('talents', ['home_village_code'], 'villages', ['code']))
    .execute()
}

async function facts(db: Kysely<unknown>) {
  await table(db, 'talent_sources', ['talent_id', 'source'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('source', 'text', notNull)
    .$call(refers('talent_sources', ['talent_id'], 'talents', ['id']))
    .execute()
  await table(db, 'talent_skills', ['talent_id', 'skill_id'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('skill_id', 'text', notNull)
    .addColumn('level', 'double precision', notNull)
    .addColumn('standing', 'text', notNull)
    .$call(shares('level'))
    .$call(oneOf('standing', ['proven', 'claimed']))
    .$call(refers('talent_skills', ['talent_id'], 'talents', ['id']))
    .$call(refers('talent_skills', ['skill_id'], 'skills', ['id']))
    .execute()
  await table(db, 'honours', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('level', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('awarded_on', 'text', notNull)
    .$call(oneOf('level', ['township', 'county', 'city', 'province', 'nation']))
    .$call(refers('honours', ['talent_id'], 'talents', ['id']))
    .execute()
  await table(db, 'evidence', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('criterion', 'text', notNull)
    .addColumn('value', 'double precision', notNull)
    .addColumn('strength', 'double precision', notNull)
    .addColumn('standing', 'text', notNull)
    .addColumn('dated_on', 'text', notNull)
    .addColumn('source', 'text', notNull)
    .addColumn('note', 'text', notNull)
    .$call(shares('value'))
    .$call(shares('strength'))
    .$call(oneOf('standing', ['proven', 'claimed']))
    .$call(refers('evidence', ['talent_id'], 'talents', ['id']))
    .execute()
}

async function links(db: Kysely<unknown>) {
  await table(db, 'family_links', ['talent_id', 'relative_id'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('relative_id', 'text', notNull)
    .addColumn('relation', 'text', notNull)
    .addColumn('is_barred', 'integer', notNull)
    .addCheckConstraint('pair_in_order', sql`talent_id < relative_id`)
    .$call(flags('is_barred'))
    .$call(refers('family_links', ['talent_id'], 'talents', ['id']))
    .$call(refers('family_links', ['relative_id'], 'talents', ['id']))
    .execute()
  await table(db, 'residence_consents', ['talent_id', 'village_code'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('village_code', 'text', notNull)
    .addColumn('consented_on', 'text', notNull)
    .$call(refers('residence_consents', ['talent_id'], 'talents', ['id']))
    .$call(refers('residence_consents', ['village_code'], 'villages', ['code']))
    .execute()
}

async function terms(db: Kysely<unknown>) {
  await table(db, 'terms', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('village_code', 'text', notNull)
    .addColumn('started_on', 'text', notNull)
    .addColumn('ends_on', 'text', notNull)
    .addColumn('turnout', 'double precision')
    .addColumn('rounds', 'integer')
    .$call(shares('turnout'))
    .$call(refers('terms', ['village_code'], 'villages', ['code']))
    .execute()
  await table(db, 'incumbents', ['term_id', 'post', 'talent_id'])
    .addColumn('term_id', 'text', notNull)
    .addColumn('post', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('village_code', 'text', notNull)
    .addColumn('took_office_on', 'text', notNull)
    .$call(oneOf('post', POSTS))
    .$call(refers('incumbents', ['term_id'], 'terms', ['id']))
    .$call(refers('incumbents', ['talent_id'], 'talents', ['id']))
    .$call(refers('incumbents', ['village_code'], 'villages', ['code']))
    .execute()
}

async function work(db: Kysely<unknown>) {
  await table(db, 'plans', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('township_code', 'text')
    .addColumn('status', 'text', notNull)
    .addColumn('request', 'text', notNull)
    .addColumn('result', 'text')
    .addColumn('objective', 'double precision')
    .addColumn('gap', 'double precision')
    .addColumn('policy_version', 'integer', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('finished_at', 'text')
    .$call(oneOf('status', ['queued', 'running', 'done', 'cancelled', 'failed']))
    .$call(refers('plans', ['township_code'], 'townships', ['code']))
    .$call(refers('plans', ['policy_version'], 'policies', ['version']))
    .execute()
  await table(db, 'audit_entries', ['sequence'])
    .addColumn('sequence', 'integer', notNull)
    .addColumn('at', 'text', notNull)
    .addColumn('actor', 'text', notNull)
    .addColumn('action', 'text', notNull)
    .addColumn('subjects', 'text', notNull)
    .addColumn('detail', 'text', notNull)
    .$call(refers('audit_entries', [], 'counties', []))
    .execute()
}

const POSTS = [
  'secretary',
  'party-member',
  'chair',
  'committee-member',
  'supervision-head',
  'supervision-member',
]

/** The columns after `county_code`, which begins every index as it does every key. */
const INDEXES: [string, string[]][] = [
  ['villages', ['township_code', 'code']],
  ['talents', ['home_township_code', 'pinyin', 'id']],
  ['talents', ['home_village_code', 'pinyin', 'id']],
  ['talents', ['pinyin', 'id']],
  ['talents', ['willingness']],
  ['honours', ['talent_id']],
  ['evidence', ['talent_id']],
  ['family_links', ['relative_id']],
  ['terms', ['village_code', 'started_on']],
  ['incumbents', ['village_code']],
  ['incumbents', ['talent_id']],
  ['plans', ['created_at']],
]

type Builder = CreateTableBuilder<string, string>

function table(db: Kysely<unknown>, name: string, key: string[]) {
  return db.schema
    .createTable(name)
    .addColumn('county_code', 'text', notNull)
    .addPrimaryKeyConstraint(`${name}_key`, ['county_code', ...key] as never)
}

function notNull<C extends { notNull(): C }>(column: C): C {
  return column.notNull()
}

function refers(from: string, columns: string[], to: string, target: string[]) {
  const name = `${from}_${columns.join('_') || 'county_code'}_refers`
  return <B extends Builder>(builder: B) =>
    builder.addForeignKeyConstraint(name, ['county_code', ...columns], to, [
      'county_code',
      ...target,
    ]) as B
}

function oneOf(column: string, values: string[]) {
  const list = sql.join(values.map((value) => sql.lit(value)))
  return <B extends Builder>(builder: B) =>
    builder.addCheckConstraint(`${column}_known`, sql`${sql.ref(column)} in (${list})`) as B
}

function flags(...columns: string[]) {
  return <B extends Builder>(builder: B) =>
    columns.reduce<Builder>(
      (table, column) =>
        table.addCheckConstraint(`${column}_flag`, sql`${sql.ref(column)} in (0, 1)`),
      builder,
    ) as B
}

function shares(column: string) {
  return <B extends Builder>(builder: B) =>
    builder.addCheckConstraint(`${column}_share`, sql`${sql.ref(column)} between 0 and 1`) as B
}

async function index(db: Kysely<unknown>, table: string, columns: string[]) {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(['county_code', ...columns])
    .execute()
}

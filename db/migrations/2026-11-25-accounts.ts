import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { flags, index, notNull, oneOf, refers, table } from './build.ts'

/** Accounts and their scope, private fields, rights of the person, the chained audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await dictionaries(db)
  await accounts(db)
  await signingIn(db)
  await links(db)
  await talents(db)
  await rights(db)
  await settings(db)
  // The plugin would rename the columns of the rows that these read.
  await audit(db.withoutPlugins())
  await plans(db.withoutPlugins())
}

async function dictionaries(db: Kysely<unknown>) {
  for (const name of ['departments', 'sources', 'reasons'])
    await table(db, name, ['id'])
      .addColumn('id', 'text', notNull)
      .addColumn('zh', 'text', notNull)
      .addColumn('en', 'text', notNull)
      .addColumn('is_retired', 'integer', notNull)
      .$call(flags('is_retired'))
      .$call(refers(name, [], 'counties', []))
      .execute()
  await flagColumn(db, 'skills', 'is_retired')
  await flagColumn(db, 'counties', 'is_demonstration')
  // Until now the demonstration was all that a database could hold.
  await sql`update counties set is_demonstration = 1`.execute(db)
}

async function accounts(db: Kysely<unknown>) {
  await table(db, 'accounts', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('username', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('role', 'text', notNull)
    .addColumn('position', 'text')
    .addColumn('township_code', 'text')
    .addColumn('department_id', 'text')
    .addColumn('talent_id', 'text')
    .addColumn('state', 'text', notNull)
    .addColumn('password_hash', 'text')
    .addColumn('must_change_password', 'integer', notNull)
    .addColumn('totp_secret', 'text')
    .addColumn('totp_step', 'integer')
    .addColumn('is_demonstration', 'integer', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .addColumn('confirmed_at', 'text')
    .addColumn('confirmed_by', 'text')
    .addColumn('signed_in_at', 'text')
    .addColumn('revision', 'integer', notNull)
    .$call(oneOf('role', ROLES))
    .$call(oneOf('state', ['pending', 'active', 'closed']))
    .$call(flags('must_change_password', 'is_demonstration'))
    .$call(refers('accounts', ['township_code'], 'townships', ['code']))
    .$call(refers('accounts', ['department_id'], 'departments', ['id']))
    .$call(refers('accounts', ['talent_id'], 'talents', ['id']))
    .execute()
  await index(db, 'accounts', ['username'], true)
  await table(db, 'account_villages', ['account_id', 'village_code'])
    .addColumn('account_id', 'text', notNull)
    .addColumn('village_code', 'text', notNull)
    .$call(refers('account_villages', ['account_id'], 'accounts', ['id']))
    .$call(refers('account_villages', ['village_code'], 'villages', ['code']))
    .execute()
}

async function signingIn(db: Kysely<unknown>) {
  await table(db, 'sessions', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('account_id', 'text', notNull)
    .addColumn('has_code', 'integer', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('seen_at', 'text', notNull)
    .addColumn('address', 'text')
    .addColumn('agent', 'text')
    .$call(flags('has_code'))
    .$call(refers('sessions', ['account_id'], 'accounts', ['id']))
    .execute()
  await index(db, 'sessions', ['account_id'])
  await table(db, 'sign_in_failures', ['name_digest'])
    .addColumn('name_digest', 'text', notNull)
    .addColumn('failures', 'integer', notNull)
    .addColumn('failed_at', 'text', notNull)
    .addColumn('locked_until', 'text')
    .$call(refers('sign_in_failures', [], 'counties', []))
    .execute()
  await table(db, 'invitations', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .addColumn('expires_at', 'text', notNull)
    .addColumn('used_at', 'text')
    .$call(refers('invitations', ['talent_id'], 'talents', ['id']))
    .$call(refers('invitations', ['created_by'], 'accounts', ['id']))
    .execute()
  await index(db, 'invitations', ['talent_id'])
}

/** Who looks after whom, and whom a department is asked about. */
async function links(db: Kysely<unknown>) {
  await table(db, 'mentorships', ['mentor_id', 'talent_id'])
    .addColumn('mentor_id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('started_on', 'text', notNull)
    .addColumn('ended_on', 'text')
    .$call(refers('mentorships', ['mentor_id'], 'accounts', ['id']))
    .$call(refers('mentorships', ['talent_id'], 'talents', ['id']))
    .execute()
  await index(db, 'mentorships', ['talent_id'])
  await table(db, 'review_cases', ['department_id', 'talent_id'])
    .addColumn('department_id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('opened_at', 'text', notNull)
    .addColumn('closed_at', 'text')
    .$call(refers('review_cases', ['department_id'], 'departments', ['id']))
    .$call(refers('review_cases', ['talent_id'], 'talents', ['id']))
    .execute()
  await index(db, 'review_cases', ['talent_id'])
}

async function talents(db: Kysely<unknown>) {
  const columns = [
    'revision integer not null default 1',
    'keep_until text',
    `basis text check (basis in ('consent', 'duty'))`,
    'notice_version integer',
    'erased_at text',
  ]
  for (const column of columns)
    await sql`alter table talents add column ${sql.raw(column)}`.execute(db)
  await index(db, 'talents', ['keep_until'])
  await table(db, 'private_fields', ['talent_id', 'field'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('field', 'text', notNull)
    .addColumn('cipher', 'text', notNull)
    .addColumn('digest', 'text', notNull)
    .$call(oneOf('field', ['id-number', 'phone']))
    .$call(refers('private_fields', ['talent_id'], 'talents', ['id']))
    .execute()
  await index(db, 'private_fields', ['field', 'digest'])
  await table(db, 'talent_history', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('field', 'text', notNull)
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('at', 'text', notNull)
    .addColumn('account_id', 'text', notNull)
    .$call(refers('talent_history', ['talent_id'], 'talents', ['id']))
    .$call(refers('talent_history', ['account_id'], 'accounts', ['id']))
    .execute()
  await index(db, 'talent_history', ['talent_id', 'at'])
}

async function rights(db: Kysely<unknown>) {
  await table(db, 'notices', ['version'])
    .addColumn('version', 'integer', notNull)
    .addColumn('zh', 'text', notNull)
    .addColumn('en', 'text', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .$call(refers('notices', [], 'counties', []))
    .execute()
  await table(db, 'consents', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('act', 'text', notNull)
    .addColumn('channel', 'text', notNull)
    .addColumn('notice_version', 'integer')
    .addColumn('at', 'text', notNull)
    .addColumn('account_id', 'text', notNull)
    .$call(oneOf('act', ['given', 'withdrawn']))
    .$call(oneOf('channel', ['self', 'paper']))
    .$call(refers('consents', ['talent_id'], 'talents', ['id']))
    .$call(refers('consents', ['notice_version'], 'notices', ['version']))
    .$call(refers('consents', ['account_id'], 'accounts', ['id']))
    .execute()
  await index(db, 'consents', ['talent_id', 'at'])
  await table(db, 'corrections', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('field', 'text', notNull)
    .addColumn('proposed', 'text', notNull)
    .addColumn('note', 'text', notNull)
    .addColumn('state', 'text', notNull)
    .addColumn('answer', 'text')
    .addColumn('asked_at', 'text', notNull)
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text')
    .$call(oneOf('state', ['open', 'accepted', 'refused']))
    .$call(refers('corrections', ['talent_id'], 'talents', ['id']))
    .$call(refers('corrections', ['answered_by'], 'accounts', ['id']))
    .execute()
  await index(db, 'corrections', ['talent_id', 'asked_at'])
  await index(db, 'corrections', ['state', 'asked_at'])
}

async function settings(db: Kysely<unknown>) {
  await table(db, 'settings', ['version'])
    .addColumn('version', 'integer', notNull)
    .addColumn('body', 'text', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .$call(refers('settings', [], 'counties', []))
    .execute()
  await table(db, 'key_checks', ['version'])
    .addColumn('version', 'integer', notNull)
    .addColumn('digest', 'text', notNull)
    .addColumn('created_at', 'text', notNull)
    .$call(refers('key_checks', [], 'counties', []))
    .execute()
}

type Earlier = {
  county_code: string
  sequence: number
  at: string
  actor: string
  action: string
  subjects: string
  detail: string
}

/**
 * Entries name a set of subjects, which is stored once however often it is looked at; an entry of before the chain
 * has no hash until the program first starts with its key.
 */
async function audit(db: Kysely<unknown>) {
  const { rows } = await sql<Earlier>`select * from audit_entries`.execute(db)
  await db.schema.dropTable('audit_entries').execute()
  await table(db, 'audit_subjects', ['subject_set', 'subject'])
    .addColumn('subject_set', 'text', notNull)
    .addColumn('subject', 'text', notNull)
    .$call(refers('audit_subjects', [], 'counties', []))
    .execute()
  await index(db, 'audit_subjects', ['subject'])
  await table(db, 'audit_entries', ['sequence'])
    .addColumn('sequence', 'integer', notNull)
    .addColumn('at', 'text', notNull)
    .addColumn('actor', 'text', notNull)
    .addColumn('role', 'text')
    .addColumn('action', 'text', notNull)
    .addColumn('outcome', 'text', notNull)
    .addColumn('subject_set', 'text')
    .addColumn('scope', 'text', notNull)
    .addColumn('reason', 'text')
    .addColumn('policy_version', 'integer')
    .addColumn('rule_book', 'text')
    .addColumn('request_id', 'text')
    .addColumn('detail', 'text', notNull)
    .addColumn('key_version', 'integer')
    .addColumn('hash', 'text')
    .$call(oneOf('outcome', ['done', 'denied', 'failed']))
    .$call(refers('audit_entries', [], 'counties', []))
    .execute()
  await index(db, 'audit_entries', ['subject_set', 'sequence'])
  await index(db, 'audit_entries', ['actor', 'sequence'])
  await index(db, 'audit_entries', ['action', 'sequence'])
  await table(db, 'audit_heads', [])
    .addColumn('sequence', 'integer', notNull)
    .addColumn('hash', 'text', notNull)
    .$call(refers('audit_heads', [], 'counties', []))
    .execute()
  for (const row of rows) await carryOver(db, row)
}

async function carryOver(db: Kysely<unknown>, row: Earlier) {
  const subjects = [...new Set(JSON.parse(row.subjects) as string[])].sort()
  const set = subjects.length > 0 ? setOf(subjects) : null
  for (const subject of subjects)
    await sql`insert into audit_subjects (county_code, subject_set, subject)
      values (${row.county_code}, ${set}, ${subject}) on conflict do nothing`.execute(db)
  await sql`insert into audit_entries
    (county_code, sequence, at, actor, action, outcome, subject_set, scope, detail)
    values (${row.county_code}, ${row.sequence}, ${row.at}, ${row.actor}, ${row.action},
      'done', ${set}, '{}', ${row.detail})`.execute(db)
}

function setOf(subjects: string[]): string {
  return createHash('sha256').update(JSON.stringify(subjects)).digest('hex')
}

/** Results name people by id alone from now on; those stored before hold names, which are taken out. */
async function plans(db: Kysely<unknown>) {
  await sql`alter table plans add column asked_by text`.execute(db)
  await sql`alter table plans add column reach text not null default 'county'
    check (reach in ('county', 'township'))`.execute(db)
  const { rows } = await sql<{ county_code: string; id: string; result: string }>`
    select county_code, id, result from plans where result is not null`.execute(db)
  for (const { county_code, id, result } of rows) {
    const { people: _, ...rest } = JSON.parse(result)
    await sql`update plans set result = ${JSON.stringify(rest)}
      where county_code = ${county_code} and id = ${id}`.execute(db)
  }
}

async function flagColumn(db: Kysely<unknown>, name: string, column: string) {
  await sql`alter table ${sql.table(name)} add column ${sql.raw(column)} integer not null default 0
    check (${sql.raw(column)} in (0, 1))`.execute(db)
}

const ROLES = ['county', 'township', 'village', 'mentor', 'reviewer', 'talent', 'admin', 'auditor']

import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { flags, index, notNull, oneOf, refers, table } from './build.ts'

/** The whole portrait, relatives, lists, saved searches, spreadsheets that come in, and what search reads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await portraits(db)
  await relatives(db)
  await lists(db)
  await searches(db)
  await imports(db)
  await texts(db)
}

async function portraits(db: Kysely<unknown>) {
  for (const name of TEXTS) await column(db, 'talents', name, 'text')
  await column(db, 'talents', 'search_row', 'integer')
  await column(db, 'talents', 'pool_revision', 'integer not null default 0')
  await index(db, 'talents', ['search_row'], true)
  await index(db, 'talents', ['pool_revision'])
  await index(db, 'talents', ['name'])
  await index(db, 'talents', ['import_id'])
  await column(db, 'counties', 'pool_revision', 'integer not null default 0')
  await column(db, 'counties', 'pool_rebuilt_at', 'integer not null default 0')
  await column(db, 'evidence', 'document', 'text')
  await column(db, 'skills', 'is_free', 'integer not null default 0 check (is_free in (0, 1))')
  await table(db, 'talent_tags', ['talent_id', 'tag'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('tag', 'text', notNull)
    .$call(refers('talent_tags', ['talent_id'], 'talents', ['id']))
    .execute()
}

async function relatives(db: Kysely<unknown>) {
  await table(db, 'relatives', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('relation', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('born_on', 'text')
    .addColumn('political_status', 'text')
    .addColumn('work', 'text')
    .addColumn('linked_id', 'text')
    .addColumn('refused_ids', 'text', notNull)
    .$call(refers('relatives', ['talent_id'], 'talents', ['id']))
    .$call(refers('relatives', ['linked_id'], 'talents', ['id']))
    .execute()
  await index(db, 'relatives', ['talent_id'])
  await index(db, 'relatives', ['linked_id'])
}

async function lists(db: Kysely<unknown>) {
  await table(db, 'lists', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('note', 'text', notNull)
    .addColumn('township_code', 'text')
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .addColumn('revision', 'integer', notNull)
    .$call(refers('lists', ['township_code'], 'townships', ['code']))
    .execute()
  await table(db, 'list_members', ['list_id', 'talent_id'])
    .addColumn('list_id', 'text', notNull)
    .addColumn('talent_id', 'text', notNull)
    .addColumn('note', 'text', notNull)
    .addColumn('added_at', 'text', notNull)
    .addColumn('added_by', 'text', notNull)
    .$call(refers('list_members', ['list_id'], 'lists', ['id']))
    .$call(refers('list_members', ['talent_id'], 'talents', ['id']))
    .execute()
  await index(db, 'list_members', ['talent_id'])
  await table(db, 'duplicate_answers', ['talent_id', 'other_id'])
    .addColumn('talent_id', 'text', notNull)
    .addColumn('other_id', 'text', notNull)
    .addColumn('at', 'text', notNull)
    .addColumn('account_id', 'text', notNull)
    .addCheckConstraint('pair_in_order', sql`talent_id < other_id`)
    .$call(refers('duplicate_answers', ['talent_id'], 'talents', ['id']))
    .$call(refers('duplicate_answers', ['other_id'], 'talents', ['id']))
    .execute()
}

async function searches(db: Kysely<unknown>) {
  await table(db, 'saved_searches', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('query', 'text', notNull)
    .addColumn('is_shared', 'integer', notNull)
    .addColumn('account_id', 'text', notNull)
    .addColumn('township_code', 'text')
    .addColumn('created_at', 'text', notNull)
    .$call(flags('is_shared'))
    .$call(refers('saved_searches', ['account_id'], 'accounts', ['id']))
    .execute()
  await table(db, 'search_looks', ['search_id', 'account_id'])
    .addColumn('search_id', 'text', notNull)
    .addColumn('account_id', 'text', notNull)
    .addColumn('looked_at', 'text', notNull)
    .$call(refers('search_looks', ['search_id'], 'saved_searches', ['id']))
    .$call(refers('search_looks', ['account_id'], 'accounts', ['id']))
    .execute()
}

async function imports(db: Kysely<unknown>) {
  await table(db, 'imports', ['id'])
    .addColumn('id', 'text', notNull)
    .addColumn('kind', 'text', notNull)
    .addColumn('state', 'text', notNull)
    .addColumn('file_name', 'text', notNull)
    .addColumn('township_code', 'text')
    .addColumn('reading', 'text', notNull)
    .addColumn('choices', 'text', notNull)
    .addColumn('counts', 'text', notNull)
    .addColumn('problem', 'text')
    .addColumn('revision', 'integer', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('created_by', 'text', notNull)
    .addColumn('finished_at', 'text')
    .$call(oneOf('kind', ['people', 'villages', 'incumbents']))
    .$call(oneOf('state', IMPORT_STATES))
    .$call(refers('imports', ['created_by'], 'accounts', ['id']))
    .execute()
  await index(db, 'imports', ['created_at'])
  await table(db, 'import_rows', ['import_id', 'line'])
    .addColumn('import_id', 'text', notNull)
    .addColumn('line', 'integer', notNull)
    .addColumn('state', 'text', notNull)
    .addColumn('talent_id', 'text')
    .addColumn('cells', 'text', notNull)
    .addColumn('faults', 'text', notNull)
    .$call(oneOf('state', ROW_STATES))
    .$call(refers('import_rows', ['import_id'], 'imports', ['id']))
    .execute()
  await index(db, 'import_rows', ['import_id', 'state', 'line'])
  await table(db, 'import_changes', ['import_id', 'subject'])
    .addColumn('import_id', 'text', notNull)
    .addColumn('subject', 'text', notNull)
    .addColumn('act', 'text', notNull)
    .addColumn('before', 'text')
    .addColumn('revision', 'integer', notNull)
    .$call(oneOf('act', ['created', 'updated']))
    .$call(refers('import_changes', ['import_id'], 'imports', ['id']))
    .execute()
}

/** Words of a person as bigrams: a full-text table on SQLite, a plain one with an index of the same on PostgreSQL. */
async function texts(db: Kysely<unknown>) {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await table(db, 'talent_texts', ['search_row'])
      .addColumn('search_row', 'integer', notNull)
      .addColumn('words', 'text', notNull)
      .execute()
    // Kept, since words that stand beside each other are looked for in it and not in the index.
    await sql`alter table talent_texts add column tokens tsvector
      generated always as (to_tsvector('simple', words)) stored`.execute(db)
    await sql`create index talent_texts_by_tokens on talent_texts using gin (tokens)`.execute(db)
    return
  }
  await sql`create virtual table talent_texts using fts5 (words, tokenize = 'unicode61')`.execute(
    db,
  )
  // What is erased goes from the index at once.
  await sql`insert into talent_texts (talent_texts, rank) values ('secure-delete', 1)`.execute(db)
}

async function column(db: Kysely<unknown>, name: string, added: string, type: string) {
  await sql`alter table ${sql.table(name)} add column ${sql.raw(`${added} ${type}`)}`.execute(db)
}

const TEXTS = [
  'syllables',
  'ethnicity',
  'native_place',
  'full_time_education',
  'full_time_school',
  'in_service_education',
  'in_service_school',
  'degree',
  'party_joined_on',
  'residence',
  'resume',
  'remarks',
  'created_at',
  'updated_at',
  'import_id',
  'merged_into',
]

const IMPORT_STATES = [
  'reading',
  'asking',
  'checking',
  'checked',
  'writing',
  'done',
  'undoing',
  'undone',
  'cancelled',
  'failed',
]

const ROW_STATES = ['new', 'update', 'merge', 'same', 'skip', 'faulty', 'left-out']

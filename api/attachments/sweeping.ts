import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import {
  FILE_TABLES,
  type FileTable,
  listFilesAbout,
  pageOfFiles,
  takeRemovedFiles,
} from '../../db/kept-files.ts'
import type { Scope } from '../../db/scope.ts'
import { entryBy } from '../auditing.ts'
import type { Dependencies } from '../context.ts'

type Given = Pick<Dependencies, 'db' | 'keyring' | 'countyCode' | 'attachments' | 'log' | 'clock'>

/** How long a removal can be taken back. */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** At a start, when nobody is writing: what was removed long ago goes, and so does what no row names. */
export async function sweepAttachments(given: Given): Promise<void> {
  const { db, countyCode, attachments: store, log } = given
  try {
    await store.removeParts()
    for (const id of await forgetRemoved(given)) await store.remove(id)
    const named = new Set<string>()
    for await (const { id } of everyFile(db, { countyCode })) named.add(id)
    const orphans = (await store.list()).filter((id) => !named.has(id))
    for (const id of orphans) await store.remove(id)
    if (orphans.length > 0) log.info({ files: orphans.length }, 'files without a row were removed')
  } catch (error) {
    // A folder that cannot be written keeps nobody out.
    log.error({ err: error }, 'attachments were not swept')
  }
}

/** Every file that a row names, of nominees and of entries. */
export async function* everyFile(db: Db, scope: Scope) {
  for (const table of FILE_TABLES) yield* everyFileOf(db, scope, table)
}

/** Runs what takes rows about a person away, then removes the bytes of those that are gone. */
export async function removingBytes(
  { db, countyCode, attachments: store }: Pick<Given, 'db' | 'countyCode' | 'attachments'>,
  talentId: string,
  work: () => Promise<void>,
): Promise<void> {
  const scope = { countyCode }
  const before = await listFilesAbout(db, scope, talentId)
  await work()
  const left = new Set(await listFilesAbout(db, scope, talentId))
  for (const id of before.filter((one) => !left.has(one))) await store.remove(id)
}

async function* everyFileOf(db: Db, scope: Scope, table: FileTable) {
  let after: string | null = null
  do {
    const page = { after, limit: PAGE }
    const rows: Awaited<ReturnType<typeof pageOfFiles>> = await pageOfFiles(db, scope, table, page)
    yield* rows
    after = rows.at(-1)?.id ?? null
  } while (after !== null)
}
const PAGE = 1_000

const FORGOTTEN = {
  attachments: 'attachment.forgotten',
  entryFiles: 'entry.file-forgotten',
  villageFiles: 'village-file.forgotten',
  photographs: 'photograph.forgotten',
} satisfies Record<FileTable, string>

async function forgetRemoved({ db, keyring, countyCode, clock }: Given): Promise<string[]> {
  const now = (clock?.() ?? new Date()).getTime()
  const before = new Date(now - KEPT_DAYS * DAY_MS).toISOString()
  return db.transaction().execute(async (transaction) => {
    const ids: string[] = []
    for (const table of FILE_TABLES) {
      const rows = await takeRemovedFiles(transaction, { countyCode }, { table, before })
      const entries = rows.map(({ id, about }) =>
        entryBy('system', { action: FORGOTTEN[table], subjects: [about, id] }),
      )
      if (entries.length > 0) await appendAudit(transaction, keyring, { countyCode }, entries)
      ids.push(...rows.map(({ id }) => id))
    }
    return ids
  })
}

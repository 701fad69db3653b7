import { pageOfImportRows } from '../../db/import-rows.ts'
import type { Env } from '../context.ts'
import type { FaultyLine } from '../roster/faults-file.ts'
import { openRow } from './sealed.ts'

const AT_ONCE = 200

/** Faulty rows in the order of the file, mended cells as they are now. */
export async function* faultyLines(
  {
    db,
    scope,
    keyring,
    countyCode,
  }: Pick<Env['Variables'], 'db' | 'scope' | 'keyring' | 'countyCode'>,
  importId: string,
): AsyncGenerator<FaultyLine> {
  const sealing = { keyring, countyCode, importId }
  for (let after: number | undefined; ; ) {
    const filter = { states: ['faulty'], after, limit: AT_ONCE } as const
    const page = await pageOfImportRows(db, scope, importId, filter)
    if (page.length === 0) return
    for (const row of page) {
      const { line, cells, faults } = openRow(sealing, row)
      yield { line, cells, faults }
    }
    after = page.at(-1)!.line
  }
}

import type { ImportRow } from '../../db/import-rows.ts'
import type { Keyring } from '../../db/keyring.ts'
import type { Fault, RawCell } from '../roster/types.ts'
import type { StoredReading } from './types.ts'

/** What is kept of a file while it waits is encrypted, each value bound to its place. */
export type Sealing = { keyring: Keyring; countyCode: string; importId: string }

export type OpenRow = {
  line: number
  state: ImportRow['state']
  talentId: string | null
  cells: RawCell[]
  isHidden?: true
  /** By field, as somebody mended it. */
  mended: Record<string, string>
  faults: Fault[]
  /** As stored, which stays where nothing is mended. */
  sealedCells: string
}

export function sealCells(
  sealing: Sealing,
  { line, cells, isHidden, mended }: Pick<OpenRow, 'line' | 'cells' | 'isHidden' | 'mended'>,
): string {
  const rest = { ...(isHidden && { isHidden }), ...(Object.keys(mended).length > 0 && { mended }) }
  return sealing.keyring.encrypt(JSON.stringify({ cells, ...rest }), placeOf(sealing, line))
}

/** Kinds stay readable, so that rows can be found by them; words may quote a cell. */
export function sealFaults(sealing: Sealing, line: number, faults: readonly Fault[]): string {
  if (faults.length === 0) return NO_FAULTS
  const of = (level: Fault['level']) => [
    ...new Set(faults.filter((it) => it.level === level).map(({ kind }) => kind)),
  ]
  const sealed = sealing.keyring.encrypt(JSON.stringify(faults), `${placeOf(sealing, line)}/faults`)
  return JSON.stringify({ errors: of('error'), notices: of('notice'), sealed } satisfies Sealed)
}

type Sealed = { errors: string[]; notices: string[]; sealed: string }

/** What is wrong with a row, without the words. */
export function kindsOf(faults: string): Pick<Sealed, 'errors' | 'notices'> {
  return faults === NO_FAULTS ? { errors: [], notices: [] } : (JSON.parse(faults) as Sealed)
}

export const NO_FAULTS = '[]'

export function openRow(sealing: Sealing, row: ImportRow): OpenRow {
  const { line, state, talentId } = row
  const place = placeOf(sealing, line)
  const kept = JSON.parse(sealing.keyring.decrypt(row.cells, place)) as Partial<OpenRow>
  return {
    ...{ line, state, talentId, mended: {}, cells: [] },
    ...kept,
    faults: openFaults(sealing, row),
    sealedCells: row.cells,
  }
}

export function sealReading({ keyring, ...of }: Sealing, reading: StoredReading): string {
  return keyring.encrypt(JSON.stringify(reading), `${of.countyCode}/imports/${of.importId}/reading`)
}

/** Null before the file was read. */
export function openReading({ keyring, ...of }: Sealing, stored: unknown): StoredReading | null {
  if (typeof stored !== 'string') return null
  const place = `${of.countyCode}/imports/${of.importId}/reading`
  return JSON.parse(keyring.decrypt(stored, place)) as StoredReading
}

export function sealBefore({ keyring, ...of }: Sealing, subject: string, before: unknown): string {
  return keyring.encrypt(JSON.stringify(before), beforePlace(of, subject))
}

export function openBefore<Before>(
  { keyring, ...of }: Sealing,
  subject: string,
  before: string,
): Before {
  return JSON.parse(keyring.decrypt(before, beforePlace(of, subject))) as Before
}

function openFaults(sealing: Sealing, { line, faults }: ImportRow): Fault[] {
  if (faults === NO_FAULTS) return []
  const { sealed } = JSON.parse(faults) as Sealed
  return JSON.parse(sealing.keyring.decrypt(sealed, `${placeOf(sealing, line)}/faults`))
}

const placeOf = ({ countyCode, importId }: Sealing, line: number) =>
  `${countyCode}/imports/${importId}/${line}`

const beforePlace = ({ countyCode, importId }: Omit<Sealing, 'keyring'>, subject: string) =>
  `${countyCode}/imports/${importId}/before/${subject}`

import { hastily } from '../../db/engine.ts'
import { insertImportRows } from '../../db/import-rows.ts'
import { updateImport } from '../../db/imports.ts'
import { TO_SEE } from '../exports/to-see.ts'
import { RosterProblem } from '../roster/problems.ts'
import { readRoster } from '../roster/reader.ts'
import { recognise } from '../roster/recognise.ts'
import type { Column, RawLine, Reading, RosterKind } from '../roster/types.ts'
import { inBatches } from './batches.ts'
import type { Job } from './job.ts'
import { NO_FAULTS, sealCells, sealReading } from './sealed.ts'
import { removeRows } from './taking-back.ts'
import { type Choices, NO_COUNTS } from './types.ts'

/** Files whose other sheets may still be asked for. */
const [MOST_KEPT, MOST_KEPT_BYTES] = [8, 20 * 1024 * 1024]
const SAMPLE = 100

/**
 * Reads a file into the rows that wait, and makes out what its columns mean. What cannot be read fails with the words
 * of the reader; a signal ends it, and whoever gave it says what becomes of the import.
 */
export async function readImport(
  job: Job,
  { bytes, sheet }: { bytes: Uint8Array; sheet?: string | undefined },
  files: Map<string, Uint8Array>,
): Promise<void> {
  try {
    await removeRows(job)
    const staged: Staged = { first: [], rows: 0 }
    const reading = await readRoster(
      ...([bytes, job.row.fileName, { sheet }] as const),
      (lines) => stage(job, lines, staged),
      job.signal,
    )
    if (reading.sheets.length > 1) keep(files, job.id, bytes)
    await store(job, reading, staged.first)
  } catch (error) {
    if (job.signal.aborted) return
    if (!(error instanceof RosterProblem)) throw error
    const change = { state: 'failed', problem: error.words, finishedAt: job.now() } as const
    await updateImport(job.db, job.scope, job.id, { from: ['reading'] }, change)
    await removeRows(job)
  }
}

type Staged = { first: RawLine[]; rows: number }

async function stage(job: Job, lines: RawLine[], staged: Staged): Promise<void> {
  staged.first.push(...lines.slice(0, Math.max(0, SAMPLE - staged.first.length)))
  await inBatches(lines, job.signal, async (batch) => {
    const rows = batch.map(({ line, cells, isHidden }) => ({
      ...{ line, talentId: null, faults: NO_FAULTS, state: 'new' as const },
      cells: sealCells(job.sealing, { line, cells, mended: {}, ...(isHidden && { isHidden }) }),
    }))
    await hastily(job.db, (it) => insertImportRows(it, job.scope, job.id, rows))
    staged.rows += batch.length
    await job.progress('reading', staged.rows, 0)
  })
}

async function store(job: Job, reading: Reading, first: readonly RawLine[]): Promise<void> {
  const { mapping, questions } = recognised(job.row.kind, reading.columns, first)
  const kept = { ...reading, questions, places: [] }
  const before = job.row.choices as Choices | null
  const choices: Choices = { mapping, places: {}, known: before?.known ?? usual(job) }
  await updateImport(...([job.db, job.scope, job.id, { from: ['reading'] }] as const), {
    state: questions.length > 0 ? 'asking' : 'checking',
    reading: sealReading(job.sealing, kept),
    choices,
    counts: { ...NO_COUNTS },
  })
}

/** People keep what is known of them; villages begin with figures that are there to be replaced. */
const usual = ({ row }: Job) => (row.kind === 'people' ? ('merge' as const) : ('update' as const))

/** Columns of an export that only show something are not read again. */
function recognised(kind: RosterKind, columns: readonly Column[], first: readonly RawLine[]) {
  const { mapping, questions } = recognise(kind, columns, first)
  const shown = columns.filter(({ header }) => header.endsWith(TO_SEE)).map(({ at }) => at)
  return {
    mapping: { ...mapping, ...Object.fromEntries(shown.map((at) => [at, 'ignored'])) },
    questions: questions.filter(({ at }) => !shown.includes(at)),
  }
}

function keep(files: Map<string, Uint8Array>, id: string, bytes: Uint8Array): void {
  if (bytes.length > MOST_KEPT_BYTES) return
  files.set(id, bytes)
  if (files.size > MOST_KEPT) files.delete(files.keys().next().value!)
}

import type { EntryKind, SheetPreview } from '../../village-record.ts'
import { language, t } from '../../words/index.ts'
import { save } from '../courses/save-file.ts'
import { sendFile } from '../send-file.ts'

/** Bytes that the server takes. */
const MOST_BYTES = 10 * 1024 * 1024
const TAKEN = /\.(xlsx|csv)$/i

/** Why a file is not even sent; null when it may be. */
export function refusalOf({ name, size }: File): string | null {
  const words = t().villageRecord.sheet
  if (!TAKEN.test(name)) return words.other(name)
  if (size === 0) return words.empty(name)
  return size > MOST_BYTES ? words.large(name) : null
}

/** What the file would write; nothing is kept. */
export async function previewSheet(
  kind: EntryKind,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<SheetPreview> {
  const address = `/api/v1/village-entries/sheet?${new URLSearchParams({ kind, name: file.name })}`
  const way = { onProgress, signal, failed: t().villageRecord.sheet.failed }
  return (await sendFile<SheetPreview>(address, file, way)).body
}

/** The sheet of a kind, under the name that the server gives it. */
export function saveEntrySheet(kind: EntryKind, township: string): Promise<void> {
  const asked = new URLSearchParams({ kind, ...(township !== '' && { township }) })
  return save(`/api/v1/village-entries/sheet?${asked}`, {
    headers: { 'accept-language': language() },
  })
}

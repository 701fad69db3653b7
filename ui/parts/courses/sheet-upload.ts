import { api } from '../../client.ts'
import type { SheetPreview } from '../../courses.ts'
import { t } from '../../words/index.ts'
import { sendFile } from '../send-file.ts'

/** Bytes that the server takes. */
const MOST_BYTES = 10 * 1024 * 1024
const TAKEN = /\.(xlsx|csv)$/i

/** Why a file is not even sent; null when it may be. */
export function refusalOf({ name, size }: File): string | null {
  if (!TAKEN.test(name)) return t().courses.sheet.other(name)
  if (size === 0) return t().courses.sheet.empty(name)
  return size > MOST_BYTES ? t().courses.sheet.large(name) : null
}

/** What the file would change; nothing is written. */
export async function previewSheet(
  id: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<SheetPreview> {
  const path = api.courses[':id'].sheet.$path({ param: { id }, query: { name: file.name } })
  const way = { onProgress, signal, failed: t().courses.sheet.failed }
  return (await sendFile<SheetPreview>(path, file, way)).body
}

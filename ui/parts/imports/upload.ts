import { api } from '../../client.ts'
import type { ImportKind } from '../../types.ts'
import { t } from '../../words/index.ts'
import { sendFile } from '../send-file.ts'

/** Bytes that the server takes. */
export const MOST_BYTES = 60 * 1024 * 1024
const TAKEN = /\.(xlsx|csv)$/i

/** Why a file is not even sent; null when it may be. */
export function refusalOf({ name, size }: File): string | null {
  if (!TAKEN.test(name)) return t().imports.start.other(name)
  if (size === 0) return t().imports.start.empty(name)
  if (size > MOST_BYTES) return t().imports.start.large(name, (size / 1024 / 1024).toFixed(0))
  return null
}

/** Resolves to the id of the import. */
export async function upload(
  kind: ImportKind,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const address = api.imports.$path({ query: { kind, name: file.name } })
  const failed = t().imports.start.failed
  const { body } = await sendFile<{ id: string }>(address, file, { onProgress, signal, failed })
  return body.id
}

import { api, type ProblemDetails } from '../../client.ts'
import type { PoolQuery } from '../../pool.ts'
import type { PrivateField } from '../../types.ts'
import { language, t } from '../../words/index.ts'

export type ExportAsked = {
  query: PoolQuery
  people?: string[]
  columns: string[]
  format: 'xlsx' | 'csv'
  reason: string
  unmasked: PrivateField[]
}

/** Takes the file as it comes, tells how much there is, and saves it under the name the server gives it. */
export async function exportPool(
  asked: ExportAsked,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const answer = await fetch(api.exports.$path(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language() },
    body: JSON.stringify(asked),
    signal,
  }).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw failure({ ...lost(), detail: String(cause) })
  })
  if (!answer.ok) throw failure(await answer.json().catch(lost))
  const name = nameIn(answer.headers.get('content-disposition') ?? '') ?? `export.${asked.format}`
  save(new Blob(await partsOf(answer, onBytes), { type: typeOf(answer) }), name)
  return name
}

async function partsOf(answer: Response, onBytes: (bytes: number) => void): Promise<BlobPart[]> {
  const parts: BlobPart[] = []
  let bytes = 0
  const reader = answer.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value)
    bytes += part.value.byteLength
    onBytes(bytes)
  }
  return parts
}

/** RFC 6266: the name in UTF-8, which may be Chinese. */
function nameIn(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded && decodeURIComponent(encoded)
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}

const KEEP_MS = 60_000

const typeOf = (answer: Response) => answer.headers.get('content-type') ?? ''

const failure = (details: ProblemDetails) => new Error(details.title, { cause: details })

const lost = (): ProblemDetails => ({
  ...{ type: 'network', title: t().imports.export.failed, status: 0, detail: '' },
  instance: '',
})

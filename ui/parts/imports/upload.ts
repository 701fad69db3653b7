import { api, type ProblemDetails } from '../../client.ts'
import type { ImportKind } from '../../types.ts'
import { language, t } from '../../words/index.ts'

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

/** An upload with its progress, which `fetch` does not tell. Resolves to the id of the import. */
export function upload(
  kind: ImportKind,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', api.imports.$path({ query: { kind, name: file.name } }))
    request.responseType = 'json'
    request.setRequestHeader('accept-language', language())
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total))
    request.addEventListener('load', () => {
      const { id } = (request.response ?? {}) as { id?: string }
      if (request.status === 202 && id) resolve(id)
      else reject(failure(request))
    })
    request.addEventListener('error', () => reject(failure(request)))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function failure({ response, status }: XMLHttpRequest): Error {
  const given = response as ProblemDetails | null
  const details: ProblemDetails = given?.title
    ? given
    : { ...{ type: 'network', title: t().imports.start.failed, status, detail: '' }, instance: '' }
  return new Error(details.title, { cause: details })
}

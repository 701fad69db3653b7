import type { ProblemDetails } from '../client.ts'
import { language } from '../words/index.ts'

type Way = {
  onProgress: (share: number) => void
  signal: AbortSignal
  /** Said when the server did not say anything. */
  failed: string
}

/** An upload with its progress, which `fetch` does not tell. */
export function sendFile<T>(
  address: string,
  file: File,
  { onProgress, signal, failed }: Way,
): Promise<{ status: number; body: T }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => reject(failure(request, failed))
    request.open('POST', address)
    request.responseType = 'json'
    request.setRequestHeader('accept-language', language())
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total))
    request.addEventListener('load', () => {
      const { status, response } = request
      if (status >= 200 && status < 300 && response) resolve({ status, body: response as T })
      else fail()
    })
    request.addEventListener('error', fail)
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function failure({ response, status }: XMLHttpRequest, failed: string): Error {
  const given = response as ProblemDetails | null
  const details: ProblemDetails = given?.title
    ? given
    : { ...{ type: 'network', title: failed, status, detail: '' }, instance: '' }
  return new Error(details.title, { cause: details })
}

import { api, type ProblemDetails } from '../../client.ts'
import { language, t } from '../../words/index.ts'

type HoursAsked = {
  year: string
  township: string | null
  q: string
  short: boolean
  reason: string
}

/** The sheet of a course, under the name that the server gives it. */
export function saveSheet(id: string): Promise<void> {
  return save(api.courses[':id'].sheet.$path({ param: { id } }), { headers: spoken() })
}

export function saveHours(asked: HoursAsked): Promise<void> {
  return save(api['training-hours'].file.$path(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...spoken() },
    body: JSON.stringify(asked),
  })
}

export async function save(address: string, init: RequestInit): Promise<void> {
  const answer = await fetch(address, init).catch((cause: unknown) => {
    throw failure({ ...lost(), detail: String(cause) })
  })
  if (!answer.ok) throw failure(await answer.json().catch(lost))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = nameIn(answer.headers.get('content-disposition') ?? '') ?? 'yanzhen.xlsx'
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}

const KEEP_MS = 60_000
const spoken = () => ({ 'accept-language': language() })

/** RFC 6266: the name in UTF-8, which may be Chinese. */
function nameIn(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded && decodeURIComponent(encoded)
}

const failure = (details: ProblemDetails) => new Error(details.title, { cause: details })

const lost = (): ProblemDetails => ({
  ...{ type: 'network', title: t().courses.hours.fileFailed, status: 0, detail: '' },
  instance: '',
})

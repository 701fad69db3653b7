import { hc } from 'hono/client'
import type { App } from '../api/app.ts'
import { language, t } from './words/index.ts'

/** RFC 9457, in the language that was asked for. */
export type ProblemDetails = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: { pointer: string; detail: string }[]
}

export const api = hc<App>('/', {
  headers: () => ({ 'accept-language': language() === 'en' ? 'en' : 'zh-CN' }),
}).api.v1

type Answer = { ok: boolean; url: string; status: number; json(): Promise<unknown> }
type Body<A extends Answer> = Awaited<ReturnType<A['json']>>

/** The body of an answer; whatever goes wrong is thrown as one kind of error that `problemOf` reads. */
export async function read<A extends Answer>(asked: Promise<A>): Promise<Body<A>> {
  const answer = await asked.catch((cause: unknown) => {
    throw problem({ ...unreachable(), detail: String(cause) })
  })
  if (!answer.ok) throw refusalOf(await detailsOf(answer))
  return (await answer.json()) as Body<A>
}

/** A file instead of an answer to read. */
export async function readFile(asked: Promise<Answer & { blob(): Promise<Blob> }>): Promise<Blob> {
  const answer = await asked.catch((cause: unknown) => {
    throw problem({ ...unreachable(), detail: String(cause) })
  })
  if (!answer.ok) throw refusalOf(await detailsOf(answer))
  return answer.blob()
}

/** Whether the problem is of this type of the server's catalogue. */
export const isOfType = ({ type }: ProblemDetails, name: string) => type === `/problems/${name}`

let onOtherSession = () => {}

/** Who is signed in, or what the account may do, is other than the page took it for. */
export function whenSessionChanges(act: () => void) {
  onOtherSession = act
}

/** The problem behind an error; a defect of the interface itself looks the same to the reader. */
export function problemOf(error: unknown): ProblemDetails {
  const details = error instanceof Error ? error.cause : undefined
  if (isProblem(details)) return details
  return { ...unreachable(), type: 'interface', detail: String(error) }
}

const OTHER_SESSION = ['not-signed-in', 'sign-in-unfinished', 'not-permitted']

function refusalOf(details: ProblemDetails): Error {
  if (OTHER_SESSION.some((name) => isOfType(details, name))) onOtherSession()
  return problem(details)
}

function problem(details: ProblemDetails): Error {
  return new Error(details.title, { cause: details })
}

function unreachable(): ProblemDetails {
  const { title } = t().problem
  return { type: 'network', title, status: 0, detail: '', instance: location.pathname }
}

async function detailsOf(answer: Answer): Promise<ProblemDetails> {
  const body = await answer.json().catch(() => null)
  if (isProblem(body)) return body
  return { ...unreachable(), status: answer.status, instance: new URL(answer.url).pathname }
}

function isProblem(value: unknown): value is ProblemDetails {
  return typeof value === 'object' && value !== null && 'type' in value && 'title' in value
}

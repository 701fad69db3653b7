import type { ProblemDetails } from '../../client.ts'

type Other = { minutes: number; agreed: string }

/** The session that the server has of that day, as the refusal names it. */
export function sameDayOf(why: ProblemDetails | null): Other | undefined {
  const session = why && 'session' in why ? why.session : undefined
  return isOther(session) ? session : undefined
}

const isOther = (value: unknown): value is Other =>
  typeof value === 'object' && value !== null && 'minutes' in value && 'agreed' in value

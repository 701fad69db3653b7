import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem.ts'

/** Wrong passwords and codes from one address within a minute, whatever names they are tried on. */
const ATTEMPTS_A_MINUTE = 20
/** Requests of a locked name from one address within a minute: they cost little, and yet each is written down. */
const REFUSALS_A_MINUTE = 120
/** Searches of one account within a minute: more than a person types. */
const SEARCHES_A_MINUTE = 120
/** Private values in the clear of one account within a minute: each needs a reason, which a person types. */
export const REVEALS_A_MINUTE = 20

/** Codes of a course that one account tries within ten minutes: a person types one, some twice. */
const CODES_IN_TEN_MINUTES = 10

/** Applications of the public page within an hour from one address: a hall of the township hands in for many. */
const APPLICATIONS_AN_HOUR = 20
/** From everywhere: what a county's clerks could never look through. */
const ALL_APPLICATIONS_AN_HOUR = 600
const HOUR = 3600

/** Counts in this process; the address is the peer's, not what a header says. */
export type SignInLimits = ReturnType<typeof createSignInLimits>

export function createSignInLimits() {
  const attempts = new RateLimiterMemory({ points: ATTEMPTS_A_MINUTE, duration: 60 })
  const refusals = new RateLimiterMemory({ points: REFUSALS_A_MINUTE, duration: 60 })
  const searches = new RateLimiterMemory({ points: SEARCHES_A_MINUTE, duration: 60 })
  const reveals = new RateLimiterMemory({ points: REVEALS_A_MINUTE, duration: 60 })
  const applications = new RateLimiterMemory({ points: APPLICATIONS_AN_HOUR, duration: HOUR })
  const everywhere = new RateLimiterMemory({ points: ALL_APPLICATIONS_AN_HOUR, duration: HOUR })
  const codes = new RateLimiterMemory({ points: CODES_IN_TEN_MINUTES, duration: 600 })
  const turns = new Map<string, Promise<unknown>>()
  return {
    /** One attempt at a name after the other, so that many at once are counted like many in a row. */
    async inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
      const turn = (turns.get(name) ?? Promise.resolve()).then(work)
      const settled = turn.catch(() => undefined)
      turns.set(name, settled)
      try {
        return await turn
      } finally {
        if (turns.get(name) === settled) turns.delete(name)
      }
    },
    /**
     * Counts an attempt of an address before any password is looked at, so that many at once are counted like many in
     * a row, and refuses it when there were too many. `forget` takes back one that went well.
     */
    async countAttempt(address: string | null): Promise<void> {
      const refused = await refusals.get(address ?? '')
      if (refused !== null && refused.remainingPoints <= 0) throw tooMany(refused.msBeforeNext)
      await take(attempts, address ?? '')
    },
    async forgetAttempt(address: string | null): Promise<void> {
      await attempts.reward(address ?? '')
    },
    async countRefusal(address: string | null): Promise<void> {
      await refusals.consume(address ?? '').catch(ignoreFull)
    },
    requireCalmSearch: (account: string) => take(searches, account),
    /** Of so many people; more than a minute has take the whole of it. */
    requireCalmReveal: (account: string, people = 1) =>
      take(reveals, account, { points: Math.min(people, REVEALS_A_MINUTE) }),
    /** Counts a code before it is looked at; `forgetCode` takes back one that was right. */
    countCode: (account: string) => take(codes, account),
    async forgetCode(account: string): Promise<void> {
      await codes.reward(account)
    },
    async requireCalmApplication(address: string | null): Promise<void> {
      const refusal = tooManyApplications
      await take(applications, address ?? '', { refusal })
      await take(everywhere, 'all', { refusal })
    },
  }
}

async function take(
  limiter: RateLimiterMemory,
  key: string,
  { points = 1, refusal = tooMany } = {},
): Promise<void> {
  await limiter.consume(key, points).catch((count: unknown) => {
    throw count instanceof RateLimiterRes ? refusal(count.msBeforeNext) : count
  })
}

/** Being full is told by `countAttempt`. */
function ignoreFull(count: unknown): void {
  if (!(count instanceof RateLimiterRes)) throw count
}

function tooMany(milliseconds: number): Problem {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return new Problem(
    'too-many',
    {
      zh: `尝试过于频繁，请在 ${seconds} 秒后再试。`,
      en: `Too many attempts; try again in ${seconds} seconds.`,
    },
    [],
    { 'retry-after': String(seconds) },
  )
}

function tooManyApplications(milliseconds: number): Problem {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000))
  return new Problem(
    'too-many',
    {
      zh: `目前报名的人较多，请在 ${minutes} 分钟后再提交，已填内容不会丢失；也可以到乡镇（街道）组织办公室现场报名。`,
      en: `Many people are handing in just now: send it again in ${minutes} minutes, what you typed stays; or hand it in at the office of your township.`,
    },
    [],
    { 'retry-after': String(minutes * 60) },
  )
}

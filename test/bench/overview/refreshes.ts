import { setTimeout as wait } from 'node:timers/promises'
import { standingsOf } from '../../../api/readiness/standings.ts'
import type { Db } from '../../../db/connect.ts'
import { listVillageTeams } from '../../../db/village-teams.ts'
import type { SignedInClient } from '../../api/served.ts'

type Running = { county: SignedInClient; db: Db; countyCode: string }
/** A change by the public door, the village whose colour follows, and whether it stands as it has to. */
type Fact = {
  village: string
  change: () => Promise<Response>
  isRight: (standing: Standing) => boolean
}
type Standing = Awaited<ReturnType<typeof standingsOf>>[number]

/** Of each kind of fact. */
const TIMES = 4

/** Milliseconds from the request of each changed fact to the event after which the village stands as it has to. */
export async function refreshes(running: Running): Promise<number[]> {
  const { county, db, countyCode } = running
  const events = listening(await county.get('/readiness/events'))
  const spent: number[] = []
  for (const { village, change, isRight } of await factsOf(running)) {
    const isThere = async () => {
      const [standing] = await standingsOf(db, { countyCode }, [village])
      return standing !== undefined && isRight(standing)
    }
    // A fact before it may have led there.
    if (await isThere()) continue
    const startedAt = performance.now()
    const answer = await change()
    if (!answer.ok) throw new Error(await answer.text())
    do await events.next(village)
    while (!(await isThere()))
    spent.push(performance.now() - startedAt)
  }
  await events.close()
  return spent
}

async function factsOf({ county, db, countyCode }: Running): Promise<Fact[]> {
  const standings = await standingsOf(db, { countyCode })
  const unaudited = standings.filter(({ indicators }) =>
    indicators.some(({ id, state }) => id === 'audit' && state === 'unknown'),
  )
  const teams = await listVillageTeams(db, { countyCode })
  const resting = teams.flatMap(({ villageCode, outlook }) => {
    const { law, policy, singles } = outlook as { law: []; policy: []; singles: string[] }
    return law.length + policy.length === 0 && singles[0]
      ? [[villageCode, singles[0]] as const]
      : []
  })
  const reserves = await db
    .selectFrom('talents')
    .select(['id', 'homeVillageCode'])
    .where('countyCode', '=', countyCode)
    .where('status', '=', 'reserve')
    .where('consent', '=', 'given')
    .where('erasedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .limit(TIMES)
    .execute()
  const standsAt = new Map(standings.map((one) => [one.villageCode, one]))
  return [
    ...unaudited.slice(0, TIMES).map(({ villageCode }) => audited(county, villageCode)),
    ...reserves.map(({ id, homeVillageCode }): Fact => {
      const { reserves } = standsAt.get(homeVillageCode)!
      return {
        village: homeVillageCode,
        change: () => county.post(`/talents/${id}/consents`, { act: 'withdrawn' }),
        isRight: (now) => now.reserves < reserves,
      }
    }),
    ...resting.slice(0, TIMES).map(([village, id]): Fact => left(county, village, id)),
  ]
}

function audited(county: SignedInClient, village: string): Fact {
  const notices = [
    { from: '2026-11-09', to: '2026-11-13' },
    { from: '2026-11-16', to: '2026-11-20' },
  ]
  const body = { office: '书记兼主任', finishedOn: '2026-11-06', conclusion: 'clear', notices }
  const entry = { kind: 'audit', on: '2026-11-02', source: '经管站', body }
  return {
    village,
    change: () => county.post(`/villages/${village}/entries`, entry),
    isRight: ({ indicators }) =>
      indicators.some(({ id, state }) => id === 'audit' && state === 'green'),
  }
}

/** Law and policy can be met no more without them. */
function left(county: SignedInClient, village: string, id: string): Fact {
  const leaving = { kind: 'own-wish', reason: '本人书面提出退出', on: '2026-11-26' }
  return {
    village,
    change: async () => {
      const { revision } = (await (await county.get(`/talents/${id}`)).json()) as {
        revision: number
      }
      return county.post(`/talents/${id}/departures`, leaving, { 'if-match': `"${revision}"` })
    },
    isRight: ({ isReachable }) => isReachable === false,
  }
}

/** Server-sent events as they come; those that came before somebody asks wait. */
function listening(answer: Response) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    /** The next event that names the village. */
    async next(village: string): Promise<void> {
      const late = tooLong(village)
      // Nobody waits for it once the event is there.
      late.catch(() => undefined)
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end === -1) {
          const { value, done } = await Promise.race([reader.read(), late])
          if (done) throw new Error('the events ended')
          text += value
          continue
        }
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (block.startsWith('event: standing') && block.includes(`"${village}"`)) return
      }
    },
    close: () => reader.cancel(),
  }
}

const LIMIT_MS = 60_000

async function tooLong(village: string): Promise<never> {
  await wait(LIMIT_MS, null, { ref: false })
  throw new Error(`${village}: nothing was told`)
}

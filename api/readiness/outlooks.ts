import type { Db } from '../../db/connect.ts'
import { listVillageTeams, putVillageTeams } from '../../db/village-teams.ts'
import type { TeamOutlook } from '../../matching/index.ts'
import { type County, problemFor } from '../candidacies.ts'
import type { SolverThreads } from '../solver/index.ts'
import type { FoundOutlook } from '../solver/messages.ts'

export type KnownTeam = { fingerprint: string; outlook: TeamOutlook }
export type KnownTeams = Map<string, KnownTeam>

/** What was found in earlier runs of the program. */
export async function readTeams(db: Db, countyCode: string): Promise<KnownTeams> {
  const rows = await listVillageTeams(db, { countyCode })
  return new Map(
    rows.map(({ villageCode, fingerprint, outlook }) => [
      villageCode,
      { fingerprint, outlook: outlook as TeamOutlook },
    ]),
  )
}

/** For one village; most take some hundredths of a second. */
const SECONDS = 10

type Looking = { county: County; known: KnownTeams; today: string; now: string }

/**
 * Looks at villages of one township by themselves, in a thread of its own, and keeps what was found. Answers the
 * villages of which something else was found than before.
 */
export async function lookAt(
  { db, solver }: { db: Db; solver: SolverThreads },
  township: string,
  codes: readonly string[],
  { county, known, today, now }: Looking,
): Promise<string[]> {
  const asked = { policy: county.policy, pins: [], exclusions: [] }
  const whole = problemFor(county, { township }, asked)
  const villages = whole.villages.filter(({ code }) => codes.includes(code))
  const { found } = await solver.outlook({
    ...{ kind: 'outlook', problem: { ...whole, villages }, timeLimitSeconds: SECONDS, gap: 0 },
    known: Object.fromEntries(codes.flatMap((code) => earlier(code, known))),
  })
  const teams = found.flatMap((one) => teamOf(one, today))
  for (const { village, fingerprint, outlook } of teams)
    known.set(village, { fingerprint, outlook })
  const rows = teams.map(({ village, ...team }) => ({
    ...{ villageCode: village, ...team, countedAt: now },
  }))
  await db.transaction().execute((it) => putVillageTeams(it, { countyCode: county.code }, rows))
  return teams.map(({ village }) => village)
}

function earlier(code: string, known: KnownTeams) {
  const team = known.get(code)
  if (!team) return []
  const { fingerprint, outlook } = team
  return [[code, { fingerprint, singles: outlook.singles }]] as const
}

/** The same question has the same answer. */
function teamOf({ village, fingerprint, outlook }: FoundOutlook, on: string) {
  return outlook === null ? [] : [{ village, fingerprint, outlook: { on, ...outlook } }]
}

/** By township, so that the people of a question are those of one; the villages that wait longest first. */
export function nextOf(county: County, waiting: ReadonlySet<string>, most: number) {
  const [first] = waiting
  const township = first === undefined ? undefined : county.villages.get(first)?.matching.township
  if (township === undefined) return null
  const codes = [...waiting].filter(
    (code) => county.villages.get(code)?.matching.township === township,
  )
  return { township, codes: codes.slice(0, most) }
}

import { listVillageStates, type VillageState } from '../../db/import-places.ts'
import type { ImportRowState } from '../../db/schema/pool.ts'
import type { Fault, SeatPost, VillageValues } from '../roster/types.ts'
import type { Job } from './job.ts'
import type { Read } from './people.ts'
import { doubledVillage, missing } from './row-faults.ts'
import type { Setup } from './setup.ts'
import type { Known } from './types.ts'

export type JudgedVillage = {
  line: number
  state: ImportRowState
  talentId: null
  faults: Fault[]
  values: VillageValues
  before: VillageState | null
  after: VillageState | null
}

/** Which line speaks of a village first. */
export type VillageLines = Map<string, number>

export async function judgeVillages(
  { db, countyCode }: Pick<Job, 'db' | 'countyCode'>,
  setup: Setup,
  rows: readonly Read[],
  lines: VillageLines,
): Promise<JudgedVillage[]> {
  const codes = rows.flatMap((row) => valuesOf(row).code ?? [])
  const states = await listVillageStates(db, { countyCode }, [...new Set(codes)])
  const byCode = new Map(states.map((state) => [state.village.code, state]))
  return rows.map((row) => {
    const values = valuesOf(row)
    const before = byCode.get(values.code ?? '') ?? null
    const after = before && villageAfter(before, values, setup.ways.known)
    const faults = [...row.understood.faults, ...ownFaults(row, before, lines)]
    const isFaulty = faults.some(({ level }) => level === 'error')
    const isSame = before === null || JSON.stringify(before) === JSON.stringify(after)
    const state = isFaulty ? 'faulty' : isSame ? 'same' : setup.known
    return { line: row.line, state, talentId: null, faults, values, before, after }
  })
}

/** Years of a term (Organic Law of Villagers' Committees, article 11, as amended in 2018). */
const TERM_YEARS = 5

export function villageAfter(
  before: VillageState,
  values: VillageValues,
  known: Known,
): VillageState {
  const { code: _, name: __, seats, termStartedOn, termEndsOn, turnout, rounds, ...facts } = values
  const { trades, isKey, hasMinorities, ...plain } = facts
  const given = {
    ...plain,
    ...(trades && { trades: JSON.stringify(trades) }),
    ...(isKey !== undefined && { isKey: flag(isKey) }),
    ...(hasMinorities !== undefined && { hasMinorities: flag(hasMinorities) }),
  }
  return {
    ...before,
    village: { ...before.village, ...chosen(given, before.village, known) },
    posts: postsAfter(before.posts, seats ?? {}, known),
    terms: termsAfter(before, { termStartedOn, termEndsOn, turnout, rounds }, known),
  }
}

function ownFaults(row: Read, before: VillageState | null, lines: VillageLines): Fault[] {
  if (!before) return row.understood.faults.length > 0 ? [] : [missing('village')]
  const first = lines.get(before.village.code)
  return first !== undefined && first < row.line ? [doubledVillage(first)] : []
}

function chosen<Facts extends object>(given: Facts, before: object, known: Known): Facts {
  const old = before as Record<string, unknown>
  const isGap = (key: string) => old[key] === null || old[key] === '[]'
  return Object.fromEntries(
    Object.entries(given).filter(([key]) => known !== 'merge' || isGap(key)),
  ) as Facts
}

function postsAfter(
  before: VillageState['posts'],
  seats: Partial<Record<SeatPost, number>>,
  known: Known,
): VillageState['posts'] {
  const after = new Map(before.map(({ post, seats }) => [post, seats]))
  for (const [post, count] of Object.entries(seats) as [SeatPost, number][])
    if (known !== 'merge' || !after.has(post)) after.set(post, count)
  return [...after]
    .map(([post, seats]) => ({ post, seats }))
    .sort((a, b) => a.post.localeCompare(b.post))
}

type Named = 'termStartedOn' | 'termEndsOn' | 'turnout' | 'rounds'
type Term = { [Key in Named]: VillageValues[Key] | undefined }

/** The figures belong to the term that the row names, else to the latest; a term that is not there yet is added. */
function termsAfter(
  { village, terms }: VillageState,
  term: Term,
  known: Known,
): VillageState['terms'] {
  const { termStartedOn, termEndsOn, turnout, rounds } = term
  const figures = {
    ...(termEndsOn !== undefined && { endsOn: termEndsOn }),
    ...(turnout !== undefined && { turnout }),
    ...(rounds !== undefined && { rounds }),
  }
  const own =
    termStartedOn === undefined ? terms[0] : terms.find((it) => it.startedOn === termStartedOn)
  if (own) return terms.map((it) => (it === own ? { ...it, ...chosen(figures, it, known) } : it))
  if (termStartedOn === undefined) return terms
  const added = { ...newTerm(village.code, termStartedOn), ...figures }
  return [...terms, added].sort((a, b) => b.startedOn.localeCompare(a.startedOn))
}

export function newTerm(village: string, startedOn: string): VillageState['terms'][number] {
  const endsOn = `${Number(startedOn.slice(0, 4)) + TERM_YEARS}${startedOn.slice(4)}`
  return { id: `${village}-${startedOn}`, startedOn, endsOn, turnout: null, rounds: null }
}

const valuesOf = ({ understood }: Read) => understood.values as VillageValues
const flag = (value: boolean) => (value ? (1 as const) : (0 as const))

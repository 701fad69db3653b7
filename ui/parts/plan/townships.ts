import type { Post, SolvedPlan, Tier, TownshipOfPlaces } from '../../types.ts'

export type TownshipRow = {
  code: string
  name: string
  villages: number
  allMet: number
  missing: number
  seats: number
  seatsOf: number
  misses: Record<Tier, number>
  meanAge: number | null
  /** 0 to 1 over the seats filled. */
  fit: number | null
}
export type SortKey = 'villages' | 'allMet' | 'missing' | 'seats' | Tier | 'meanAge' | 'fit'

/** Villages of a plan summed up by township, and all of them. */
export function townshipRows(
  solved: SolvedPlan,
  townships: readonly Pick<TownshipOfPlaces, 'code' | 'name'>[],
): TownshipRow[] {
  return townships.flatMap(({ code, name }) => {
    const row = rowOf(solved, code, name, (village) => village.startsWith(code))
    return row.villages === 0 ? [] : [row]
  })
}

export const totalRow = (solved: SolvedPlan, name: string) => rowOf(solved, '', name, () => true)

function rowOf(
  { plan, villages, people }: SolvedPlan,
  code: string,
  name: string,
  isHere: (village: string) => boolean,
): TownshipRow {
  const slates = plan.slates.filter(({ village }) => isHere(village))
  const seats = slates.flatMap((slate) => slate.seats)
  const missed = slates.flatMap(({ targets }) => targets.filter(({ met }) => met === false))
  const allMet = slates.filter(({ targets }) => targets.every(({ met }) => met !== false)).length
  const ageOf = new Map(people.map(({ id, age }) => [id, age]))
  const committees = seats.filter(({ post }) => !SUPERVISION.has(post))
  const ages = [...new Set(committees.map(({ talent }) => talent))].flatMap(
    (id) => ageOf.get(id) ?? [],
  )
  const missesOf = (tier: Tier) => missed.filter((target) => target.tier === tier).length
  return {
    ...{ code, name, allMet },
    villages: slates.length,
    missing: slates.length - allMet,
    seats: seats.length,
    seatsOf: villages
      .filter((village) => isHere(village.code))
      .reduce((sum, one) => sum + Object.values(one.seats).reduce((a, b) => a + b, 0), 0),
    misses: { law: missesOf('law'), policy: missesOf('policy'), wish: missesOf('wish') },
    meanAge: meanOf(ages),
    fit: meanOf(seats.map(({ fit }) => fit)),
  }
}

/** Structure is counted over the two committees. */
const SUPERVISION: ReadonlySet<Post> = new Set(['supervision-head', 'supervisor'])

const meanOf = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** What is not known comes last, whichever way it is sorted. */
export function sorted(rows: readonly TownshipRow[], key: SortKey, isDown: boolean): TownshipRow[] {
  const figureOf = (row: TownshipRow): number | null =>
    key === 'law' || key === 'policy' || key === 'wish' ? row.misses[key] : row[key]
  return [...rows].sort((a, b) => {
    const [x, y] = [figureOf(a), figureOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return isDown ? y - x : x - y
  })
}

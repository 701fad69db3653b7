import type { Db } from '../../../db/connect.ts'
import { listCultivated } from '../../../db/in-cultivation.ts'
import { createRandom, type Random } from '../../../db/seed/random.ts'
import { daysAfter } from '../../days.ts'
import { TOWNSHIP } from '../holders.ts'

/** Somebody whom the demonstration cultivates. */
export type Grower = {
  id: string
  name: string
  township: string
  village: string
  status: string
  /** The account of their mentor; null: none yet. */
  mentorId: string | null
  /** How well they do: 0.3 to 0.95. */
  zeal: number
  random: Random
}
export type Around = {
  countyCode: string
  /** Day in China on which the demonstration begins. */
  today: string
  growers: readonly Grower[]
  /** Accounts by name of the user. */
  accounts: ReadonlyMap<string, { id: string; name: string; position: string | null }>
}

const SEED = 370406
/** People whom the mentor of the demonstration looks after (`completeDemonstration`). */
const OWN = new Set(['李文博', '宋雅楠', '刘思敏'])
const HONGMEN = '218'

/**
 * Everybody under cultivation; those of 北庄镇 nearly all with a mentor, elsewhere about half, so that an overview
 * has something to show of every kind.
 */
export async function growersOf(
  db: Db,
  countyCode: string,
  mentorsOf: (township: string) => readonly string[],
): Promise<Grower[]> {
  const people = await listCultivated(db, { countyCode })
  const load = new Map<string, number>()
  return people.map(
    ({ id, name, status, homeTownshipCode: township, homeVillageCode: village }) => {
      const random = createRandom(SEED, `growing ${id}`)
      const isOwn = OWN.has(name) && village.endsWith(HONGMEN)
      const hasMentor = random.chance(township === TOWNSHIP ? 0.9 : 0.55)
      const free = mentorsOf(township).filter((mentor) => (load.get(mentor) ?? 0) < 4)
      const mentorId = isOwn ? 'demo-mentor' : hasMentor ? (free[0] ?? null) : null
      if (mentorId && !isOwn) load.set(mentorId, (load.get(mentorId) ?? 0) + 1)
      const zeal = random.normal(0.68, 0.15, 0.3, 0.95)
      return { id, name, township, village, status, mentorId, zeal, random }
    },
  )
}

export const at = (day: string, time = '01:30') => `${day}T${time}:00.000Z`
export const before = (today: string, days: number) => daysAfter(today, -days)

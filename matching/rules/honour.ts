import type { Honour, HonourLevel } from '../types.ts'

const LEVELS: HonourLevel[] = ['township', 'county', 'city', 'province', 'nation']
const CITY = LEVELS.indexOf('city')

/** The first personal honour of a city-level or higher office: it relaxes limits of age and education (S3.4). */
export function relaxingHonour(honours: Honour[]): string | null {
  return honours.find(({ level }) => LEVELS.indexOf(level) >= CITY)?.name ?? null
}

import type { Talent, Village } from './types.ts'

/** How near the person's home is; ours. */
const TIES = { village: 1, township: 0.6, county: 0.3 }

export type Nearness = keyof typeof TIES

export function nearnessOf(talent: Talent, village: Village): Nearness {
  if (talent.homeVillage === village.code) return 'village'
  return talent.homeTownship === village.township ? 'township' : 'county'
}

/** 0 to 1, and proven: the home is on record. */
export function tieOf(talent: Talent, village: Village): number {
  return TIES[nearnessOf(talent, village)]
}

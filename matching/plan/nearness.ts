import type { Talent, Village } from '../types.ts'

/**
 * Indexes of the people who may be looked at for a village, in their order: those at home there, those of its township
 * who do not stay at home, and who would go anywhere. The same people as `inReach` says, without asking everybody.
 */
export function peopleNear(talents: readonly Talent[]): (village: Village) => readonly number[] {
  const ofVillage = new Map<string, number[]>()
  const ofTownship = new Map<string, number[]>()
  const anywhere: number[] = []
  talents.forEach(({ status, willingness, homeVillage, homeTownship }, index) => {
    if (status === 'left') return
    if (willingness === 'county') anywhere.push(index)
    else if (willingness === 'village') listed(ofVillage, homeVillage).push(index)
    else {
      listed(ofVillage, homeVillage).push(index)
      listed(ofTownship, homeTownship).push(index)
    }
  })
  return ({ code, township }) => {
    const near = new Set([
      ...(ofVillage.get(code) ?? []),
      ...(ofTownship.get(township) ?? []),
      ...anywhere,
    ])
    return [...near].sort((a, b) => a - b)
  }
}

function listed(lists: Map<string, number[]>, key: string): number[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: number[] = []
  lists.set(key, list)
  return list
}

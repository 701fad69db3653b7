import type { Database } from '../schema.ts'
import { needsOf } from './needs.ts'
import { COUNTY, createPlaces, postRows } from './places.ts'
import { createPeople } from './pool.ts'
import { createRandom } from './random.ts'
import { skillRows } from './skills.ts'

type Invented =
  | 'counties'
  | 'townships'
  | 'villages'
  | 'posts'
  | 'skills'
  | 'needs'
  | 'terms'
  | 'talents'
  | 'incumbents'
  | 'talentSources'
  | 'talentSkills'
  | 'honours'
  | 'evidence'
  | 'familyLinks'
  | 'residenceConsents'
  | 'relatives'
/** Rows of every table that the demonstration fills, in the order in which they can be inserted. */
export type DemonstrationRows = { [Table in Invented]: Database[Table][] }

/** The seed of the county that the program ships with. */
export const SEED = 370406

/** The demonstration county: real places, invented people (docs/demonstration.md). The same seed gives the same rows. */
export function demonstration(seed: number = SEED): DemonstrationRows {
  const { townships, villages, places } = createPlaces(seed)
  const needs = createRandom(seed, 'needs')
  return {
    counties: [{ ...COUNTY, poolRevision: 0, poolRebuiltAt: 0, countedByPolicy: null }],
    townships,
    villages,
    posts: places.flatMap(postRows),
    skills: skillRows(COUNTY.countyCode),
    needs: places.flatMap((place) => needsOf(place, needs)),
    ...createPeople(seed, places),
  }
}

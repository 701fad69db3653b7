import type { ResidenceConsentTable } from '../schema.ts'
import { recentDay } from './dates.ts'
import type { Person } from './person.ts'
import type { Place } from './places.ts'
import { mayConsent } from './planted.ts'
import type { Random } from './random.ts'

/** A third of those who would serve beyond their village have one or two committees' consent in their township. */
export function setResidences(
  people: readonly Person[],
  places: readonly Place[],
  random: Random,
): void {
  const byTownship = Map.groupBy(places, ({ township }) => township)
  for (const person of people.filter((one) => !one.isFixed && isMobile(one))) {
    if (!random.chance(0.34)) continue
    const others = byTownship
      .get(person.place.township)!
      .filter((place) => place !== person.place && mayConsent(place, person))
    const count = random.chance(0.3) ? 2 : 1
    person.consentedVillages = random
      .shuffle(others)
      .slice(0, count)
      .map(({ code }) => code)
  }
}

export function residenceRows(person: Person, random: Random): ResidenceConsentTable[] {
  const { countyCode, id: talentId } = person.talent
  return person.consentedVillages.map((villageCode) => ({
    countyCode,
    talentId,
    villageCode,
    consentedOn: recentDay(2026, 2026, random),
  }))
}

const isMobile = ({ talent, posts }: Person) =>
  posts.length === 0 && (talent.willingness === 'township' || talent.willingness === 'county')

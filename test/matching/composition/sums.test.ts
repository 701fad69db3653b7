import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agesOf,
  type CompositionMember,
  type CompositionTeam,
  compositionOf,
  differencesOf,
  EDUCATIONS,
  type Post,
  sumCompositions,
} from '../../../matching/index.ts'
import { policy } from './people.ts'

const ages = agesOf(policy)
const POSTS: Post[][] = [
  ['secretary', 'chair'],
  ['secretary'],
  ['chair'],
  ['party-member'],
  ['party-member', 'committee-member'],
  ['committee-member'],
]
const anyMember: fc.Arbitrary<CompositionMember> = fc.record({
  talent: fc.string(),
  posts: fc.constantFrom(...POSTS),
  age: fc.option(fc.integer({ min: 18, max: 70 })),
  sex: fc.option(fc.constantFrom('female', 'male')),
  education: fc.option(fc.constantFrom(...EDUCATIONS)),
  nationality: fc.option(fc.constantFrom('han', 'minority')),
  partyStatus: fc.option(fc.constantFrom('full', 'probationary', 'none')),
  sources: fc.subarray(['wealth-creator', 'returnee', 'volunteer']),
  experienceYears: fc.option(fc.integer({ min: 0, max: 30 })),
})
const anyTeam: fc.Arbitrary<CompositionTeam> = fc.record({
  seats: fc.option(fc.integer({ min: 3, max: 12 })),
  members: fc.array(anyMember, { maxLength: 7 }),
  missing: fc.integer({ min: 0, max: 2 }),
})
const someTeams = fc.array(anyTeam, { maxLength: 12 })
const both = { policy, level: 'county' as const }

describe('for any teams', () => {
  test('villages add up to townships and townships to the county, exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyTeam, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        (townships) => {
          const ofVillages = townships.map((teams) =>
            sumCompositions(teams.map((one) => compositionOf([one], ages))),
          )
          const ofTownships = townships.map((teams) => compositionOf(teams, ages))
          expect(ofVillages).toEqual(ofTownships)
          expect(sumCompositions(ofTownships)).toEqual(compositionOf(townships.flat(), ages))
        },
      ),
    )
  })

  test('a difference the other way round is the same with the other sign, printed or not', () => {
    fc.assert(
      fc.property(someTeams, someTeams, (some, others) => {
        const [a, b] = [compositionOf(some, ages), compositionOf(others, ages)]
        const there = differencesOf({ before: a, after: b }, both)
        const back = differencesOf({ before: b, after: a }, both)
        there.forEach(({ change }, at) => {
          const other = back[at]!.change
          expect(change === null).toBe(other === null)
          if (!change || !other) return
          expect(change.amount + other.amount).toBe(0)
          expect(change.sign + other.sign).toBe(0)
          expect(change.text).toBe(other.text)
        })
      }),
    )
  })

  test('no figure is NaN, a share lies between 0 and 1, and of nobody nothing is known', () => {
    fc.assert(
      fc.property(someTeams, someTeams, (some, others) => {
        const sides = { before: compositionOf(some, ages), after: compositionOf(others, ages) }
        for (const { unit, measured, before, after } of differencesOf(sides, both))
          for (const figure of [before!, after!]) {
            expect(figure.text === null).toBe(figure.of === 0)
            if (figure.value === null) continue
            expect(Number.isFinite(figure.value)).toBe(true)
            // More may sit than there are seats: that is said, not hidden.
            if (unit === 'share' && measured !== 'seats')
              expect(figure.count).toBeLessThanOrEqual(figure.of)
          }
      }),
    )
  })
})

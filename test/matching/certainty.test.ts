import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certaintyOf, type Strengths } from '../../matching/certainty.ts'
import { sharesOf } from '../../matching/criteria.ts'
import { defaultPolicy } from '../../matching/policy.ts'
import { CRITERIA, type CriterionId, type Talent } from '../../matching/types.ts'
import { weightsOf } from '../../matching/weights.ts'
import { evidence, hongmen, liuSimin, songYanan, talent, village } from '../cast.ts'
import { anyTalent } from './any.ts'

const { weights } = weightsOf(defaultPolicy.weights.chair)
const STRENGTHS: Strengths = {
  ...{ political: 0.7, development: 0.7, coordination: 0.85, service: 0.6, conduct: 0.8 },
  ...{ record: 0.85, reputation: 0.75, potential: 0.45 },
}
const gains = (who: Talent, where = hongmen) =>
  certaintyOf(who, where, weights, defaultPolicy, STRENGTHS)

/** The width of the fit's interval, recomputed from the shares. */
function widthOf(who: Talent, where = hongmen): number {
  const shares = sharesOf(who, where, weights, defaultPolicy)
  return shares.reduce((sum, { weight, low, high }) => sum + weight * (high - low), 0)
}

/** The person after the paper of a criterion came in, whatever it says. */
function after(who: Talent, criterion: CriterionId, value: number): Talent {
  const piece = evidence(criterion, { id: 'new', value, strength: STRENGTHS[criterion]! })
  return { ...who, evidence: [...who.evidence, piece] }
}

describe('what one more paper settles', () => {
  test('is by how much the interval narrows when it comes in, whatever it says', () => {
    fc.assert(
      fc.property(anyTalent, fc.double({ min: 0, max: 1, noNaN: true }), (who, value) => {
        for (const { criterion, gain } of gains(who)) {
          if (criterion === 'expertise') continue
          const narrowed = widthOf(who) - widthOf(after(who, criterion, value))
          expect(gain, criterion).toBeCloseTo(narrowed, 10)
        }
      }),
    )
  })

  test('where nothing is known is the weight of the criterion, by the strength of the paper', () => {
    const all = gains(talent())
    const record = all.find(({ criterion }) => criterion === 'record')
    expect(record?.gain).toBeCloseTo(weights.record * (0.85 / (0.85 + 0.3)), 12)
    expect(all.map(({ gain }) => gain)).toEqual(
      all.map(({ gain }) => gain).toSorted((a, b) => b - a),
    )
  })

  test('is less where much is known, and nothing where there is no paper to ask for', () => {
    const known = gains(talent({ evidence: [evidence('record')] }))
    const open = gains(talent())
    const of = (list: typeof open) => list.find(({ criterion }) => criterion === 'record')!.gain
    expect(of(known)).toBeLessThan(of(open))
    const none = certaintyOf(talent(), village(), weights, defaultPolicy, {})
    expect(none).toEqual([])
  })

  test('never names the home, which is on record', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        expect(gains(who).map(({ criterion }) => criterion)).not.toContain('tie')
      }),
    )
  })
})

describe('what the proof of a skill settles', () => {
  test('is the open half of the heaviest need that is only claimed', () => {
    const found = gains(liuSimin).find(({ criterion }) => criterion === 'expertise')
    expect(found).toMatchObject({ skill: 'bookkeeping' })
    const proven = {
      ...liuSimin,
      skills: liuSimin.skills.map((skill) => ({ ...skill, standing: 'proven' as const })),
    }
    expect(found?.gain).toBeCloseTo(widthOf(liuSimin) - widthOf(proven), 12)
    expect(found?.gain).toBeCloseTo(weights.expertise * 0.1 * 0.5, 12)
  })

  test('is all of the criterion where no skill is on record', () => {
    const found = gains(talent()).find(({ criterion }) => criterion === 'expertise')
    expect(found).toMatchObject({ skill: null })
    const first = talent({ skills: [{ skill: 'mediation', level: 0.4, standing: 'proven' }] })
    expect(found?.gain).toBeCloseTo(widthOf(talent()) - widthOf(first), 12)
  })

  test.each([
    { who: songYanan, where: hongmen, why: 'the skills are proven' },
    { who: talent(), where: village(), why: 'the village has no needs on record' },
  ])('is nothing where $why', ({ who, where }) => {
    expect(gains(who, where).map(({ criterion }) => criterion)).not.toContain('expertise')
  })
})

test('every criterion has its place in the answer once', () => {
  const named = gains(talent()).map(({ criterion }) => criterion)
  expect(named.toSorted()).toEqual(CRITERIA.filter((it) => it !== 'tie').toSorted())
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appraise, appraiseFor, fitOf, sharesOf } from '../../matching/criteria.ts'
import { defaultPolicy } from '../../matching/policy.ts'
import { CRITERIA, type CriterionId, type Talent, type Village } from '../../matching/types.ts'
import { weightsOf } from '../../matching/weights.ts'
import { cast, evidence, hongmen, MAOZHAI, need, talent, village } from '../cast.ts'
import { anyTalent } from './any.ts'

const { weights } = weightsOf(defaultPolicy.weights.chair)
const share = (criterion: CriterionId, who: Talent, where: Village = hongmen) =>
  sharesOf(who, where, weights, defaultPolicy).find((part) => part.criterion === criterion)!

/** In the default policy a proven piece of full strength today is known by 1 / (1 + 0.3) = 0.769. */
const z = 1 / 1.3

describe('one criterion from dated evidence', () => {
  test.each([
    {
      why: 'nothing is known: the prior, and anything may be true',
      pieces: [],
      is: { value: 0.5, low: 0, high: 1, proven: 0, claimed: 0, missing: 1 },
    },
    {
      why: 'one proven piece of today',
      pieces: [evidence('record', { value: 0.8 })],
      is: {
        value: z * 0.8 + (1 - z) * 0.5,
        low: z * 0.8,
        high: z * 0.8 + 1 - z,
        proven: z,
        claimed: 0,
        missing: 1 - z,
      },
    },
    {
      why: 'a claim weighs half of a proof',
      pieces: [evidence('record', { value: 0.8, standing: 'claimed' })],
      is: { low: (0.5 / 0.8) * 0.8, proven: 0, claimed: 0.5 / 0.8, missing: 0.3 / 0.8 },
    },
    {
      why: 'a half-life of four years later it weighs half',
      pieces: [evidence('record', { value: 0.8, on: '2022-12-31' })],
      is: { low: (0.5 / 0.8) * 0.8, proven: 0.5 / 0.8, missing: 0.3 / 0.8 },
    },
    {
      why: 'what is dated after the reference day is as fresh as today, never fresher',
      pieces: [evidence('record', { value: 0.8, on: '2027-06-30' })],
      is: { proven: z },
    },
    {
      why: 'two pieces are averaged by weight: 1 × 0.9 and 0.5 × 0.3',
      pieces: [
        evidence('record', { id: 'a', value: 0.9 }),
        evidence('record', { id: 'b', value: 0.3, standing: 'claimed' }),
      ],
      is: { low: (1.5 / 1.8) * 0.7, proven: 1 / 1.8, claimed: 0.5 / 1.8, missing: 0.3 / 1.8 },
    },
    {
      why: 'a piece without strength says nothing',
      pieces: [evidence('record', { value: 0.1, strength: 0 })],
      is: { value: 0.5, missing: 1 },
    },
  ])('$why', ({ pieces, is }) => {
    const part = share('record', talent({ evidence: pieces }))
    for (const [name, value] of Object.entries(is)) {
      expect(part[name as 'value'], name).toBeCloseTo(value, 12)
    }
  })
})

describe('expertise: the needs of the village against the skills', () => {
  const needs = [
    need('e-commerce', 0.6, '电商销售', 'Selling online'),
    need('mediation', 0.4, '纠纷调解', 'Settling disputes'),
  ]
  const shop = { skill: 'e-commerce', level: 0.9, standing: 'proven' } as const

  test.each([
    { why: 'a proven skill counts at its level', skills: [shop], is: [0.54, 0.54, 0.54] },
    {
      why: 'a claimed one is half believed, the rest open around the prior',
      skills: [{ ...shop, standing: 'claimed' as const }],
      is: [0.6 * (0.45 + 0.25), 0.6 * 0.45, 0.6 * 0.95],
    },
    {
      why: 'skills on record, none of them needed: nothing, and that is known',
      skills: [{ ...shop, skill: 'forestry' }],
      is: [0, 0, 0],
    },
    { why: 'no skill on record: everything is open', skills: [], is: [0.5, 0, 1] },
    {
      why: 'the proven record stands where there are two',
      skills: [{ ...shop, level: 1, standing: 'claimed' as const }, shop],
      is: [0.54, 0.54, 0.54],
    },
  ])('$why', ({ skills, is }) => {
    const { value, low, high } = share('expertise', talent({ skills }), village({ needs }))
    expect([value, low, high]).toEqual(is.map((number) => expect.closeTo(number, 12)))
  })

  test('a village without needs leaves it open', () => {
    expect(share('expertise', talent({ skills: [shop] }), village())).toMatchObject({
      value: 0.5,
      missing: 1,
    })
  })
})

test.each([
  { why: 'the village is home', about: {}, tie: 1 },
  { why: 'another village of the township', about: { homeVillage: MAOZHAI }, tie: 0.6 },
  { why: 'another township', about: { homeVillage: '1', homeTownship: '2' }, tie: 0.3 },
])('tie: $why: $tie', ({ about, tie }) => {
  const is = { value: tie, low: tie, high: tie, proven: 1, claimed: 0, missing: 0 }
  expect(share('tie', talent(about))).toMatchObject(is)
})

describe('for anybody at all', () => {
  const shares = (who: Talent) => sharesOf(who, hongmen, weights, defaultPolicy)

  test('fit is the sum of the shares, to the last bit', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const { fit } = fitOf(appraiseFor(appraise(who, defaultPolicy), who, hongmen), weights)
        expect(shares(who).reduce((sum, part) => sum + part.share, 0)).toBe(fit)
      }),
    )
  })

  test('low ≤ fit ≤ high, all between 0 and 1', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const appraisal = appraiseFor(appraise(who, defaultPolicy), who, hongmen)
        const { fit, low, high } = fitOf(appraisal, weights)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(fit).toBeGreaterThanOrEqual(low - 1e-12)
        expect(high).toBeGreaterThanOrEqual(fit - 1e-12)
        expect(high).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('proven, claimed and missing sum to 1', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        for (const { proven, claimed, missing } of shares(who)) {
          expect(proven + claimed + missing).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  test('without a claim nothing shows as claimed, not even by rounding', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const proven = who.evidence.map((piece) => ({ ...piece, standing: 'proven' as const }))
        for (const { claimed } of shares({ ...who, skills: [], evidence: proven })) {
          expect(claimed).toBe(0)
        }
      }),
    )
  })

  test('the order of the evidence is nothing', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const turned = { ...who, evidence: who.evidence.toReversed() }
        for (const [at, part] of shares(turned).entries()) {
          expect(part.value).toBeCloseTo(shares(who)[at]!.value, 12)
        }
      }),
    )
  })

  test('sex and nationality never change the fit', () => {
    fc.assert(
      fc.property(anyTalent, (who) => {
        const other: Talent = {
          ...who,
          sex: who.sex === 'female' ? 'male' : 'female',
          nationality: who.nationality === 'han' ? 'minority' : 'han',
        }
        expect(shares(other)).toEqual(shares(who))
      }),
    )
  })

  test('one more proof of the very best never lowers the fit', () => {
    const criterion = fc.constantFrom<CriterionId>('political', 'record', 'reputation')
    fc.assert(
      fc.property(anyTalent, criterion, (who, about) => {
        const more = { ...who, evidence: [...who.evidence, evidence(about, { value: 1 })] }
        const total = (one: Talent) => shares(one).reduce((sum, part) => sum + part.share, 0)
        expect(total(more)).toBeGreaterThanOrEqual(total(who) - 1e-12)
      }),
    )
  })
})

test('the cast: the shares come in the order of CRITERIA, each with words', () => {
  for (const who of cast) {
    const parts = sharesOf(who, hongmen, weights, defaultPolicy)
    expect(parts.map(({ criterion }) => criterion)).toEqual([...CRITERIA])
    for (const { words } of parts) expect(words.zh).toMatch(/\p{Script=Han}/u)
  }
})

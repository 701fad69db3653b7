import { describe, expect, test } from 'vitest'
import { choicesOf, searchOf, withExclusion, withPins } from '../ui/parts/choices.ts'
import { enteredOf, rankWith, scaled, tipsOf } from '../ui/parts/village/trial.ts'
import { CRITERIA, type RankedTalent, type Weights } from '../ui/types.ts'

const equal = weights(() => 0.1)

describe('other weights in the browser', () => {
  test('fit is the sum of weight × value, as at the server', () => {
    const [first] = rankWith([person('a', { political: 0.9 })], equal)
    expect(first?.fit).toBeCloseTo(0.1 * 0.9 + 0.9 * 0.5, 12)
  })

  test('what is entered is scaled to 1, and nothing entered counts all alike', () => {
    const doubled = scaled(enteredOf(weights(() => 0.2)))
    expect(Object.values(doubled).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(scaled(weights(() => 0)).tie).toBeCloseTo(0.1, 12)
  })

  test('at its tipping point the first two are level, beyond it they change places', () => {
    const two = [person('a', { political: 0.9, tie: 0.2 }), person('b', { tie: 0.8 })]
    const [tip] = tipsOf(two, equal).filter(({ criterion }) => criterion === 'political')
    const [a, b] = rankWith(two, moved('political', tip!.at))
    expect(a!.fit).toBeCloseTo(b!.fit, 10)
    expect(rankWith(two, moved('political', tip!.at + 0.01))[0]?.talent).not.toBe(
      rankWith(two, moved('political', tip!.at - 0.01))[0]?.talent,
    )
  })
})

describe('choices in the address', () => {
  const start = choicesOf({})

  test('come back as they were written', () => {
    const pinned = withPins(start, '019c-a', ['secretary', 'chair'])
    const chosen = { ...withExclusion(pinned, '019c-b'), weights: { chair: equal } }
    expect(choicesOf(searchOf(chosen))).toEqual(chosen)
  })

  test.each([
    [{ pin: 'nobody' }, 'no post'],
    [{ pin: 'a.mayor' }, 'a post that does not exist'],
    [{ w: 'chair.1.2' }, 'too few weights'],
    [{ w: `chair${'.-1'.repeat(10)}` }, 'negative weights'],
  ])('%o is left out: %s', (search, _why) => {
    expect(choicesOf(search)).toEqual(start)
  })

  test('whoever is excluded is pinned no more', () => {
    expect(withExclusion(withPins(start, 'a', ['chair']), 'a').pins).toEqual([])
  })
})

function weights(figure: () => number): Weights {
  return Object.fromEntries(CRITERIA.map((id) => [id, figure()])) as Weights
}

/** One weight set, the others in equal parts of the rest. */
function moved(id: keyof Weights, to: number): Weights {
  return { ...weights(() => (1 - to) / 9), [id]: to }
}

function person(talent: string, values: Partial<Weights>): RankedTalent {
  const shares = CRITERIA.map((criterion) => {
    const value = values[criterion] ?? 0.5
    const words = { zh: '', en: '' }
    const standing = { proven: 1, claimed: 0, missing: 0 }
    return { criterion, weight: 0.1, value, low: value, high: value, share: 0, ...standing, words }
  })
  const fit = { fit: 0, low: 0, high: 0 }
  return { talent, ...fit, eligibility: 'eligible', findings: [], shares, reasons: [] }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peopleInOf } from '../../api/cultivation-overview/people-in.ts'

/** `Aa` and `BB` have the same sum of letters, as has whatever is put together of them. */
const id = fc
  .array(fc.constantFrom('Aa', 'BB', 'A', 'a', '0', '-', '雁'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''))
const lettersOf = (ids: readonly string[]) => Buffer.from(ids.join(' '))

describe('people in a text of ids', () => {
  test('are found as a Map finds them: each as often as named, nobody else', () => {
    const known = fc.uniqueArray(id, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(known, fc.array(id, { maxLength: 60 }), (ids, named) => {
        const found: number[] = []
        peopleInOf(lettersOf(ids), ids.length)(lettersOf(named), (place) => found.push(place))
        const places = new Map(ids.map((one, place) => [one, place]))
        expect(found).toEqual(named.flatMap((one) => places.get(one) ?? []))
      }),
    )
  })

  const rows = [
    { why: 'nobody is known', ids: [], named: ['a'] },
    { why: 'nobody is named', ids: ['a'], named: [] },
    { why: 'an id that begins like one that is known', ids: ['ab', 'abc'], named: ['a', 'abcd'] },
    { why: 'the end of one that is known', ids: ['ab'], named: ['b'] },
  ]
  test.each(rows)('$why: nobody is found', ({ ids, named }) => {
    peopleInOf(lettersOf(ids), ids.length)(lettersOf(named), () => expect.unreachable())
  })
})

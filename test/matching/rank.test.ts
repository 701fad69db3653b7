import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../matching/policy.ts'
import { rank } from '../../matching/rank.ts'
import { inReach, judge } from '../../matching/rules/index.ts'
import type { Post, RankedTalent, Talent, Village } from '../../matching/types.ts'
import { cast, hongmen, maozhai, talent } from '../cast.ts'
import { anyTalent } from './any.ts'

function ranking(post: Post, talents: Talent[] = cast, village: Village = hongmen) {
  return rank({ talents, village, post, policy: defaultPolicy })
}

const names = (people: RankedTalent[]) => people.map((person) => person.talent)

describe('the cast in 洪门村', () => {
  test('secretary: full members are ranked, the others barred', () => {
    const { ranked, unknown, barred } = ranking('secretary')
    expect(names(ranked)).toEqual(['li-wenbo', 'song-yanan', 'zhao-qinghe'])
    expect(names(unknown)).toEqual([])
    expect(names(barred).toSorted()).toEqual(['liu-simin', 'wang-haiyang', 'zhang-liqun'])
  })

  test('committee member: nobody needs the Party, and the outsider has the consent', () => {
    const { ranked } = ranking('committee-member')
    expect(names(ranked)).toContain('zhang-liqun')
    expect(names(ranked)).toContain('wang-haiyang')
  })

  test('in 毛宅村 no election committee has agreed to the visitors yet', () => {
    const { ranked, unknown } = ranking('chair', cast, maozhai)
    expect(names(ranked)).toEqual(['wang-haiyang'])
    expect(names(unknown).toSorted()).toEqual(['li-wenbo', 'liu-simin', 'song-yanan'])
    expect(unknown[0]?.findings[0]?.missing?.zh).toContain('选举委员会同意')
  })

  test('who only serves at home is not looked at elsewhere', () => {
    const { ranked, unknown, barred } = ranking('chair', cast, maozhai)
    expect(names([...ranked, ...unknown, ...barred])).not.toContain('zhao-qinghe')
  })

  test('who left the pool is not looked at anywhere', () => {
    const left = cast.map((person) => ({ ...person, status: 'left' as const }))
    const { ranked, unknown, barred } = ranking('chair', left)
    expect([...ranked, ...unknown, ...barred]).toEqual([])
  })
})

describe('reasons', () => {
  const reasons = (id: string, post: Post = 'chair') =>
    ranking(post).ranked.find((person) => person.talent === id)!.reasons

  test('facts first, strongest first', () => {
    expect(reasons('li-wenbo')[0]!.zh).toBe('合作社带动43户葡萄增收（镇农业办）')
  })

  test('a skill is named by the need it answers', () => {
    expect(reasons('song-yanan').map(({ zh }) => zh)).toContain('专长对应本村需求“电商销售”')
  })

  test('that the home is near is said after what the person did', () => {
    expect(reasons('zhang-liqun', 'committee-member').map(({ zh }) => zh)).toEqual([
      '调解纠纷27起全部和解（镇党委）',
      '群众测评满意率88%（镇党委）',
      '家在本村',
      '服务水平未知',
    ])
  })

  test('what is not known is said, last', () => {
    expect(reasons('song-yanan').at(-1)!.zh).toMatch(/未知$/)
    expect(reasons('wang-haiyang', 'committee-member').at(-1)!.zh).toMatch(/未知$/)
  })

  test('each is one sentence of at most 40 Chinese characters', () => {
    const long = talent({
      evidence: cast[0]!.evidence.map((piece) => ({ ...piece, note: '好'.repeat(60) })),
    })
    for (const person of ranking('chair', [...cast, long]).ranked) {
      for (const { zh } of person.reasons) expect([...zh].length).toBeLessThanOrEqual(40)
    }
  })
})

describe('for any pool', () => {
  const pool = fc.uniqueArray(anyTalent, { selector: ({ id }) => id, maxLength: 25 })

  test('everybody within reach stands in exactly one list, as judged', () => {
    fc.assert(
      fc.property(pool, (talents) => {
        const { ranked, unknown, barred } = ranking('chair', talents)
        const reach = talents.filter((who) => inReach(who, hongmen))
        expect(names([...ranked, ...unknown, ...barred]).toSorted()).toEqual(
          reach.map(({ id }) => id).toSorted(),
        )
        for (const person of [...ranked, ...unknown, ...barred]) {
          const who = talents.find(({ id }) => id === person.talent)!
          expect(person.eligibility).toBe(judge(who, hongmen, 'chair', defaultPolicy))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('best first, whatever the order people are given in', () => {
    fc.assert(
      fc.property(pool, (talents) => {
        const answer = ranking('secretary', talents)
        expect(ranking('secretary', talents.toReversed())).toEqual(answer)
        for (const list of [answer.ranked, answer.unknown, answer.barred]) {
          const fits = list.map(({ fit }) => fit)
          expect(fits).toEqual(fits.toSorted((a, b) => b - a))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the fit shown is the sum of the shares shown', () => {
    fc.assert(
      fc.property(pool, (talents) => {
        for (const { fit, shares } of ranking('chair', talents).barred) {
          expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(fit)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('an empty pool is an empty ranking', () => {
  const { ranked, unknown, barred } = ranking('chair', [])
  expect([ranked, unknown, barred]).toEqual([[], [], []])
})

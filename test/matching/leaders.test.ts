import { expect, test } from 'vitest'
import { leadersOf, POSTS, rank } from '../../matching/index.ts'
import { randomProblem } from '../problems.ts'

test.each([1, 2, 3, 4, 5])(
  'whoever leads is whom the ranking puts first, for every post of every village (seed %i)',
  (seed) => {
    const { villages, talents, policy } = randomProblem({ villages: 4, people: 60, seed })
    const leaders = leadersOf(talents, villages, policy)
    let led = 0
    for (const village of villages)
      for (const post of POSTS) {
        const first = rank({ talents, village, post, policy }).ranked[0]?.talent ?? null
        if (first !== null) led++
        expect(leaders.get(village.code)![post], `${village.code} ${post}`).toBe(first)
      }
    expect(led, 'somebody may be seated').toBeGreaterThan(4)
  },
)

test('nobody leads where nobody may be seated', () => {
  const { villages, policy } = randomProblem({ villages: 1, people: 0, seed: 1 })
  const [leaders] = [...leadersOf([], villages, policy).values()]
  expect(leaders).toEqual(Object.fromEntries(POSTS.map((post) => [post, null])))
})

import { describe, expect, test } from 'vitest'
import type { File } from '../../api/workflow/file.ts'
import { pathOf } from '../../api/workflow/path.ts'
import { PROCEDURES } from '../../matching/index.ts'
import { fileOf, SEVEN } from './files.ts'

const ALL = [
  ...['village-check', 'township-review', 'joint-review', 'inspection', 'study'],
  ...['public-notice', 'approval', 'election'],
]

type Row = { posts: string[]; kind: File['kind']; path: string[]; why: string }

describe('the way of a nominee', () => {
  test.each<Row>([
    { posts: ['chair'], kind: 'term-change', path: ALL, why: 'a chair is elected and not filed' },
    {
      ...{ posts: ['secretary', 'chair'], kind: 'term-change', path: [...ALL, 'filing'] },
      why: 'secretaries are filed with the county (S3.4)',
    },
    {
      ...{ posts: [], kind: 'term-change', path: ALL.slice(0, 3) },
      why: 'for the pool only: checked, reviewed, jointly reviewed, and no more',
    },
    {
      ...{ posts: ['chair'], kind: 'reserve', path: ALL.slice(0, 6) },
      why: 'a reserve is not elected',
    },
  ])('$posts of $kind: $why', ({ posts, kind, path }) => {
    const file = fileOf({ kind, nominee: { posts } })
    expect(pathOf(file).map(({ id }) => id)).toEqual(path)
  })

  test('the six rounds of S3.2 stand in the order of the paper', () => {
    const stages = [...PROCEDURES['six-rounds'].stages]
    const file = fileOf({ procedure: { stages, signers: [], validDays: 90 } })
    expect(pathOf(file).map(({ id }) => id)).toEqual([
      ...['screen', 'township-review', 'audit', 'joint-review', 'inspection'],
      ...['department-meeting', 'study', 'public-notice', 'approval', 'election'],
    ])
  })

  test.each([
    { posts: ['secretary', 'chair'], count: 7, why: 'S3.5: the first list of the combined role' },
    { posts: ['secretary'], count: 0, why: 'one post: an account of the township signs' },
  ])('signers for $posts: $count ($why)', ({ posts, count }) => {
    const file = fileOf({ procedure: SEVEN, nominee: { posts } })
    const review = pathOf(file).find(({ id }) => id === 'township-review')
    expect(review?.signersNeeded).toHaveLength(count)
  })
})

import { describe, expect, it } from 'vitest'
import { undominated } from '../../matching/plan/dominance.ts'

type Row = { name: string; pattern?: number; figures: number[]; hasKin?: true; isPinned?: true }

const staying = (seats: number, rows: readonly Row[]) =>
  undominated(rows, seats, ({ pattern = 0, figures, hasKin, isPinned = false }) => ({
    ...{ pattern, figures, isPinned },
    canStandIn: !isPinned && !hasKin,
  })).map(({ name }) => name)

describe('choices that need not be in a best team', () => {
  it.each<{ why: string; seats: number; rows: Row[]; stay: string[] }>([
    {
      why: 'as many before it as there are seats have no less: one of them is always idle',
      seats: 2,
      rows: [
        { name: 'a', figures: [1, 3] },
        { name: 'b', figures: [1, 2] },
        { name: 'c', figures: [0, 1] },
      ],
      stay: ['a', 'b'],
    },
    {
      why: 'one of two that have no less may sit in another seat, the other beside it',
      seats: 3,
      rows: [
        { name: 'a', figures: [1, 3] },
        { name: 'b', figures: [1, 2] },
        { name: 'c', figures: [0, 1] },
      ],
      stay: ['a', 'b', 'c'],
    },
    {
      why: 'more of one figure alone is enough to stay',
      seats: 1,
      rows: [
        { name: 'a', figures: [0, 3] },
        { name: 'b', figures: [1, 2] },
      ],
      stay: ['a', 'b'],
    },
    {
      why: 'of those alike the first stay',
      seats: 1,
      rows: [
        { name: 'a', figures: [1] },
        { name: 'b', figures: [1] },
      ],
      stay: ['a'],
    },
    {
      why: 'whoever has kin may be barred from the place, and other posts are no stand-in',
      seats: 1,
      rows: [
        { name: 'a', figures: [2], hasKin: true },
        { name: 'b', figures: [2], pattern: 1 },
        { name: 'c', figures: [1] },
      ],
      stay: ['a', 'b', 'c'],
    },
    {
      why: 'whoever is pinned sits in any case and stands in for nobody',
      seats: 1,
      rows: [
        { name: 'a', figures: [2], isPinned: true },
        { name: 'b', figures: [1] },
        { name: 'c', figures: [0], isPinned: true },
      ],
      stay: ['a', 'b', 'c'],
    },
  ])('$why', ({ seats, rows, stay }) => {
    expect(staying(seats, rows)).toEqual(stay)
  })
})

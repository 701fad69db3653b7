import { oneDecimal } from '../../format.ts'
import type { Move, Post, TeamPlan } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'

export const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const
export const letterOf = (at: number) => LETTERS[at] ?? String(at + 1)

/** Fit is 0 to 1 in the data; differences are small, so they keep a decimal. */
export function pointsText(fit: number): string {
  const points = fit * 100
  return points > 0 && points < 0.05
    ? t().teams.fewPoints
    : t().teams.points(oneDecimal(Math.abs(points)))
}

export const signedPoints = (fit: number) =>
  `${fit < 0 ? '−' : '+'}${t().teams.points(oneDecimal(Math.abs(fit * 100)))}`

/** Posts of everybody in the team of a village. */
export function postsIn(team: TeamPlan): Map<string, Post[]> {
  const held = new Map<string, Post[]>()
  for (const { talent, post } of team.slates[0]?.seats ?? [])
    held.set(talent, [...(held.get(talent) ?? []), post])
  for (const posts of held.values()) posts.sort((a, b) => POSTS.indexOf(a) - POSTS.indexOf(b))
  return held
}

/** Who comes in, goes out, and holds other posts in the second of two teams. */
export function changesBetween(before: Map<string, Post[]>, after: Map<string, Post[]>) {
  return {
    comes: [...after.keys()].filter((id) => !before.has(id)),
    goes: [...before.keys()].filter((id) => !after.has(id)),
    moves: [...after.keys()].filter(
      (id) => before.has(id) && before.get(id)?.join() !== after.get(id)?.join(),
    ),
  }
}

/** The same three of moves that the server found. */
export function partsOf(moves: Move[]) {
  return {
    comes: moves.filter(({ from }) => from === null),
    goes: moves.filter(({ to }) => to === null),
    moves: moves.filter(({ from, to }) => from !== null && to !== null),
  }
}

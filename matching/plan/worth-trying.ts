import { undominated } from './dominance.ts'
import type { Choice, Room } from './room.ts'

/** Choices under each post without those that need not be in the best team, by the forms that cost anything at all. */
export function worthTrying({ byPost, forms, seats, pinned, slackOf }: Room): Choice[][] {
  const live = [...forms.price.keys()].filter(
    (form) => forms.price[form]! > 0 || forms.surplus[form]! > 0,
  )
  const figures = new Float64Array(live.length + 1)
  const standingOf = ({ pattern, person, loss, cliques, adds }: Choice) => {
    let worth = (slackOf.get(person) ?? 0) - loss
    live.forEach((form, at) => {
      figures[at] = adds[form]!
      worth -= forms.surplus[form]! * adds[form]!
    })
    figures[live.length] = worth
    const isPinned = pinned.has(person)
    return { pattern, figures, isPinned, canStandIn: !isPinned && cliques.length === 0 }
  }
  const open = seats.reduce((sum, count) => sum + count, 0) - pinned.size
  return byPost.map((choices) => undominated(choices, open, standingOf))
}

/**
 * Those before a choice that could always stand in for it: the same posts, no kin, no less of any form, and no more
 * lost even where more of a form costs. Where more of them are idle than later posts could use, it need not be tried.
 */
export function betterThan(room: Room, choices: readonly Choice[], at: number): number[] {
  const { forms, slackOf, pinned } = room
  const other = choices[at]!
  if (pinned.has(other.person)) return []
  const lossOf = ({ loss, person }: Choice) => loss - (slackOf.get(person) ?? 0)
  const better: number[] = []
  for (let index = 0; index < at && better.length < MOST_BETTER; index++) {
    const one = choices[index]!
    if (one.pattern !== other.pattern || one.cliques.length > 0) continue
    let more = 0
    let isLess = false
    for (let form = 0; form < forms.count; form++) {
      const difference = one.adds[form]! - other.adds[form]!
      if (difference < 0) {
        isLess = true
        break
      }
      more += difference * forms.surplus[form]!
    }
    if (!isLess && lossOf(one) + more <= lossOf(other)) better.push(one.person)
  }
  return better
}

const MOST_BETTER = 16

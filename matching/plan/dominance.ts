/** How a choice compares with others of the same posts: more of any figure is never worse. */
export type Standing = {
  pattern: number
  figures: ArrayLike<number>
  /** Free of kin and not pinned: may be put in the place of another whatever the rest of the team is. */
  canStandIn: boolean
  isPinned: boolean
}

/**
 * The choices without those that need not be in a best team: at least `seats` before them, of the same posts, could stand
 * in for each, and the others of a team take fewer seats than that, so one is idle. What the others that go too could do,
 * those before them can as well: it is enough to compare with who stays.
 */
export function undominated<Choice>(
  choices: readonly Choice[],
  seats: number,
  standingOf: (choice: Choice) => Standing,
): Choice[] {
  const before: number[][] = []
  return choices.filter((choice) => {
    const { pattern, figures, canStandIn, isPinned } = standingOf(choice)
    before[pattern] ??= []
    const rivals = before[pattern]
    if (!isPinned && countOfBetter(rivals, figures, seats) >= seats) return false
    if (canStandIn) for (let at = 0; at < figures.length; at++) rivals.push(figures[at]!)
    return true
  })
}

/** How many rivals, whose figures stand one after the other, have no less of any figure; `most` at most. */
function countOfBetter(rivals: readonly number[], figures: ArrayLike<number>, most: number) {
  const width = figures.length
  let count = 0
  for (let from = 0; from < rivals.length && count < most; from += width) {
    let at = 0
    while (at < width && rivals[from + at]! >= figures[at]!) at++
    if (at === width) count++
  }
  return count
}

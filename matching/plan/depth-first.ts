import { type Asked, type Choice, ORDER, type Room, type Team } from './room.ts'
import { betterThan } from './worth-trying.ts'

/**
 * Fills post after post; under each, people in the order of their choices, so that no team comes twice. A branch ends
 * when what it lost already, with what its forms must lack at least, is over the ceiling. Looking for the best alone, a
 * choice is left out where others could stand in for it. Answers whether the search was whole.
 */
export function depthFirst(
  room: Room,
  asked: Asked,
  isForBest: boolean,
  found: (team: Team) => void,
): boolean {
  const { byPost, forms } = room
  const { count, atLeast, isWhole, price, surplus, most, fewest } = forms
  const left = [...room.seats]
  const reached = new Float64Array(count)
  /** What the seats that are open can still add to each form at most, and take from it. */
  const space = new Float64Array(count)
  const drain = new Float64Array(count)
  for (let post = 0; post < left.length; post++)
    for (let form = 0; form < count; form++) {
      space[form]! += left[post]! * most[count * post + form]!
      drain[form]! += left[post]! * fewest[count * post + form]!
    }
  const chosen: Choice[] = []
  const used = new Set<number>()
  const cliques = new Set<number>()
  const gains = gainsOf(room)
  let slack = room.slack
  let steps = 0

  /** Of the slack, what stays whoever comes. */
  const leastSlack = (): number => {
    let loss = slack
    for (let post = 0; post < left.length && loss > 0; post++) {
      let seats = left[post]!
      for (const { person, gain } of gains[post]!) {
        if (seats === 0) break
        if (used.has(person)) continue
        loss -= gain
        seats--
      }
    }
    return Math.max(0, loss)
  }
  /** What forms cost at least that lack, or have too much, whatever comes. */
  const leastOfForms = (isEnd: boolean): number => {
    let loss = 0
    for (let form = 0; form < count; form++) {
      const lack = atLeast[form]! - reached[form]! - space[form]!
      if (lack > 1e-9) {
        const miss = isWhole[form] === 1 ? Math.ceil(lack - 1e-9) : lack
        // What a miss in whole people is over counts at the end alone: more may lack by then.
        loss += price[form]! * miss + (isEnd ? surplus[form]! * (miss - lack) : 0)
      } else if (isEnd) loss -= surplus[form]! * lack
      else loss += surplus[form]! * Math.max(0, reached[form]! + drain[form]! - atLeast[form]!)
    }
    return loss
  }
  const mayTake = (choices: readonly Choice[], at: number, later: number): boolean => {
    const choice = choices[at]!
    for (const post of choice.posts) if (left[post] === 0) return false
    if (used.has(choice.person)) return false
    for (const clique of choice.cliques) if (cliques.has(clique)) return false
    if (!isForBest) return true
    choice.better ??= betterThan(room, choices, at)
    let idle = 0
    for (const other of choice.better) if (!used.has(other) && ++idle > later) return false
    return true
  }
  /** Seats of a post close or open again; `by` is how many. */
  const close = (post: number, by: number) => {
    left[post]! -= by
    const from = count * post
    for (let form = 0; form < count; form++) {
      space[form]! -= by * most[from + form]!
      drain[form]! -= by * fewest[from + form]!
    }
  }
  const put = (choice: Choice, by: 1 | -1) => {
    for (const post of choice.posts) close(post, by)
    for (let form = 0; form < count; form++) reached[form]! += by * choice.adds[form]!
    slack -= by * (room.slackOf.get(choice.person) ?? 0)
  }
  const fill = (place: number, from: number, lost: number) => {
    if (steps++ > asked.steps) return
    let open = 0
    for (const seats of left) open += seats
    const under = lost + leastOfForms(place === ORDER.length)
    if (under > asked.ceiling) return
    const loss = under + (place === ORDER.length ? Math.max(0, slack) : leastSlack())
    if (loss > asked.ceiling) return
    if (place === ORDER.length) {
      for (const person of room.pinned) if (!used.has(person)) return
      return found({ columns: chosen.map(({ pair, pattern }) => ({ pair, pattern })), loss })
    }
    const post = ORDER[place]!
    const choices = byPost[post]!
    const empty = left[post]!
    if (empty > 0)
      for (let index = from; index < choices.length; index++) {
        const choice = choices[index]!
        if (under + choice.loss > asked.ceiling || steps > asked.steps) break
        if (!mayTake(choices, index, open - empty)) continue
        put(choice, 1)
        used.add(choice.person)
        for (const clique of choice.cliques) cliques.add(clique)
        chosen.push(choice)
        fill(place, index + 1, lost + choice.loss)
        chosen.pop()
        for (const clique of choice.cliques) cliques.delete(clique)
        used.delete(choice.person)
        put(choice, -1)
      }
    close(post, empty)
    fill(place + 1, 0, lost + room.emptySeat[post]! * empty)
    close(post, -empty)
  }
  fill(0, 0, 0)
  return steps <= asked.steps
}

/** Under each post, who would give back more of the slack than they lose, and how much; most first. */
function gainsOf({ byPost, slackOf }: Room) {
  return byPost.map((choices) =>
    choices
      .map(({ person, loss }) => ({ person, gain: (slackOf.get(person) ?? 0) - loss }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain),
  )
}

/** Letters to change, add or leave out to make one name of the other. */
export function distanceOf(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let row = to.map((_, at) => at + 1)
  from.forEach((letter, line) => {
    let before = line
    let left = line + 1
    row = row.map((above, at) => {
      const cost = letter === to[at] ? before : 1 + Math.min(before, above, left)
      before = above
      left = cost
      return cost
    })
  })
  return row.at(-1) ?? from.length
}

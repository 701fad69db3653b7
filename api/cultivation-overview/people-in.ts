/** Finds who is named in a text of ids with a space between them, each by the place in a list; others are passed over. */
export type PeopleIn = (ids: Uint8Array, each: (place: number) => void) => void

/**
 * Of a list of ids, none of them twice, as their letters. The overview of a large county is told of 300,000 ids, which takes
 * half of its time where each is cut out as a string and looked up in a Map: here they are compared where they stand.
 */
export function peopleInOf(letters: Uint8Array, count: number): PeopleIn {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(count + 1) + 1)).fill(NOBODY)
  const table: Table = { letters, slots, starts: new Int32Array(count) }
  let place = 0
  eachId(letters, (id) => {
    table.starts[place] = id.start
    table.slots[slotOf(table, id)] = place++
  })
  return (ids, each) =>
    eachId(ids, (id) => {
      const found = slots[slotOf(table, id)]!
      if (found !== NOBODY) each(found)
    })
}

type Id = { letters: Uint8Array; start: number; end: number; sum: number }
/** Places by the sum of letters, or in the next slots after it that were free; half of them stay so. */
type Table = { letters: Uint8Array; slots: Int32Array; starts: Int32Array }

const NOBODY = -1
const SPACE = ' '.charCodeAt(0)

/** The same object each time, as none is to be made. */
function eachId(letters: Uint8Array, each: (id: Id) => void): void {
  const id = { letters, start: 0, end: 0, sum: 0 }
  let sum = 0
  for (let at = 0; at <= letters.length; at++) {
    const letter = at < letters.length ? letters[at]! : SPACE
    if (letter !== SPACE) {
      sum = (Math.imul(sum, 31) + letter) | 0
      continue
    }
    id.sum = sum
    id.end = at
    if (at > id.start) each(id)
    id.start = at + 1
    sum = 0
  }
}

/** Where the id stands, or the free slot where it would. */
function slotOf({ letters, slots, starts }: Table, id: Id): number {
  const last = slots.length - 1
  for (let slot = id.sum & last; ; slot = (slot + 1) & last) {
    const place = slots[slot]!
    if (place === NOBODY || isSame(id, letters, starts[place]!)) return slot
  }
}

function isSame(id: Id, letters: Uint8Array, start: number): boolean {
  const end = start + id.end - id.start
  if (end < letters.length && letters[end] !== SPACE) return false
  for (let at = start, own = id.start; at < end; at++, own++)
    if (letters[at] !== id.letters[own]) return false
  return true
}

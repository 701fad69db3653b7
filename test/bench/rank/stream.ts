import {
  add,
  get,
  isBelow,
  moduleOf,
  number,
  set,
  TYPE,
  vector,
  whileIn,
} from '../../../matching/scoring/wasm.ts'

type Reader = {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  read(from: number, end: number): number
}

const PAGE = 65_536
/** Vectors of 16 bytes that are read before the loop goes round. */
const AT_ONCE = 16
const [FROM, END, SUMS] = [0, 1, 2]

/** As fast as bytes can be read: vector by vector, each added to one of eight sums. */
export function streams(values: number) {
  const bytes = readerOver(values)
  const floats = readerOver(values * 4)
  return {
    bytes: () => bytes.read(0, whole(values)),
    floats: () => floats.read(0, whole(values * 4)),
  }
}

/** So many bytes that nothing is left over at the end. */
const whole = (bytes: number) => Math.ceil(bytes / (AT_ONCE * 16)) * AT_ONCE * 16

function readerOver(bytes: number): Reader {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readerBytes()))
  const reader = exports as unknown as Reader
  reader.memory.grow(Math.ceil(whole(bytes) / PAGE))
  // Pages that were never written are all the same one.
  new Uint8Array(reader.memory.buffer).fill(1)
  return reader
}

function readerBytes() {
  const sums = Array.from({ length: 8 }, (_, at) => SUMS + at)
  const body = whileIn(isBelow(get(FROM), get(END)), [
    ...Array.from({ length: AT_ONCE }, (_, at) => {
      const sum = sums[at % sums.length]!
      return set(sum, vector.add(get(sum), vector.load(get(FROM), at * 16)))
    }).flat(),
    ...set(FROM, add(get(FROM), number(AT_ONCE * 16))),
  ])
  const total = sums.map(get).reduce(vector.add)
  return moduleOf('read', {
    parameters: 2,
    locals: sums.map(() => TYPE.v128),
    body: [...body, ...vector.isAny(total)],
  })
}

/**
 * As much of WebAssembly's binary format as a small function needs, by the names of its text format.
 * WebAssembly Core Specification 3.0 (W3C), chapter 5; vectors with 128 bits: 5.4.8.
 */
export type Code = number[]

export const TYPE = { i32: 0x7f, v128: 0x7b } as const
export type Type = (typeof TYPE)[keyof typeof TYPE]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const number = (value: number): Code => [0x41, ...signed(value)]
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
export const store = (at: Code, value: Code, offset = 0): Code => [
  ...[...at, ...value],
  ...[0x36, 2, ...unsigned(offset)],
]

/** `body` again and again while `condition` holds before it. */
export const whileIn = (condition: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...[...condition, 0x45, 0x0d, 1],
  ...[...body, 0x0c, 0],
  ...[0x0b, 0x0b],
]
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b]
export const isBelow = (a: Code, b: Code): Code => [...a, ...b, 0x49]

/** Vectors: 128 bits, here eight whole numbers of 16 bits. */
export const vector = {
  load: (at: Code, offset = 0): Code => [...at, ...vectorOp(0x00), 0, ...unsigned(offset)],
  /** The same 16 bits eight times. */
  loadSplat: (at: Code, offset = 0): Code => [...at, ...vectorOp(0x08), 0, ...unsigned(offset)],
  store: (at: Code, value: Code, offset = 0): Code => [
    ...[...at, ...value],
    ...[...vectorOp(0x0b), 0, ...unsigned(offset)],
  ],
  splat: (value: Code): Code => [...value, ...vectorOp(0x10)],
  add: (a: Code, b: Code): Code => [...a, ...b, ...vectorOp(0x8e)],
  larger: (a: Code, b: Code): Code => [...a, ...b, ...vectorOp(0x98)],
  isAbove: (a: Code, b: Code): Code => [...a, ...b, ...vectorOp(0x31)],
  isAny: (a: Code): Code => [...a, ...vectorOp(0x53)],
  /**
   * Sixteen products of a signed byte with one from 0 to 127, neighbours added (`i16x8.relaxed_dot_i8x16_i7x16_s`). All
   * processors agree as long as no sum leaves 16 bits.
   */
  dot: (bytes: Code, sevenBits: Code): Code => [...bytes, ...sevenBits, ...vectorOp(0x112)],
}

/** A module that owns its memory and exports it as `memory`, with one function of whole numbers that answers one. */
export function moduleOf(
  name: string,
  { parameters, locals, body }: { parameters: number; locals: readonly Type[]; body: Code },
): Uint8Array<ArrayBuffer> {
  const takes = Array.from({ length: parameters }, () => TYPE.i32)
  const code = [...listOf(locals.map((type) => [1, type])), ...body, 0x0b]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, ...listOf(takes.map((type) => [type])), 1, TYPE.i32]]),
    ...section(3, [[0]]),
    ...section(5, [[0, 1]]),
    ...section(7, [
      [...textOf('memory'), 2, 0],
      [...textOf(name), 0, 0],
    ]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ])
}

const vectorOp = (code: number): Code => [0xfd, ...unsigned(code)]

const listOf = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]

function section(id: number, items: readonly Code[]): Code {
  const content = listOf(items)
  return [id, ...unsigned(content.length), ...content]
}

const textOf = (text: string): Code => listOf([...text].map((letter) => [letter.charCodeAt(0)]))

/** LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): Code {
  const isLast = value >= -64 && value < 64
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}

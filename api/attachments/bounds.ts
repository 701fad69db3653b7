/** The longer side of A2 at 600 dpi is 14,032; the largest pictures of telephones have 108 million pixels. */
const MOST_SIDE = 20_000
const MOST_PIXELS = 120_000_000

export function beyondSane({ width, height }: { width: number; height: number }): boolean {
  if (width < 1 || height < 1) return true
  return width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS
}

/** Zeros that fill up a block. */
export function isPadding(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0)
}

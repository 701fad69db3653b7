import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../ui/styles/tokens.css'), 'utf8')

/** Text needs 4.5:1 (WCAG 1.4.3), marks and the borders of controls 3:1 (1.4.11). */
const pairs: [front: string, back: string, least: number, why: string][] = [
  ['ink', 'bg', 4.5, 'text on the page'],
  ['ink', 'surface', 4.5, 'text on a card'],
  ['ink-2', 'surface', 4.5, 'second text'],
  ['ink-2', 'surface-2', 4.5, 'second text under the pointer'],
  ['ink-2', 'surface-3', 4.5, 'chips'],
  ['ink-3', 'surface', 4.5, 'hints'],
  ['ink-3', 'surface-2', 4.5, 'heads of tables'],
  ['ink-3', 'bg', 4.5, 'hints on the page'],
  ['accent', 'surface', 4.5, 'links'],
  ['accent', 'surface-2', 4.5, 'links under the pointer'],
  ['accent-ink', 'accent-soft', 4.5, 'the current place'],
  ['on-accent', 'accent', 4.5, 'the primary button'],
  ['red', 'surface', 4.5, 'a miss in words'],
  ['red', 'red-soft', 4.5, 'a miss on its tint'],
  ['yellow', 'surface', 4.5, 'a weak point in words'],
  ['yellow', 'yellow-soft', 4.5, 'a weak point on its tint'],
  ['green', 'green-soft', 4.5, 'what is met on its tint'],
  ['ink-2', 'red-soft', 4.5, 'second text in a failing cell'],
  ['red-mark', 'surface', 3, 'the square'],
  ['red-mark', 'red-soft', 3, 'the square on its tint'],
  ['yellow-mark', 'surface', 3, 'the triangle'],
  ['green-mark', 'surface', 3, 'the ring'],
  ['unknown-line', 'surface', 3, 'the dashed ring'],
  ['control', 'surface', 3, 'borders of inputs'],
  ['d-1', 'surface', 3, 'the plan in charts'],
  ['accent', 'bg', 3, 'the ring of focus'],
]

describe.each([
  ['light', tokensIn(/:root\s*\{([\s\S]*?)\n\}/)],
  ['dark', tokensIn(/\[data-theme=["']dark["']\]\s*\{([\s\S]*?)\n\s*\}/)],
])('%s', (_, tokens) => {
  test.each(pairs)('%s on %s is at least %f: %s', (front, back, least) => {
    const ratio = contrast(tokens.get(front)!, tokens.get(back)!)
    expect(ratio, `${front} on ${back}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(least)
  })
})

function tokensIn(block: RegExp): Map<string, string> {
  const text = block.exec(css)![1]!
  return new Map([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1]!, m[2]!]))
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

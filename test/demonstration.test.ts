import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEMONSTRATION, page } from './demonstration.ts'

test('docs/demonstration.md is what the seed says today; else run node test/demonstration.ts', () => {
  expect(readFileSync(DEMONSTRATION, 'utf8')).toBe(page())
})

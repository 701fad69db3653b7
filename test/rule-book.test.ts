import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { page, RULE_BOOK } from './rule-book.ts'

test('docs/rule-book.md is what the rules say today; else run npm run rule-book', () => {
  expect(readFileSync(RULE_BOOK, 'utf8')).toBe(page())
})

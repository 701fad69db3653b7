import { describe, expect, test } from 'vitest'
import {
  firstDayOf,
  lastDayOf,
  monthsServed,
  quarterBefore,
  quarterOf,
} from '../../../matching/index.ts'

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2026-Q1', '2025-Q4'],
    ['2026-03-31', '2026-Q1', '2025-Q4'],
    ['2026-04-01', '2026-Q2', '2026-Q1'],
    ['2026-11-26', '2026-Q4', '2026-Q3'],
  ])('%s is in %s, after %s', (day, quarter, before) => {
    expect(quarterOf(day)).toBe(quarter)
    expect(quarterBefore(quarter)).toBe(before)
    expect(quarterOf(firstDayOf(quarter))).toBe(quarter)
    expect(quarterOf(lastDayOf(quarter))).toBe(quarter)
  })
})

describe('whole months served', () => {
  test.each([
    { from: '2026-03-01', to: '2026-04-30', months: 2, why: 'the last day counts as served' },
    { from: '2026-03-15', to: '2026-06-14', months: 3, why: 'from the 15th to the 14th is whole' },
    { from: '2026-03-15', to: '2026-06-13', months: 2, why: 'a day less is not' },
    { from: '2026-01-31', to: '2026-02-28', months: 1, why: 'February ends where it ends' },
    { from: '2028-02-01', to: '2028-02-29', months: 1, why: 'a leap year has its 29th' },
    { from: '2028-02-01', to: '2028-02-28', months: 0, why: 'so the 28th is not the end' },
    { from: '2025-12-01', to: '2026-01-31', months: 2, why: 'over the turn of the year' },
    { from: '2026-05-01', to: '2026-04-01', months: 0, why: 'ended before it began' },
  ])('$from to $to: $months ($why)', ({ from, to, months }) => {
    expect(monthsServed(from, to)).toBe(months)
  })
})

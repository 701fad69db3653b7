import { expect, test } from 'vitest'
import { monthText, retirementMonth } from '../../matching/rules/retirement.ts'

/**
 * Rows of the tables annexed to the Decision of the Standing Committee of the National People's Congress
 * on gradually delaying statutory retirement (13 September 2024): men, women of 55, women of 50.
 */
test.each([
  { bornOn: '1964-12', base: 60, retires: '2024-12', why: 'before the delay began' },
  { bornOn: '1965-01', base: 60, retires: '2025-02', why: '60 years and 1 month' },
  { bornOn: '1965-04', base: 60, retires: '2025-05', why: 'the fourth month, still 1 month later' },
  { bornOn: '1965-05', base: 60, retires: '2025-07', why: '60 years and 2 months' },
  { bornOn: '1976-09', base: 60, retires: '2039-09', why: '63 years, the most' },
  { bornOn: '1990-01', base: 60, retires: '2053-01', why: 'and no more than 63' },
  { bornOn: '1970-01', base: 55, retires: '2025-02', why: '55 years and 1 month' },
  { bornOn: '1981-09', base: 55, retires: '2039-09', why: '58 years, the most' },
  { bornOn: '1975-01', base: 50, retires: '2025-02', why: '50 years and 1 month' },
  {
    bornOn: '1975-03',
    base: 50,
    retires: '2025-05',
    why: '50 years and 2 months, every second month',
  },
  { bornOn: '1984-11', base: 50, retires: '2039-11', why: '55 years, the most' },
  { bornOn: '1970-01', base: 63, retires: '2033-01', why: 'the law delays no other age' },
])('born $bornOn, $base before the delay: $retires ($why)', ({ bornOn, base, retires }) => {
  expect(monthText(retirementMonth(bornOn, base))).toBe(retires)
})

import { describe, expect, test } from 'vitest'
import {
  eligibilityOf,
  inReach,
  judge,
  pairRuleBook,
  ruleBook,
} from '../../matching/rules/index.ts'
import { RULES, type RuleId } from '../../matching/types.ts'
import { hongmen, MAOZHAI, talent } from '../cast.ts'
import { ageMax, ageRetired, ageTerm } from './rules/age.ts'
import { consent, fitness, willing } from './rules/consent.ts'
import { educationMin } from './rules/education.ts'
import { experienceMin } from './rules/experience.ts'
import { partyMember } from './rules/party.ts'
import { residence } from './rules/residence.ts'
import { findingIn, findingsIn, questionOf, type Row } from './rules/table.ts'

/** A rule without a table does not compile. */
const tables: Record<RuleId, Row[]> = {
  consent,
  willing,
  fitness,
  'age.max': ageMax,
  'age.retired': ageRetired,
  'age.term': ageTerm,
  'education.min': educationMin,
  'experience.min': experienceMin,
  'party.member': partyMember,
  residence,
}

describe.each(RULES)('%s', (rule) => {
  test.each(tables[rule])('$why: $is', (row) => {
    const finding = findingIn(row, rule)
    expect(finding?.outcome ?? 'met').toBe(row.is)
    if (row.says !== undefined) expect(finding?.words.zh).toContain(row.says)
    if (row.approvedBy !== undefined) expect(finding?.approvedBy).toBe(row.approvedBy)
  })

  test('the quick judgement is the one in words', () => {
    for (const row of tables[rule]) {
      expect(judge(...questionOf(row)), row.why).toBe(eligibilityOf(findingsIn(row)))
    }
  })

  test('stands in the rule book with its source in both languages', () => {
    const entry = ruleBook.find(({ id }) => id === rule)
    expect(entry?.source.zh).toMatch(/\p{Script=Han}/u)
    expect(entry?.source.en).toMatch(/[a-z]/)
  })

  test('what is missing is said where something can be', () => {
    for (const row of tables[rule].filter(({ is }) => is === 'unknown')) {
      expect(findingIn(row, rule)?.missing, row.why).toBeDefined()
    }
  })
})

test('the rule book lists each rule once, in the order of RULES, and the two rules about pairs', () => {
  expect(ruleBook.map(({ id }) => id)).toEqual([...RULES])
  expect(pairRuleBook.map(({ id }) => id)).toEqual(['kinship', 'oneplace'])
})

test('findings come worst first: barred, unknown, relaxable, caution', () => {
  const outcomes = findingsIn({
    why: 'one of each',
    is: 'breach',
    talent: {
      isFit: false,
      consent: null,
      bornOn: '1970-06',
      honours: [{ level: 'city', name: '劳动模范', on: '2020-05-01' }],
    },
  }).map(({ outcome }) => outcome)
  expect(outcomes).toEqual(['breach', 'unknown', 'relaxable', 'caution'])
})

test('a caution never bars', () => {
  const row: Row = {
    why: 'retires in the term',
    is: 'caution',
    talent: { sex: 'female', bornOn: '1975-03' },
  }
  expect(findingsIn(row).map(({ rule }) => rule)).toEqual(['age.term'])
  expect(judge(...questionOf(row))).toBe('eligible')
})

test.each([
  { why: 'own village, whatever they agreed to', about: { willingness: 'village' }, reach: true },
  { why: 'same township', about: { homeVillage: MAOZHAI, willingness: 'township' }, reach: true },
  {
    why: 'same township, not asked yet',
    about: { homeVillage: MAOZHAI, willingness: null },
    reach: true,
  },
  {
    why: 'same township, home only',
    about: { homeVillage: MAOZHAI, willingness: 'village' },
    reach: false,
  },
  { why: 'next township', about: { ...faraway(), willingness: 'township' }, reach: false },
  { why: 'next township, not asked yet', about: { ...faraway(), willingness: null }, reach: false },
  {
    why: 'next township, anywhere in the county',
    about: { ...faraway(), willingness: 'county' },
    reach: true,
  },
] as const)('reach: $why: $reach', ({ about, reach }) => {
  expect(inReach(talent(about), hongmen)).toBe(reach)
})

function faraway() {
  return { homeVillage: '370406105201', homeTownship: '370406105' } as const
}

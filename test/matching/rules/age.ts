import { defaultPolicy } from '../../../matching/policy.ts'
import { HONGMEN, MAOZHAI } from '../../cast.ts'
import type { Row } from './table.ts'

/** The reference day of the default policy is 2026-12-31. */
const honour = (level: 'county' | 'city' | 'nation') => ({
  honours: [{ level, name: '劳动模范', on: '2020-05-01' }],
})

export const ageMax: Row[] = [
  { why: '55 on the reference day', is: 'met', talent: { bornOn: '1971-01-01' } },
  {
    why: '56 on the very day',
    is: 'breach',
    talent: { bornOn: '1970-12-31' },
    says: '56岁，超过55岁',
  },
  {
    why: 'just outside: the birthday is a day later',
    is: 'met',
    talent: { bornOn: '1970-12-31' },
    policy: { referenceOn: '2026-12-30' },
  },
  {
    why: 'a birth known by month counts as its first day',
    is: 'breach',
    talent: { bornOn: '1970-12' },
  },
  { why: 'the day is not known', is: 'unknown', talent: { bornOn: null }, says: '出生年月' },
  {
    why: 'an honour of the city relaxes it',
    is: 'relaxable',
    talent: { bornOn: '1969-05-01', ...honour('city') },
    approvedBy: 'county',
    says: '劳动模范',
  },
  {
    why: 'an honour above the city does too',
    is: 'relaxable',
    talent: { bornOn: '1969-05-01', ...honour('nation') },
  },
  {
    why: 'an honour of the county is not enough',
    is: 'breach',
    talent: { bornOn: '1969-05-01', ...honour('county') },
  },
  {
    why: 'the policy names nobody who may approve',
    is: 'breach',
    talent: { bornOn: '1969-05-01', ...honour('city') },
    policy: { relaxations: {} },
  },
]

const inOffice = { incumbency: { village: HONGMEN, posts: ['secretary' as const] } }
const askedBack = { bornOn: '1965-01', sources: ['retired-official' as const] }
const mayAskBack = { age: { ...defaultPolicy.age, mayAskBack: true } }

/** Men of 60 and women of 55 before the delay; four months of birth delay by one month. */
export const ageRetired: Row[] = [
  {
    why: 'a man born in January 1965 retired a month late, in February 2025',
    is: 'breach',
    talent: { bornOn: '1965-01-10' },
    says: '2025-02',
  },
  {
    why: 'the month before January 1965 retired without a delay',
    is: 'breach',
    talent: { bornOn: '1964-12-10' },
    says: '2024-12',
  },
  {
    why: 'a man of July 1966 retires in December 2026: 60 years and 5 months',
    is: 'breach',
    talent: { bornOn: '1966-07-30' },
    says: '2026-12',
  },
  { why: 'a month younger: January 2027', is: 'met', talent: { bornOn: '1966-08-01' } },
  {
    why: 'the day in the month of retirement has not come',
    is: 'met',
    talent: { bornOn: '1966-07-30' },
    policy: { referenceOn: '2026-12-29' },
  },
  {
    why: 'a woman of June 1971 retires in November 2026',
    is: 'breach',
    talent: { sex: 'female', bornOn: '1971-06-15' },
    says: '2026-11',
  },
  { why: 'a man of the same day does not', is: 'met', talent: { bornOn: '1971-06-15' } },
  { why: 'the sex is not on record', is: 'unknown', talent: { sex: null }, says: '性别' },
  { why: 'the birth is not known', is: 'unknown', talent: { bornOn: null }, says: '出生年月' },
  {
    why: 'the secretary in office stays',
    is: 'relaxable',
    post: 'secretary',
    talent: { bornOn: '1965-01', ...inOffice },
    approvedBy: 'county',
    says: '可留任',
  },
  {
    why: 'the secretary in office goes for another post',
    is: 'breach',
    post: 'chair',
    talent: { bornOn: '1965-01', ...inOffice },
  },
  {
    why: 'the secretary of another village',
    is: 'breach',
    post: 'secretary',
    talent: { bornOn: '1965-01', incumbency: { village: MAOZHAI, posts: ['secretary'] } },
  },
  {
    why: 'a retired official is asked back to a village',
    is: 'relaxable',
    talent: askedBack,
    policy: mayAskBack,
    says: '可回请',
  },
  { why: 'the policy asks nobody back', is: 'breach', talent: askedBack },
  {
    why: 'nobody is asked back to a community',
    is: 'breach',
    talent: askedBack,
    policy: mayAskBack,
    village: { kind: 'community' },
  },
]

export const ageTerm: Row[] = [
  { why: 'retires long after the term', is: 'met', talent: { bornOn: '1985-06' } },
  {
    why: 'a man of July 1970 retires in December 2031, within five years',
    is: 'caution',
    talent: { bornOn: '1970-07-15' },
    says: '2031-12',
  },
  {
    why: 'just outside: January 2032',
    is: 'met',
    talent: { bornOn: '1970-08-01' },
  },
  {
    why: 'retired already: age.retired has said so',
    is: 'met',
    talent: { bornOn: '1965-01' },
  },
  { why: 'not known: age.retired asks for it', is: 'met', talent: { bornOn: null } },
  {
    why: 'a shorter term ends before',
    is: 'met',
    talent: { bornOn: '1970-07-15' },
    policy: { termYears: 3 },
  },
]

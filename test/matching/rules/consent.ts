import { MAOZHAI } from '../../cast.ts'
import type { Row } from './table.ts'

export const consent: Row[] = [
  { why: 'agreed', is: 'met', talent: { consent: 'given' } },
  { why: 'took it back', is: 'breach', talent: { consent: 'withdrawn' }, says: '撤回' },
  { why: 'was never asked', is: 'unknown', talent: { consent: null }, says: '书面意见' },
]

const elsewhere = { homeVillage: MAOZHAI, consentedVillages: ['370406104218'] }
const faraway = { ...elsewhere, homeTownship: '370406105' }

export const willing: Row[] = [
  { why: 'the home village is all they agreed to', is: 'met', talent: { willingness: 'village' } },
  {
    why: 'another village of the township, home village only',
    is: 'breach',
    talent: { ...elsewhere, willingness: 'village' },
    says: '只愿在家所在村',
  },
  {
    why: 'another village, and they would go anywhere in the township',
    is: 'met',
    talent: { ...elsewhere, willingness: 'township' },
  },
  {
    why: 'just outside: the next township',
    is: 'breach',
    talent: { ...faraway, willingness: 'township' },
    says: '只愿在家所在乡镇',
  },
  {
    why: 'the next township, and they would go anywhere in the county',
    is: 'met',
    talent: { ...faraway, willingness: 'county' },
  },
  { why: 'gave no answer yet', is: 'unknown', talent: { willingness: null }, says: '答复' },
]

export const fitness: Row[] = [
  { why: 'declared able to serve', is: 'met', talent: { isFit: true } },
  { why: 'declared not able to serve', is: 'breach', talent: { isFit: false } },
  { why: 'no declaration yet', is: 'unknown', talent: { isFit: null }, says: '声明' },
]

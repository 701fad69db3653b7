import type { Dictionary } from '../zh-CN.ts'

export const target: Dictionary['target'] = {
  'seats.law': 'Seats by law',
  seats: 'Seats filled',
  'women.min': 'Women on committee',
  'minority.min': 'Minority member',
  'young.min': '35 or under',
  'age30.min': 'Aged 28 to 32',
  'age.core': 'Aged 30 to 45',
  'age.mean': 'Mean age',
  'college.share': 'College or above',
  combined: 'Combined role',
  'combined.share': 'Combined role',
  'cross.share': 'Cross-appointed',
  'women.share': 'Women',
  'sources.share': 'Four-group secretaries',
  margin: 'Party margin',
  depth: 'Reserve depth',
  'supervision.seats': 'Supervision seats',
  'supervision.head': 'Discipline member heads supervision',
}

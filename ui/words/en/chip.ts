import type { Dictionary } from '../zh-CN.ts'

export const chip: Dictionary['chip'] = {
  'seats.law': 'seats',
  seats: 'seats',
  'women.min': 'woman',
  'minority.min': 'minority',
  'young.min': '≤35',
  'age30.min': 'about 30',
  'age.core': '30–45',
  'age.mean': 'age',
  'college.share': 'college+',
  combined: 'combined',
  'combined.share': 'combined',
  'cross.share': 'cross',
  'women.share': 'woman',
  'sources.share': 'four groups',
  margin: 'margin',
  depth: 'depth',
  'supervision.seats': 'supervision',
  'supervision.head': 'discipline',
}

import { anyPost, atLeast, inCommittee, isAged, minority } from './measure.ts'
import type { Target } from './target.ts'

export const womenMin: Target = {
  id: 'women.min',
  words: { zh: '村委会女性', en: 'women on the committee' },
  source: 'LAW 6',
  unit: 'people',
  levels: ['village'],
  ...atLeast((member) => member.isWoman, inCommittee),
}

export const minorityMin: Target = {
  id: 'minority.min',
  words: { zh: '少数民族成员', en: 'members of smaller nationalities' },
  source: 'LAW 6',
  unit: 'people',
  levels: ['village'],
  value: minority.value,
  form: (place) => (place.village?.hasMinorities ? minority.form(place) : null),
}

export const youngMin: Target = {
  id: 'young.min',
  words: { zh: '35 岁及以下', en: 'aged 35 or under' },
  source: 'S3.1',
  unit: 'people',
  levels: ['village'],
  ...atLeast((member, policy) => isAged(member, policy, 'young.min'), anyPost),
}

export const age30Min: Target = {
  id: 'age30.min',
  words: { zh: '28 至 32 岁', en: 'aged about 30' },
  source: 'S2',
  unit: 'people',
  levels: ['village'],
  ...atLeast((member, policy) => isAged(member, policy, 'age30.min'), anyPost),
}

import { anyPost, counts, isAged, lastTerm, meanAge, share } from './measure.ts'
import type { Target } from './target.ts'

export const ageCore: Target = {
  id: 'age.core',
  words: { zh: '30 至 45 岁', en: 'aged 30 to 45' },
  source: 'S2',
  unit: 'people',
  levels: ['village'],
  // More than the share: half a person is the least that whole people can be over one half.
  form: ({ bound, policy }) => ({
    perPattern: anyPost,
    perMember: (member) => counts((one) => isAged(one, policy, 'age.core'))(member) - bound,
    atLeast: bound === 0.5 ? 0.5 : 1e-4,
    isWhole: true,
  }),
  value: share(({ member }, policy) => isAged(member, policy, 'age.core')),
}

export const ageMean: Target = {
  id: 'age.mean',
  words: { zh: '平均年龄', en: 'mean age' },
  source: 'S3.1',
  unit: 'years',
  levels: ['village', 'county'],
  form: (place) => {
    const last = place.village === null ? lastTerm(place)?.meanAge : 0
    if (last === null || last === undefined) return null
    const bound = last + place.bound
    return {
      bound,
      perPattern: anyPost,
      perMember: (member) => bound - (member.age ?? bound),
      atLeast: 0,
      isWhole: Number.isInteger(bound),
    }
  },
  value: meanAge,
}

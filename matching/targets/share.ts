import { anyPost, lastTerm, share } from './measure.ts'
import type { Target } from './target.ts'

export const collegeShare: Target = {
  id: 'college.share',
  words: { zh: '大专及以上', en: 'junior college or above' },
  source: 'S3.1',
  unit: 'people',
  levels: ['village', 'county'],
  form: (place) => {
    const last = lastTerm(place)
    if (last === null) return null
    const bound = Math.min(1, last.collegeShare + place.bound)
    return {
      bound,
      perPattern: anyPost,
      perMember: (member) => (member.isCollege ? 1 : 0) - bound,
      atLeast: 0,
      isWhole: true,
    }
  },
  value: share(({ member }) => member.isCollege),
}

export const womenShare: Target = {
  id: 'women.share',
  words: { zh: '女性', en: 'share of women' },
  source: 'S3.2',
  unit: 'people',
  levels: ['township', 'county'],
  form: ({ bound }) => ({
    perPattern: anyPost,
    perMember: (member) => (member.isWoman ? 1 : 0) - bound,
    atLeast: 0,
    isWhole: true,
  }),
  value: share(({ member }) => member.isWoman),
}

export const sourcesShare: Target = {
  id: 'sources.share',
  words: { zh: '四类人员书记', en: 'secretaries from four sources' },
  source: 'S3.1',
  unit: 'people',
  levels: ['county'],
  form: ({ bound }) => ({
    perPattern: (pattern) => (pattern.party === 'secretary' ? 1 : 0),
    perMember: (member) => (member.isFromFourSources ? 1 : 0) - bound,
    atLeast: 0,
    isWhole: true,
  }),
  value: share(
    ({ member }) => member.isFromFourSources,
    ({ pattern }) => pattern.party === 'secretary',
  ),
}

import { isCombined, isCross } from '../pattern.ts'
import { anyPost, combinedRoles, everyone, share } from './measure.ts'
import type { Target } from './target.ts'

export const combined: Target = {
  id: 'combined',
  words: { zh: '一肩挑', en: 'combined role' },
  source: 'S0, S3.5',
  unit: 'villages',
  levels: ['village'],
  form: ({ bound }) => ({
    perPattern: (pattern) => (isCombined(pattern) ? 1 : 0),
    perMember: everyone,
    atLeast: bound,
    isWhole: true,
  }),
  value: combinedRoles,
}

export const combinedShare: Target = {
  id: 'combined.share',
  words: { zh: '一肩挑的村', en: 'villages with a combined role' },
  source: 'S0, S3.2',
  unit: 'villages',
  levels: ['township', 'county'],
  form: ({ bound, villages }) => ({
    perPattern: (pattern) => (isCombined(pattern) ? 1 : 0),
    perMember: everyone,
    atLeast: bound * villages.length,
    isWhole: true,
  }),
  value: (team, { villages }) => combinedRoles(team) / villages,
}

export const crossShare: Target = {
  id: 'cross.share',
  words: { zh: '交叉任职', en: 'share of cross-appointments' },
  source: 'S0',
  unit: 'people',
  levels: ['township', 'county'],
  form: ({ bound }) => ({
    perPattern: (pattern) => (isCross(pattern) ? 1 : 0) - bound * anyPost(pattern),
    perMember: everyone,
    atLeast: 0,
    isWhole: true,
  }),
  value: share(({ pattern }) => isCross(pattern)),
}

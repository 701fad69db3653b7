import type { Words } from '../types.ts'
import type { IndicatorResult } from './facts.ts'

/** What one indicator says; `indicatorsOf` adds whose it is. */
export type Finding = Omit<IndicatorResult, 'id'>

/** Nothing is known: neither red nor green, with what to do about it. */
export function unknown(says: Words, next: Words | null): Finding {
  return {
    ...{ state: 'unknown', value: null, on: null, next },
    short: { zh: '未知', en: 'unknown' },
    words: says,
    source: NOBODY,
  }
}

/** Worked out by the program from what it holds. */
export const COMPUTED: Words = { zh: '系统测算', en: 'worked out' }
export const POOL: Words = { zh: '人才库', en: 'pool' }
const NOBODY: Words = { zh: '无', en: 'none' }

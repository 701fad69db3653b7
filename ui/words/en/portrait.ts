import type { Dictionary } from '../zh-CN.ts'

export const portrait = {} satisfies Dictionary['portrait']

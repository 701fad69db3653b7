import type { Dictionary } from '../zh-CN.ts'

export const pool = {} satisfies Dictionary['pool']

import type { Dictionary } from '../zh-CN.ts'

export const imports = {} satisfies Dictionary['imports']

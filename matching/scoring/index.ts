/** Many people by weights of the moment, fast enough to follow a slider. */
export type { IsBefore, Placed } from './best.ts'
export { type Kernel, kernelBytes } from './kernel.ts'
export { ranksOf } from './ranks.ts'
export { createScores, dropValues, putValues, type Scores } from './scores.ts'
export { type Among, topOf } from './top.ts'
export { valuesOf } from './values.ts'

export * from './entries.ts'
export * from './indicators.ts'
export * from './scheme.ts'

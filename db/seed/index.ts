export { type DemonstrationRows, demonstration, SEED } from './demonstration.ts'
export { insertDemonstration } from './insert.ts'
export { type PrivateValue, privateValues } from './private.ts'

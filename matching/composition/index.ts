export * from './composition.ts'
export * from './differences.ts'
export {
  type CompositionAges,
  type CompositionMember,
  type FeatureId,
  featuresBy,
  GROUPS,
  type GroupId,
  inGroup,
} from './features.ts'
export { agesOf, type LineId, type LineKind, lineKinds, type Measured } from './lines.ts'
export { decimal, tenthsBetween, tenthsOf, type Unit } from './rounding.ts'
export { arithmeticOf, differenceWords, FEW } from './sentences.ts'
export { boundOf, type Direction, wantedBy } from './wanted.ts'
export { groupOfTeamWords } from './words.ts'

/** The only door of matching: pure functions over plain data. */
export { ageOn } from './age.ts'
export { type Alternatives, alternativesOf } from './alternatives/alternatives.ts'
export { type Move, movesBetween, type Sitting, sittingsIn } from './alternatives/comparison.ts'
export { type Costs, costsIn, costsOf, type TargetCost } from './alternatives/costs.ts'
export { certaintyOf, type Gain, type Strengths } from './certainty.ts'
export { checkApart } from './check/apart.ts'
export { check, type Violation } from './check/index.ts'
export { checkShortlist } from './check/shortlist.ts'
export {
  agesOf,
  arithmeticOf,
  type Change as CompositionChange,
  type Composition,
  type CompositionAges,
  type CompositionMember,
  type CompositionTeam,
  compositionOf,
  differencesOf,
  differenceWords,
  type FeatureId,
  type Figure,
  featuresBy,
  figureIn,
  GROUPS as TEAM_GROUPS,
  type GroupId as TeamGroupId,
  groupOfTeamWords,
  inGroup as inTeamGroup,
  type Line as CompositionLine,
  type LineId as CompositionLineId,
  type LineKind as CompositionLineKind,
  lineKinds as compositionLineKinds,
  lineOf as compositionLineOf,
  sumCompositions,
} from './composition/index.ts'
export { type Disturbance, disturbances } from './consistency.ts'
export { sharesOf } from './criteria.ts'
export * from './cultivation/index.ts'
export { type Absence, type Depth, depthOf, type VillageDepth } from './depth/index.ts'
export { weightOf } from './evidence.ts'
export { besidesWords, type Gap, type GapList, gapsOf, type Profile } from './gaps/index.ts'
export { type Leaders, leadersOf } from './leaders.ts'
export { memberOf } from './member.ts'
export { mpsOf } from './mps/index.ts'
export { type Basis, basisOf, outlookOf, type VillageOutlook } from './outlook/index.ts'
export { COMMITTEE_OF, patternOf } from './pattern.ts'
export { solvePlan } from './plan/solve.ts'
export type { Solver } from './plan/state.ts'
export { defaultPolicy } from './policy.ts'
export * from './procedure.ts'
export { LEAST_NOTICE_DAYS, procedureFaults, SIGNED_KINDS } from './procedure-faults.ts'
export {
  type Quota,
  type QuotaPerson,
  type QuotaProblem,
  type QuotaResult,
  quotaFaults,
  solveQuota,
} from './quota/index.ts'
export { rank, rankOne } from './rank.ts'
export * from './readiness/index.ts'
export {
  FEW,
  FEW_EXPECTED,
  FOUR_FIFTHS,
  type GroupCount,
  PARTS,
  type PartCount,
  type PartId,
  type Rate,
  type Representation,
  representation,
  STAGES,
  type Stage,
} from './representation/index.ts'
export { type Robustness, type RobustQuestion, robustly, robustnessOf } from './robust/index.ts'
export { assess, eligibilityOf, inReach, judge, pairRuleBook, ruleBook } from './rules/index.ts'
export {
  createScores,
  dropValues,
  type Kernel,
  kernelBytes,
  type Placed,
  putValues,
  ranksOf,
  type Scores,
  topOf,
  valuesOf,
} from './scoring/index.ts'
export {
  type Candidate,
  type Exchange,
  type GroupHeld,
  type Groups,
  groupWords,
  type Listed,
  type MinShare,
  type Shortlist,
  type Standing,
  shortlist,
  shortWords,
  standingOf,
  youngTo,
} from './shortlist/index.ts'
export { explainMisses } from './slate/misses.ts'
export { nextBest } from './slate/next.ts'
export { type Placement, structureOf, sumStructures } from './structure.ts'
export { targets, targetWords } from './targets/index.ts'
export { topsis } from './topsis.ts'
export * from './types.ts'
export { comparisonsOf, type JudgeOpinion, judgesOf, weightsOf } from './weights.ts'
export * from './words.ts'

import type { InferResponseType } from 'hono/client'
import type { api } from './client.ts'

/** Everything here is what the server answers, inferred from its routes. */
type Api = typeof api

export type Places = InferResponseType<Api['places']['$get']>
export type TownshipOfPlaces = Places['townships'][number]
export type Township = InferResponseType<Api['townships'][':code']['$get']>
export type VillageOfTownship = Township['villages'][number]
export type Village = InferResponseType<Api['villages'][':code']['$get']>
export type Structure = NonNullable<Village['lastTerm']>
export type PolicyAnswer = InferResponseType<Api['policy']['$get']>
export type Policy = PolicyAnswer['policy']
export type RankingAnswer = InferResponseType<Api['rankings']['$post']>
export type Ranking = RankingAnswer['ranking']
export type RankedTalent = Ranking['ranked'][number]
export type CriterionShare = RankedTalent['shares'][number]
export type Finding = RankedTalent['findings'][number]
export type Person = RankingAnswer['people'][number]
export type Post = Ranking['post']
export type CriterionId = CriterionShare['criterion']
export type Weights = Record<CriterionId, number>
export type TalentRecord = InferResponseType<Api['talents'][':id']['$get']>
export type SlateAnswer = InferResponseType<Api['slates']['$post']>
export type SolvedSlate = Extract<SlateAnswer, { status: 'solved' }>
export type ImpossibleSlate = Extract<SlateAnswer, { status: 'impossible' }>
export type Slate = SolvedSlate['plan']['slates'][number]
export type Seat = Slate['seats'][number]
export type TargetResult = Slate['targets'][number]
export type TargetId = TargetResult['id']
export type Tier = TargetResult['tier']
export type MissesAnswer = InferResponseType<Api['slates']['misses']['$post'], 200>
export type Miss = MissesAnswer['misses'][number]
export type NextBest = SolvedSlate['seats'][number]['next'][number]
export type PinConflict = ImpossibleSlate['conflicts'][number]
export type PlanList = InferResponseType<Api['plans']['$get']>
export type PlanAnswer = InferResponseType<Api['plans'][':id']['$get']>
export type PlanResult = NonNullable<PlanAnswer['result']>
export type SolvedPlan = Extract<PlanResult, { status: 'solved' }>
export type Certificate = SolvedPlan['plan']

export const POSTS = [
  'secretary',
  'party-member',
  'chair',
  'committee-member',
] as const satisfies readonly Post[]
export const CRITERIA = [
  'political',
  'development',
  'coordination',
  'service',
  'conduct',
  'expertise',
  'tie',
  'record',
  'reputation',
  'potential',
] as const satisfies readonly CriterionId[]
export const TIERS = ['law', 'policy', 'wish'] as const satisfies readonly Tier[]

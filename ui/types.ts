import type { InferResponseType } from 'hono/client'
import type { api } from './client.ts'

/** Everything here is what the server answers, inferred from its routes. */
type Api = typeof api

export type SessionAnswer = InferResponseType<Api['session']['$get'], 200>
export type Own = NonNullable<SessionAnswer['account']>
export type Role = Own['role']
export type Signer = InferResponseType<Api['accounts']['$get'], 200>['signers'][number]
export type AccountOfList = InferResponseType<Api['accounts']['$get'], 200>['accounts'][number]
export type DictionaryName = 'skills' | 'sources' | 'reasons' | 'departments'
export type DictionaryEntry = InferResponseType<
  Api['dictionaries'][':dictionary']['$get'],
  200
>['entries'][number]
export type SettingsAnswer = InferResponseType<Api['settings']['$get'], 200>
export type Settings = SettingsAnswer['settings']
export type OwnSession = InferResponseType<Api['self']['sessions']['$get'], 200>['sessions'][number]
export type AuditPage = InferResponseType<Api['audit']['$get'], 200>
export type AuditEntry = AuditPage['entries'][number]
export type SystemState = InferResponseType<Api['system']['$get'], 200>
export type AuditSummary = InferResponseType<Api['audit']['summary']['$get'], 200>
export type Verification = InferResponseType<Api['audit']['verification']['$get'], 200>
export type TalentPage = InferResponseType<Api['talents']['$get'], 200>
export type Hit = TalentPage['people'][number]
export type FacetCounts = NonNullable<TalentPage['facets']>
export type Facet = keyof FacetCounts
export type Relaxation = NonNullable<TalentPage['relaxations']>[number]
export type SavedSearch = InferResponseType<Api['searches']['$get'], 200>['searches'][number]
export type NamedList = InferResponseType<Api['lists']['$get'], 200>['lists'][number]
export type ListAnswer = InferResponseType<Api['lists'][':id']['$get'], 200>
export type Member = ListAnswer['people'][number]
export type ComparisonAnswer = InferResponseType<Api['comparisons']['$get'], 200>
export type Compared = ComparisonAnswer['people'][number]
export type Pair = InferResponseType<Api['duplicates']['$get'], 200>['pairs'][number]
export type Twin = Pair['a']
export type PrivateField = 'id-number' | 'phone'
export type OwnRecord = InferResponseType<Api['record']['$get'], 200>
export type OwnCorrection = OwnRecord['corrections'][number]
export type CorrectedField = OwnCorrection['field']
export type LooksAnswer = InferResponseType<Api['record']['looks']['$get'], 200>
export type Look = LooksAnswer['looks'][number]
export type Correction = InferResponseType<Api['corrections']['$get'], 200>['corrections'][number]
export type Due = InferResponseType<Api['retention']['$get'], 200>['people'][number]
export type Mentorship = InferResponseType<Api['mentorships']['$get'], 200>['mentorships'][number]
export type NoticeAnswer = InferResponseType<Api['notice']['$get'], 200>
export type Invited = InferResponseType<Api['enrolments']['look-up']['$post'], 200>
type Imports = Api['imports']
export type ImportOfList = InferResponseType<Imports['$get'], 200>['imports'][number]
export type ImportAnswer = InferResponseType<Imports[':id']['$get'], 200>
export type ImportKind = ImportAnswer['kind']
export type ImportState = ImportAnswer['state']
export type ImportCounts = NonNullable<ImportAnswer['counts']>
export type KnownChoice = ImportAnswer['choices']['known']
export type ImportField = ImportAnswer['fields'][number]
type ImportQuestion = ImportAnswer['questions'][number]
export type ColumnQuestion = Extract<ImportQuestion, { about: 'column' }>
export type PlaceQuestion = Extract<ImportQuestion, { about: 'place' }>
export type ImportRows = InferResponseType<Imports[':id']['rows']['$get'], 200>
export type ImportRow = ImportRows['rows'][number]
export type RowAnswer = InferResponseType<Imports[':id']['rows'][':line']['$put'], 200>
export type ImportRowState = ImportRow['state']
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
export type Robustness = InferResponseType<Api['rankings']['robustness']['$get'], 200>
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
type Slates = Api['slates']
export type AlternativesAnswer = InferResponseType<Slates['alternatives']['$post'], 200>
export type Alternatives = Extract<AlternativesAnswer, { status: 'solved' }>
export type TeamPlan = Alternatives['teams'][number]
export type CostsAnswer = InferResponseType<Slates['costs']['$post'], 200>
export type Costs = Extract<CostsAnswer, { status: 'solved' }>
export type TargetCost = Costs['costs'][number]
export type Move = TargetCost['moves'][number]
export type PlanCosts = Extract<
  InferResponseType<Api['plans'][':id']['costs']['$get'], 200>,
  { status: 'done' }
>
export type PlansBeside = InferResponseType<Api['plans']['comparison']['$get'], 200>
export type PlanBeside = PlansBeside['plans'][number]
export type ShortlistAnswer = InferResponseType<Api['shortlists']['$get'], 200>
export type ListedPerson = ShortlistAnswer['listed'][number]
export type GroupHeld = ShortlistAnswer['groups'][number]
export type ShortlistGroup = GroupHeld['group']
export type ReportAnswer = InferResponseType<Api['representation']['$get'], 200>
export type ReportPart = ReportAnswer['parts'][number]
export type ReportGroup = ReportPart['groups'][number]
export type Stage = ReportAnswer['stages'][number]['stage']
export type PlanList = InferResponseType<Api['plans']['$get']>
export type PlanAnswer = InferResponseType<Api['plans'][':id']['$get']>
export type PlanResult = NonNullable<PlanAnswer['result']>
export type SolvedPlan = Extract<PlanResult, { status: 'solved' }>
export type Certificate = SolvedPlan['plan']
export type PlanProof = NonNullable<PlanAnswer['certificate']>
export type PlanChanges = NonNullable<PlanAnswer['changes']>
export type PlanRequest = PlanAnswer['request']

/** In the order of the work; those who see no people come last. */
export const ROLES = [
  'county',
  'township',
  'village',
  'mentor',
  'reviewer',
  'talent',
  'admin',
  'auditor',
] as const satisfies readonly Role[]
export const POSTS = [
  'secretary',
  'party-member',
  'chair',
  'committee-member',
  'supervision-head',
  'supervisor',
] as const satisfies readonly Post[]
export const IMPORT_KINDS = [
  'people',
  'villages',
  'incumbents',
] as const satisfies readonly ImportKind[]
export const KNOWN_CHOICES = ['update', 'merge', 'skip'] as const satisfies readonly KnownChoice[]
/** What becomes of a row; the first three are written. */
export const ROW_STATES = [
  'new',
  'update',
  'merge',
  'same',
  'skip',
  'faulty',
  'left-out',
] as const satisfies readonly ImportRowState[]
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

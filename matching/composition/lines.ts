import { EDUCATIONS, type Policy, type TargetId, type Words } from '../types.ts'
import type { Composition, Ratio } from './composition.ts'
import { type FeatureId, type GroupId, TEAM_SOURCES } from './features.ts'
import type { Unit } from './rounding.ts'
import { agesWords, educationLineWords, figureWords, sourceWords } from './words.ts'

export type LineId = FeatureId | 'people' | 'villages' | 'seats' | 'age.mean' | 'combined'
/** What a share is a share of. */
export type Measured = 'people' | 'villages' | 'seats'

/** One figure of a composition: where it is read, what it is called, and which target of the policy speaks of it. */
export type LineKind = {
  group: GroupId
  id: LineId
  unit: Unit
  measured: Measured
  words: Words
  target: TargetId | null
  read: (composition: Composition) => Ratio
  /** Those of whom it is not known, who are in no denominator. */
  unknown: (composition: Composition) => number
}

/** All figures that are reported, group by group in reading order (domain §4 end, §7, §10). */
export function lineKinds(policy: Policy): LineKind[] {
  const of = linesBy(policy)
  return [
    ...of('all', ['villages', 'seats', 'people', ...WHOLE, ...TEAM, 'source.four', ...FINE]),
    ...of('party', ['people', ...WHOLE]),
    ...of('committee', ['people', ...WHOLE]),
    ...of('heads', ['people', ...WHOLE]),
    ...of('secretaries', ['people', ...WHOLE, 'source.four', ...SOURCES]),
    ...of('combined', ['people', 'age.mean', ...HOLDERS]),
  ]
}

/** Whom the policy counts as young and as of the core age. */
export function agesOf({ targets }: Policy) {
  return {
    young: { from: 0, to: targets['young.min'].ages?.to ?? 35 },
    core: targets['age.core'].ages ?? { from: 30, to: 45 },
  }
}

const WHOLE: LineId[] = [
  'age.mean',
  'age.young',
  'age.core',
  'education.college',
  'education.bachelor-up',
  'women',
  'party-members',
]
const TEAM: LineId[] = ['combined', 'cross']
const SOURCES: LineId[] = TEAM_SOURCES.map((source): LineId => `source.${source}`)
const FINE: LineId[] = [
  ...(['age.to-30', 'age.31-35', 'age.36-45', 'age.over-45'] as const),
  ...EDUCATIONS.toReversed().map((level): LineId => `education.${level}`),
  ...SOURCES,
  'minority',
]
/** Of holders of the combined role (domain §4 end). */
const HOLDERS: LineId[] = ['women', 'age.to-40', 'education.college', 'no-experience']

/** Figures of a whole team that a target speaks of. */
const TARGETS: Partial<Record<`${GroupId} ${LineId}`, TargetId>> = {
  'all age.mean': 'age.mean',
  'all age.young': 'young.min',
  'all age.core': 'age.core',
  'all education.college': 'college.share',
  'all women': 'women.share',
  'all combined': 'combined.share',
  'all cross': 'cross.share',
  'all seats': 'seats',
  'secretaries source.four': 'sources.share',
}

function linesBy(policy: Policy) {
  const { young, core } = agesWords(agesOf(policy))
  const named: Partial<Record<LineId, Words>> = {
    ...figureWords,
    ...{ 'age.young': young, 'age.core': core },
    ...Object.fromEntries(TEAM_SOURCES.map((it) => [`source.${it}`, sourceWords[it]])),
    ...Object.fromEntries(EDUCATIONS.map((it) => [`education.${it}`, educationLineWords(it)])),
  }
  return (group: GroupId, ids: readonly LineId[]): LineKind[] =>
    ids.map((id) => ({
      ...{ group, id, ...formOf(id), words: named[id]! },
      target: TARGETS[`${group} ${id}`] ?? null,
      ...readingOf(group, id),
    }))
}

/** Nationality is a count and never a share (domain §4). */
const COUNTS: readonly LineId[] = ['people', 'villages', 'minority']

function formOf(id: LineId): Pick<LineKind, 'unit' | 'measured'> {
  const measured =
    id === 'seats' ? 'seats' : id === 'combined' || id === 'villages' ? 'villages' : 'people'
  return { unit: id === 'age.mean' ? 'years' : COUNTS.includes(id) ? 'count' : 'share', measured }
}

function readingOf(group: GroupId, id: LineId): Pick<LineKind, 'read' | 'unknown'> {
  const known = () => 0
  if (id === 'villages') return { read: ({ villages }) => one(villages), unknown: known }
  if (id === 'seats') return { read: ({ seats }) => seats, unknown: known }
  if (id === 'combined') return { read: ({ combined }) => combined, unknown: known }
  if (id === 'people') return { read: ({ groups }) => one(groups[group].people), unknown: known }
  const read = ({ groups }: Composition) =>
    id === 'age.mean' ? groups[group].years : groups[group].features[id]
  const unknown = (composition: Composition) =>
    composition.groups[group].people - read(composition).of
  return { read: id === 'minority' ? counted(read) : read, unknown }
}

/** A count stands over one; of nobody known it is not known. */
function counted(read: (composition: Composition) => Ratio) {
  return (composition: Composition): Ratio => {
    const { count, of } = read(composition)
    return of === 0 ? { count: 0, of: 0 } : one(count)
  }
}

const one = (count: number): Ratio => ({ count, of: 1 })

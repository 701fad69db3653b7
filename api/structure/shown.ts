import type { z } from 'zod'
import {
  arithmeticOf,
  type CompositionLine,
  differenceWords,
  type Figure,
  groupOfTeamWords,
  TEAM_GROUPS,
  type Words,
} from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import type { StructureReport } from '../shapes/structure.ts'
import {
  comparableIn,
  keyLinesOf,
  lacksIn,
  linesOf,
  sidesOf,
  type villagesAsked,
} from './report.ts'
import type { Compared } from './sources.ts'

export type Report = Omit<z.infer<typeof StructureReport>, 'choices'>
type Asked = NonNullable<ReturnType<typeof villagesAsked>> & {
  by: 'township' | 'village'
  place: { code: string; name: string }
}

/** Structure before and after of the villages that are asked for, with everything that the figures rest on. */
export function reportOf(county: County, compared: Compared, asked: Asked): Report {
  const { policy } = county
  const { level, villages } = asked
  const own = comparableIn(compared, villages)
  const sides = sidesOf(compared, own, policy)
  const lines = linesOf(sides, policy, level)
  const { kind, id, words } = compared
  const missingOf = (side: keyof typeof sides) => sides[side]?.missing ?? 0
  return {
    of: { kind, id, words },
    place: { level, ...asked.place },
    ...{ referenceOn: policy.referenceOn, policyVersion: policy.version },
    labels: labelsOf(compared),
    ...{ villages: villages.length, compared: own.length },
    missing: { before: missingOf('before'), now: missingOf('now'), after: missingOf('after') },
    lacks: lacksShown(county, compared, { villages, compared: own }),
    groups: TEAM_GROUPS.map((group) => ({
      id: group,
      words: groupOfTeamWords[group],
      lines: lines.filter((line) => line.group === group).map(shownLine),
    })),
    kinds: kindsOf(county, compared, { level, own }),
    by: asked.by,
    parts: partsOf(county, compared, asked),
  }
}

/** Villages and communities apart (S3.1). */
function kindsOf(
  { policy }: County,
  compared: Compared,
  { level, own }: { level: Asked['level']; own: readonly VillageOfCounty[] },
): Report['kinds'] {
  const kinds = Map.groupBy(own, (one) => one.kind)
  return (['village', 'community'] as const).flatMap((kind) => {
    const villages = kinds.get(kind) ?? []
    if (villages.length === 0) return []
    const sides = sidesOf(compared, villages, policy)
    return {
      kind,
      villages: villages.length,
      lines: keyLinesOf(sides, policy, level).map(keyShown),
    }
  })
}

function partsOf(county: County, compared: Compared, { villages, by }: Asked): Report['parts'] {
  const { policy } = county
  const places =
    by === 'village'
      ? villages.map((one) => ({ code: one.code, name: one.name, villages: [one] }))
      : townshipsOf(county, villages)
  return places.map(({ code, name, villages: there }) => {
    const own = comparableIn(compared, there)
    const lines = keyLinesOf(sidesOf(compared, own, policy), policy, by).map(keyShown)
    return { code, name, villages: there.length, compared: own.length, lines }
  })
}

function lacksShown(
  county: County,
  compared: Compared,
  asked: Record<'villages' | 'compared', readonly VillageOfCounty[]>,
): Report['lacks'] {
  const lacks = lacksIn(compared, asked)
  const why = new Map(lacks.map(({ village, lack }) => [village.code, lack]))
  const left = lacks.map(({ village }) => village)
  return townshipsOf(county, left).map(({ code, name, villages }) => ({
    township: { code, name },
    of: asked.villages.filter(({ matching }) => matching.township === code).length,
    villages: villages.map((one) => ({
      ...{ code: one.code, name: one.name, lack: why.get(one.code)! },
    })),
  }))
}

function townshipsOf({ townships }: County, villages: readonly VillageOfCounty[]) {
  const by = Map.groupBy(villages, ({ matching }) => matching.township)
  return [...by].map(([code, own]) => ({
    ...{ code, name: townships.get(code)?.name ?? code, villages: own },
  }))
}

function shownLine({ before, now, after, change, ...line }: CompositionLine) {
  const figure = (one: Figure | null) => one && { ...one, arithmetic: arithmeticOf(line, one) }
  return {
    ...line,
    ...{ before: figure(before), now: figure(now), after: figure(after) },
    change: change && { ...change, words: differenceWords(line, change) },
  }
}

function keyShown({ id, before, after, change, isTowards }: CompositionLine) {
  const figure = (one: Figure | null) => one && { text: one.text, unknown: one.unknown }
  return {
    id: id as Report['parts'][number]['lines'][number]['id'],
    ...{ before: figure(before), after: figure(after) },
    change: change && { text: change.text, sign: change.sign, isTowards },
  }
}

function labelsOf({ kind, now }: Compared): Report['labels'] {
  return { before: LABELS.before, now: now && LABELS.now, after: LABELS[kind] }
}

const LABELS = {
  before: { zh: '上届（到任时）', en: 'Last term (taking office)' },
  now: { zh: '现任', en: 'In office' },
  current: { zh: '现任', en: 'In office' },
  plan: { zh: '方案', en: 'Plan' },
  slate: { zh: '配备方案', en: 'Slate' },
  settled: { zh: '换届结果', en: 'Results' },
} satisfies Record<string, Words>

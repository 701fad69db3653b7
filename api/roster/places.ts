import { distance, plain } from './text.ts'
import type { Context } from './types.ts'

export type Village = Context['villages'][number]
type Township = Context['townships'][number]
/** What places are looked up in. */
export type Places = Pick<Context, 'townships' | 'villages' | 'former'>
type Index = {
  townships: Map<string, Township[]>
  codes: Map<string, Village>
  names: Map<string, Village[]>
  stems: Map<string, Village[]>
  /** By what was asked for: a list names the same few places again and again. */
  found: Map<string, readonly Village[]>
}

const remembered = new WeakMap<Context['villages'], Index>()

/** Townships by code, whole or short name: 北庄镇, 北庄, 370406104. */
export function findTownships(text: string, context: Places): readonly Township[] {
  const { townships } = indexOf(context)
  const typed = plain(text)
  return (
    townships.get(typed) ??
    townships.get(typed.replace(/0{3}$/, '')) ??
    townships.get(townshipStem(inner(typed))) ??
    []
  )
}

/**
 * Villages that a text can mean, by 12-digit code or any form of the name: 北庄村委会, 北庄村, 北庄, 北庄镇北庄村,
 * 山亭区北庄镇北庄村. A whole name that fits goes before a short one.
 */
export function findVillages(text: string, context: Places): readonly Village[] {
  const index = indexOf(context)
  const known = index.found.get(text)
  if (known) return known
  const found = lookedUp(plain(text), index)
  if (index.found.size > 10_000) index.found.clear()
  index.found.set(text, found)
  return found
}

function lookedUp(typed: string, index: Index): readonly Village[] {
  const coded = index.codes.get(typed)
  if (coded) return [coded]
  for (const candidate of candidatesOf(typed, index)) {
    const inside = (found: readonly Village[] | undefined) =>
      (found ?? []).filter((it) => !candidate.township || it.townshipCode === candidate.township)
    for (const form of formsOf(candidate.name)) {
      const found = inside(index.names.get(form) ?? index.stems.get(form))
      if (found.length > 0) return found
    }
  }
  return []
}

/** 桑村村委会 is 桑村村 before it is 桑村; the shortest form comes last. */
function formsOf(name: string): string[] {
  const committee = name.replace(/(村民|居民)?委员会$/, '委会')
  const place = /[村居]委会$/.test(committee) ? committee.slice(0, -3) : null
  const forms =
    place === null ? [] : [`${place}${committee.endsWith('村委会') ? '村' : '社区'}`, place]
  return [...new Set([name, ...forms, villageStem(name), name.replace(/居$/, '')])].filter(
    (it) => it !== '',
  )
}

/** Names that differ by a sign or two, nearest first. */
export function nearVillages(text: string, among: readonly Village[], most = 3): Village[] {
  const stem = villageStem(plain(text))
  const near = among
    .map((village) => ({ village, far: distance(stem, villageStem(plain(village.name)), 2) }))
    .filter(({ far }) => far <= (stem.length > 2 ? 2 : 1) && far < stem.length)
  return near
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ village }) => village)
}

/** 北庄村 and 北庄村委会 → 北庄; 双山居委会 and 双山社区 → 双山. */
export function villageStem(name: string): string {
  const place = name
    .replace(/(联合)?(党总支|党支部|党委)$/, '')
    .replace(/(村民委员会|居民委员会|村委会|居委会|村两委|村委|居委)$/, '')
  const stem = place.replace(/(行政村|自然村|社区|村)$/, '')
  return stem === '' ? place : stem
}

type Candidate = { name: string; township: string | null }

/** The text itself, and what is left of it behind the names of larger places. */
function candidatesOf(typed: string, { townships }: Index): Candidate[] {
  const candidates: Candidate[] = [{ name: typed, township: null }]
  for (let at = 1; at < typed.length; at++) {
    const name = typed.slice(at)
    const before = typed.slice(0, at)
    const [township] = townships.get(before) ?? townships.get(inner(before)) ?? []
    if (township && /[镇乡处区办道]$/.test(before))
      candidates.unshift({ name, township: township.code })
    else if (/[省市县区旗]$/.test(before)) candidates.push({ name, township: null })
  }
  return candidates
}

/** Without the province, city and county before it. */
function inner(text: string): string {
  return text
    .replace(/^.*?(省|自治区)/, '')
    .replace(/^.{1,8}?(市|州|盟)(?=.{2})/, '')
    .replace(/^.{1,8}?(县|区|旗|市)(?=.{2})/, '')
}

function townshipStem(name: string): string {
  const stem = name.replace(
    /(街道办事处|街道办|街道|办事处|民族乡|镇|乡|党委|党工委|人民政府)$/,
    '',
  )
  return stem === '' ? name : stem
}

function indexOf(context: Places): Index {
  const known = remembered.get(context.villages)
  if (known) return known
  const index: Index = {
    townships: grouped(context.townships, ({ code, name }) => [
      code,
      plain(name),
      townshipStem(plain(name)),
    ]),
    codes: new Map(context.villages.map((it) => [it.code, it])),
    names: grouped(context.villages, ({ name }) => [plain(name)]),
    stems: grouped(context.villages, ({ name }) => [villageStem(plain(name))]),
    found: new Map(),
  }
  addFormer(index, context)
  remembered.set(context.villages, index)
  return index
}

/** Old codes are the village that it became part of, and so are old names that no other village has. */
function addFormer({ codes, names, stems }: Index, { former = [] }: Places) {
  const taken = { names: new Set(names.keys()), stems: new Set(stems.keys()) }
  const add = (map: 'names' | 'stems', key: string, village: Village) => {
    if (taken[map].has(key)) return
    const into = map === 'names' ? names : stems
    into.set(key, [...(into.get(key) ?? []), village])
  }
  for (const { code, name, into } of former) {
    const village = codes.get(into)
    if (!village) continue
    codes.set(code, village)
    add('names', plain(name), village)
    add('stems', villageStem(plain(name)), village)
  }
}

function grouped<T>(items: readonly T[], keys: (item: T) => string[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const item of items)
    for (const key of new Set(keys(item))) map.set(key, [...(map.get(key) ?? []), item])
  return map
}

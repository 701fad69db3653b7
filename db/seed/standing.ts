import type { HonourTable, TalentSourceTable } from '../schema.ts'
import { recentDay } from './dates.ts'
import { isClear, type Person } from './person.ts'
import type { Random } from './random.ts'

const HONOURS: Record<Exclude<HonourTable['level'], 'nation'>, readonly string[]> = {
  township: ['镇优秀共产党员', '镇致富带头人', '镇最美志愿者', '镇优秀网格员'],
  county: ['区级致富能手', '区级优秀乡村医生', '区级乡村之星', '区级优秀共产党员', '区级巾帼标兵'],
  city: ['枣庄市乡村之星', '枣庄市劳动模范', '枣庄市最美退役军人', '枣庄市三八红旗手'],
  province: ['山东省乡村好青年', '山东省劳动模范', '山东省高素质农民'],
}
/** Honours that only some can hold. */
const ONLY: Record<string, (person: Person) => boolean> = {
  优秀共产党员: ({ talent }) => talent.partyStatus === 'full',
  退役军人: ({ sources }) => sources.includes('veteran'),
  乡村医生: ({ talent }) => talent.occupation?.includes('医') === true,
  '巾帼|三八': ({ talent }) => talent.sex === 'female',
  好青年: ({ age }) => age <= 40,
}

/** People of a planted case have none: an honour could lift the bar that the case is about. */
export function honoursOf(person: Person, id: () => string, random: Random): HonourTable[] {
  const level = random.weighted({ none: 84, township: 5, county: 8, city: 2.3, province: 0.7 })
  if (level === 'none' || person.isFixed) return []
  const names = HONOURS[level].filter((name) => mayHold(name, person))
  if (names.length === 0) return []
  const { countyCode, id: talentId } = person.talent
  const awardedOn = recentDay(2015, 2025, random)
  return [{ countyCode, id: id(), talentId, level, name: random.pick(names), awardedOn }]
}

function mayHold(name: string, person: Person): boolean {
  const only = Object.entries(ONLY).find(([pattern]) => new RegExp(pattern).test(name))
  return !only || only[1](person)
}

export function setQualifications(person: Person, random: Random): void {
  const { talent, place, group } = person
  if (person.isFixed) return
  const isTown = place.kind === 'community' || group === 'social-worker'
  const kinds = random.weighted(
    isTown
      ? { '': 50, 'assistant-social-worker': 32, 'social-worker': 10, 'social-work-degree': 8 }
      : {
          '': 97.5,
          'assistant-social-worker': 1.6,
          'social-worker': 0.4,
          'social-work-degree': 0.5,
        },
  )
  talent.qualifications = JSON.stringify(kinds === '' ? [] : [kinds])
  talent.hasOutstandingContribution = random.chance(0.012) ? 1 : 0
  talent.isNewSocialWorker = group === 'social-worker' && random.chance(0.3) ? 1 : 0
}

/** Reserves of a village (about two), a few on trial, the rest in the pool or just registered. */
export function setStatuses(people: readonly Person[], random: Random): void {
  const count = Number(random.weighted({ 0: 8, 1: 22, 2: 42, 3: 20, 4: 8 }))
  const newcomers = people.filter(({ talent }) => talent.status === 'registered')
  const wanted = people.filter(({ talent }) => talent.status === 'reserve').length
  const ready = random.shuffle(newcomers.filter(isReady))
  const reserves = new Set(ready.slice(0, Math.max(0, count - wanted)))
  for (const person of newcomers) {
    const trial = isReady(person) ? 3 : 0
    const other = random.weighted({ 'in-pool': 70, registered: 28, 'trial-post': trial })
    person.talent.status = reserves.has(person) ? 'reserve' : other
  }
}

const isReady = (person: Person) => !person.isFixed && person.age <= 48 && isClear(person)

export function sourceRows({ talent, sources }: Person): TalentSourceTable[] {
  const { countyCode, id: talentId } = talent
  return [...new Set(sources)].map((source) => ({ countyCode, talentId, source }))
}

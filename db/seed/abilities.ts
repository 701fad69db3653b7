import type { TalentSkillTable } from '../schema.ts'
import type { Group, Person } from './person.ts'
import type { Random } from './random.ts'
import type { SkillId } from './skills.ts'
import { TRADES } from './trades.ts'

type Weights = Partial<Record<SkillId, number>>

/** What people of a group can mostly do. */
const ABILITIES: Record<Group, Weights> = {
  returnee: {
    'e-commerce': 4,
    logistics: 2,
    construction: 2,
    machinery: 1,
    tourism: 2,
    'project-funding': 1,
  },
  graduate: { computing: 5, writing: 4, 'e-commerce': 3, bookkeeping: 2, culture: 2, law: 1 },
  veteran: {
    'grid-work': 3,
    mediation: 2,
    'clean-village': 2,
    machinery: 2,
    forestry: 1,
    'party-work': 1,
  },
  'wealth-creator': {
    'cooperative-management': 2,
    machinery: 2,
    'food-processing': 2,
    'vegetable-growing': 1,
  },
  'cooperative-head': {
    'cooperative-management': 5,
    'cold-chain': 2,
    'project-funding': 2,
    bookkeeping: 1,
  },
  merchant: { logistics: 3, bookkeeping: 2, 'e-commerce': 2, tourism: 1 },
  'doctor-or-teacher': { medicine: 4, teaching: 5, 'elderly-care': 1, mediation: 1 },
  'social-worker': {
    'social-work': 6,
    'elderly-care': 3,
    'grid-work': 3,
    writing: 2,
    mediation: 1,
  },
  'womens-federation': {
    mediation: 4,
    'clean-village': 3,
    culture: 2,
    'elderly-care': 2,
    'e-commerce': 1,
  },
  volunteer: { 'elderly-care': 3, culture: 3, 'clean-village': 3, 'grid-work': 2, teaching: 1 },
  'retired-official': { 'party-work': 4, mediation: 3, writing: 2, 'water-works': 1 },
  'posted-in': { 'party-work': 4, 'project-funding': 4, writing: 3, law: 1 },
  'degree-official': { writing: 4, 'party-work': 3, computing: 3, 'project-funding': 2 },
  incumbent: {
    mediation: 5,
    'party-work': 3,
    bookkeeping: 2,
    'water-works': 2,
    'clean-village': 2,
    construction: 1,
  },
}
/** People whose living is the village's own trade. */
const OF_THE_LAND: readonly Group[] = [
  'wealth-creator',
  'cooperative-head',
  'returnee',
  'incumbent',
  'veteran',
]

export function setAbilities(person: Person, random: Random): void {
  if (person.skills.length > 0) return
  const count = Number(random.weighted({ 0: 7, 1: 25, 2: 36, 3: 23, 4: 9 }))
  const skills = new Set<SkillId>()
  const isLand = person.place.kind === 'village'
  const farms = isLand && person.sources.some((group) => OF_THE_LAND.includes(group))
  const trade = random.pick(person.place.trades)
  if (count > 0 && random.chance(farms ? 0.55 : 0.12)) skills.add(TRADES[trade].skill)
  while (skills.size < count) skills.add(random.weighted(ABILITIES[random.pick(person.sources)]))
  person.skills = [...skills].map((skill) => ({
    skill,
    level: Math.round(random.normal(0.68, 0.13, 0.4, 0.95) * 100) / 100,
    standing: random.chance(0.55) ? 'proven' : 'claimed',
  }))
}

export function abilityRows({ talent, skills }: Person): TalentSkillTable[] {
  const { countyCode, id: talentId } = talent
  return skills.map(({ skill, level, standing }) => ({
    countyCode,
    talentId,
    skillId: skill,
    level,
    standing,
  }))
}

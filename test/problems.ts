import { defaultPolicy } from '../matching/policy.ts'
import type {
  CriterionId,
  Evidence,
  Kin,
  PartyStatus,
  Problem,
  Source,
  Talent,
  Village,
} from '../matching/types.ts'
import { CRITERIA } from '../matching/types.ts'

/** Uniform numbers in [0, 1) from a seed (mulberry32, Tommy Ettinger 2017, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Size = {
  villages: number
  people: number
  seed: number
  seats?: Village['seats']
  /** Villages are dealt out to them in turn; more than one makes a county. */
  townships?: number
}

/** An invented township for the solver's tests and benchmarks: families, mobile people, unknowns, few women. */
export function randomProblem({ villages, people, seed, seats, townships = 1 }: Size): Problem {
  const random = randomFrom(seed)
  const places = Array.from({ length: villages }, (_, index) =>
    villageAt(index, random, townships, seats),
  )
  const talents = Array.from({ length: people }, (_, index) => personAt(index, places, random))
  return {
    level: villages === 1 ? 'village' : townships > 1 ? 'county' : 'township',
    villages: places,
    talents,
    kin: kinAmong(talents, random),
    policy: defaultPolicy,
    pins: [],
    exclusions: [],
  }
}

function villageAt(
  index: number,
  random: () => number,
  townships: number,
  seats?: Size['seats'],
): Village {
  return {
    code: `v${index}`,
    name: `村${index}`,
    kind: 'village',
    township: `t${index % townships}`,
    townshipName: '镇',
    isKey: false,
    hasMinorities: random() < 0.1,
    seats: seats ?? {
      party: random() < 0.4 ? 5 : 3,
      committee: random() < 0.3 ? 5 : 3,
      supervision: 3,
    },
    needs: [
      { skill: 'grape-growing', weight: 0.6, words: { zh: '葡萄提档', en: 'better grapes' } },
      { skill: 'e-commerce', weight: 0.4, words: { zh: '电商销售', en: 'selling online' } },
    ],
    lastTerm: {
      people: 6,
      meanAge: 47,
      agesKnown: 6,
      aged35OrUnder: 0,
      collegeOrAbove: 2,
      women: 1,
      partyMembers: 4,
      combinedRole: 0,
      crossAppointed: 1,
    },
    current: null,
  }
}

function personAt(index: number, places: readonly Village[], random: () => number): Talent {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!
  const home = pick(places)
  const born = 1966 + Math.floor(random() * 38)
  const party: PartyStatus = random() < 0.45 ? 'full' : pick(['probationary', 'none', 'none'])
  const isMobile = random() < 0.3
  return {
    id: `p${String(index).padStart(4, '0')}`,
    name: `人${index}`,
    sex: random() < 0.33 ? 'female' : 'male',
    bornOn: `${born}-0${1 + Math.floor(random() * 9)}`,
    education: pick(['junior-secondary', 'senior-secondary', 'junior-college', 'bachelor']),
    isFullTimeEducation: true,
    nationality: random() < 0.05 ? 'minority' : 'han',
    partyStatus: party,
    status: random() < 0.2 ? 'reserve' : 'in-pool',
    sources: [pick<Source>(['returnee', 'graduate', 'veteran', 'merchant', 'volunteer'])],
    homeVillage: home.code,
    homeTownship: home.township,
    consent: random() < 0.97 ? 'given' : null,
    willingness: isMobile ? 'township' : 'village',
    isFit: true,
    qualifications: [],
    honours: [],
    hasOutstandingContribution: false,
    experienceYears: 3,
    isNewSocialWorker: false,
    incumbency: null,
    consentedVillages: isMobile && random() < 0.5 ? [pick(places).code] : [],
    skills: [{ skill: pick(['grape-growing', 'e-commerce']), level: random(), standing: 'proven' }],
    evidence: CRITERIA.flatMap((criterion) =>
      random() < 0.75 ? [evidenceOf(index, criterion, random())] : [],
    ),
  }
}

function evidenceOf(index: number, criterion: CriterionId, value: number): Evidence {
  return {
    id: `e${index}-${criterion}`,
    criterion,
    value,
    strength: 1,
    standing: 'proven',
    on: '2025-06-01',
    source: '年度考核',
    note: '考核',
  }
}

/** Pairs within home villages; about one person in eight has a relative, and not every relative of a relative counts. */
function kinAmong(talents: readonly Talent[], random: () => number): Kin[] {
  const byHome = Map.groupBy(talents, ({ homeVillage }) => homeVillage)
  return [...byHome.values()].flatMap((neighbours) =>
    neighbours
      .slice(1)
      .flatMap((talent, index) =>
        random() < 0.12 ? [{ a: neighbours[index]!.id, b: talent.id, relation: 'sibling' }] : [],
      ),
  )
}

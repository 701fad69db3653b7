import type { Problem, Talent } from '../../matching/types.ts'
import { randomFrom, randomProblem } from '../problems.ts'

/** Ways in which a village with enough people around it cannot have the team it should have. */
export const WAYS = {
  'no woman declared fit': (problem) =>
    everybody(problem, (one) => (one.sex === 'female' ? { isFit: null } : {})),
  'Party members of one family': (problem) => {
    const members = problem.talents.filter(({ partyStatus }) => partyStatus === 'full').slice(0, 8)
    const ids = new Set(members.map(({ id }) => id))
    const pairs = members.flatMap(({ id: a }, at) =>
      members.slice(at + 1).map(({ id: b }) => ({ a, b, relation: 'sibling' })),
    )
    const rest = everybody(problem, ({ id }) => (ids.has(id) ? {} : { partyStatus: 'none' }))
    return { ...rest, kin: [...problem.kin, ...pairs] }
  },
  'nobody young': (problem, random) =>
    everybody(problem, ({ bornOn }) =>
      (bornOn ?? '') > '1990' ? { bornOn: `${1970 + Math.floor(20 * random())}-05` } : {},
    ),
  'hardly anybody from a college': (problem, random) => {
    const places = problem.villages.map((village) => ({
      ...village,
      lastTerm: { ...village.lastTerm!, collegeOrAbove: 5 },
    }))
    const rest = everybody(problem, () =>
      random() < 0.995 ? { education: 'senior-secondary' } : {},
    )
    return { ...rest, villages: places }
  },
  'everybody old and pinned men on the committee': (problem, random) => {
    const old = everybody(problem, ({ sex }) => ({
      bornOn: `${1972 + Math.floor(9 * random())}-05`,
      ...(sex === 'male' && { isFit: true }),
    }))
    return { ...old, ...menPinned(old) }
  },
  'reserves and Party members few': (problem) =>
    everybody(problem, ({ status, id }) => ({
      status: status === 'reserve' ? 'in-pool' : status,
      partyStatus: Number(id.slice(1)) % 250 === 0 ? 'full' : 'probationary',
    })),
} satisfies Record<string, (problem: Problem, random: () => number) => Problem>

export type Way = keyof typeof WAYS

export function impossibleVillage(way: Way, people: number, seed: number): Problem {
  const problem = randomProblem({ villages: 1, people, seed })
  return WAYS[way](problem, randomFrom(seed))
}

function everybody(problem: Problem, change: (talent: Talent) => Partial<Talent>): Problem {
  return { ...problem, talents: problem.talents.map((one) => ({ ...one, ...change(one) })) }
}

/** Every seat of the committee but the chair's goes to a man without relatives whom no rule bars. */
function menPinned({ talents, kin, villages }: Problem): Pick<Problem, 'pins'> {
  const [village] = villages as [Problem['villages'][number]]
  const related = new Set(kin.flatMap(({ a, b }) => [a, b]))
  const men = talents.filter(
    ({ sex, education, consent, id, isFit }) =>
      sex === 'male' &&
      consent === 'given' &&
      isFit === true &&
      education !== 'junior-secondary' &&
      !related.has(id),
  )
  return {
    pins: men
      .slice(0, village.seats.committee - 1)
      .map(({ id }) => ({ talent: id, village: village.code, post: 'committee-member' as const })),
  }
}

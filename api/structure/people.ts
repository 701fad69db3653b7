import {
  agesOf,
  type CompositionMember,
  featuresBy,
  inTeamGroup,
  type Policy,
  type TeamGroupId,
} from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import type { Teams } from './teams.ts'

type Asked = { group: TeamGroupId; line: string; which: 'counted' | 'unknown' }
type Behind = { village: VillageOfCounty; member: CompositionMember }

/** Whoever a figure counts, or of whom it is not known; of a figure that counts no people everybody of the group. */
export function peopleBehind(
  teams: Teams,
  villages: readonly VillageOfCounty[],
  policy: Policy,
  { group, line, which }: Asked,
): Behind[] {
  const holds = holdsBy(policy, line, which)
  const of = line === 'combined' ? 'combined' : group
  return villages.flatMap((village) =>
    (teams.get(village.code)?.members ?? [])
      .filter((member) => inTeamGroup[of](member.posts) && holds(member))
      .map((member) => ({ village, member })),
  )
}

export function shownPeople(
  county: County,
  people: readonly Behind[],
  inScope: ReadonlyMap<string, unknown>,
) {
  return people.map(({ village, member }) => ({
    id: member.talent,
    name: county.people.get(member.talent)?.name ?? '',
    village: { code: village.code, name: village.name },
    posts: [...member.posts],
    ...{ age: member.age, education: member.education },
    isOpen: inScope.has(member.talent),
  }))
}

function holdsBy(policy: Policy, line: string, which: Asked['which']) {
  if (line === 'age.mean')
    return ({ age }: CompositionMember) => (age === null) === (which === 'unknown')
  const feature = featuresBy(agesOf(policy)).find(({ id }) => id === line)
  if (!feature) return () => which === 'counted'
  return (member: CompositionMember) =>
    which === 'unknown' ? !feature.known(member) : feature.known(member) && feature.has(member)
}

import {
  type CompositionMember,
  type CompositionTeam,
  defaultPolicy,
  type Post,
} from '../../../matching/index.ts'

export const policy = defaultPolicy

/** Somebody of whom everything is known: a man of 50 with senior secondary schooling, no Party member. */
export function member(about: Partial<CompositionMember> = {}): CompositionMember {
  return {
    ...{ talent: 'somebody', posts: ['committee-member'], age: 50, sex: 'male' },
    ...{ education: 'senior-secondary', nationality: 'han', partyStatus: 'none' },
    ...{ sources: [], experienceYears: 5 },
    ...about,
  }
}

export const holding = (...posts: Post[]) => ({ posts })

export function team(
  members: readonly Partial<CompositionMember>[],
  about: Partial<CompositionTeam> = {},
): CompositionTeam {
  return { seats: members.length, members: members.map(member), missing: 0, ...about }
}

/** So many people of a kind, and so many others. */
export function counted(some: number, of: number, about: Partial<CompositionMember>) {
  return Array.from({ length: of }, (_, at) => (at < some ? about : {}))
}

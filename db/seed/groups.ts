import type { Group } from './person.ts'

/** What a group is like; ages in completed years, shares 0 to 1. */
type Profile = {
  /** Share of the group in villages and in communities. */
  village: number
  community: number
  age: { mean: number; deviation: number; low: number; high: number }
  women: number
  /** Share of full Party members. */
  full: number
  /** Added to the chance of junior college or above. */
  schooling: number
  /** Added to evidence and skill levels: nobody is better for the group, but what is known differs. */
  channel: 'self' | 'recommended' | 'discovered'
}
type Newcomers = Exclude<Group, 'incumbent'>

const age = (mean: number, deviation: number, low: number, high: number) => ({
  mean,
  deviation,
  low,
  high,
})

export const PROFILES: Record<Newcomers, Profile> = {
  returnee: {
    village: 21,
    community: 10,
    age: age(36, 7, 24, 52),
    women: 0.3,
    full: 0.32,
    schooling: 0.05,
    channel: 'self',
  },
  graduate: {
    village: 16,
    community: 14,
    age: age(26.5, 3, 22, 35),
    women: 0.5,
    full: 0.25,
    schooling: 0.58,
    channel: 'self',
  },
  veteran: {
    village: 10,
    community: 9,
    age: age(36, 9, 23, 58),
    women: 0.04,
    full: 0.57,
    schooling: 0,
    channel: 'discovered',
  },
  'wealth-creator': {
    village: 11,
    community: 3,
    age: age(43, 7, 28, 60),
    women: 0.3,
    full: 0.3,
    schooling: -0.12,
    channel: 'recommended',
  },
  'cooperative-head': {
    village: 9,
    community: 1,
    age: age(44, 7, 30, 60),
    women: 0.24,
    full: 0.39,
    schooling: -0.08,
    channel: 'recommended',
  },
  merchant: {
    village: 6,
    community: 9,
    age: age(41, 8, 26, 58),
    women: 0.38,
    full: 0.21,
    schooling: -0.05,
    channel: 'discovered',
  },
  'doctor-or-teacher': {
    village: 5,
    community: 6,
    age: age(43, 9, 25, 60),
    women: 0.48,
    full: 0.35,
    schooling: 0.35,
    channel: 'discovered',
  },
  'social-worker': {
    village: 2,
    community: 34,
    age: age(31, 6, 22, 48),
    women: 0.66,
    full: 0.35,
    schooling: 0.5,
    channel: 'self',
  },
  'womens-federation': {
    village: 6,
    community: 4,
    age: age(41, 7, 26, 56),
    women: 1,
    full: 0.42,
    schooling: 0.05,
    channel: 'recommended',
  },
  volunteer: {
    village: 5,
    community: 6,
    age: age(38, 11, 22, 62),
    women: 0.5,
    full: 0.3,
    schooling: 0.02,
    channel: 'self',
  },
  'retired-official': {
    village: 4,
    community: 2,
    age: age(57, 3, 50, 62),
    women: 0.15,
    full: 0.95,
    schooling: 0.15,
    channel: 'discovered',
  },
  'posted-in': {
    village: 3,
    community: 1,
    age: age(36, 5, 26, 50),
    women: 0.3,
    full: 0.92,
    schooling: 0.5,
    channel: 'discovered',
  },
  'degree-official': {
    village: 3,
    community: 3,
    age: age(31, 4, 24, 42),
    women: 0.45,
    full: 0.59,
    schooling: 0.6,
    channel: 'discovered',
  },
}

/** The groups of a kind of place with their shares. */
export function groupWeights(kind: 'village' | 'community'): Record<Newcomers, number> {
  const entries = Object.entries(PROFILES) as [Newcomers, Profile][]
  return Object.fromEntries(entries.map(([group, profile]) => [group, profile[kind]])) as Record<
    Newcomers,
    number
  >
}

import {
  type Ages,
  EDUCATIONS,
  type Education,
  type Post,
  type Source,
  type Talent,
} from '../types.ts'
import { sourceWords } from './words.ts'

/** Somebody on the two committees of a village, with what is counted of them; null is 'not known'. */
export type CompositionMember = Pick<
  Talent,
  'sex' | 'education' | 'nationality' | 'partyStatus' | 'sources' | 'experienceYears'
> & {
  talent: string
  posts: readonly Post[]
  /** Completed years on the day that is asked about. */
  age: number | null
}

/** Whom the policy counts as young, and as of the core age. */
export type CompositionAges = { young: Ages; core: Ages }

export const GROUPS = ['all', 'party', 'committee', 'heads', 'secretaries', 'combined'] as const
/** Everybody; each committee by itself; secretaries and chairs; those who are both. A person is in several. */
export type GroupId = (typeof GROUPS)[number]

export const inGroup: Record<GroupId, (posts: readonly Post[]) => boolean> = {
  all: () => true,
  party: (posts) => posts.includes('secretary') || posts.includes('party-member'),
  committee: (posts) => posts.includes('chair') || posts.includes('committee-member'),
  heads: (posts) => posts.includes('secretary') || posts.includes('chair'),
  secretaries: (posts) => posts.includes('secretary'),
  combined: (posts) => isBoth(posts),
}

/** Bands of structure statistics, and 40 for holders of the combined role (domain §4, §10). */
const BANDS = {
  'age.to-30': { from: 0, to: 30 },
  'age.31-35': { from: 31, to: 35 },
  'age.36-45': { from: 36, to: 45 },
  'age.over-45': { from: 46, to: Infinity },
  'age.to-40': { from: 0, to: 40 },
} satisfies Record<string, Ages>

type AgeFeature = keyof typeof BANDS | 'age.young' | 'age.core'
export type FeatureId =
  | AgeFeature
  | `education.${Education | 'college' | 'bachelor-up'}`
  | `source.${Source | 'four'}`
  | 'women'
  | 'party-members'
  | 'minority'
  | 'no-experience'
  | 'cross'

/** `known`: whether it can be said of the person at all; those of whom it cannot are in no denominator. */
export type Feature = {
  id: FeatureId
  known: (member: CompositionMember) => boolean
  has: (member: CompositionMember) => boolean
}

/** All that is counted of people, one after the other. */
export function featuresBy({ young, core }: CompositionAges): Feature[] {
  const aged = Object.entries({ ...BANDS, 'age.young': young, 'age.core': core })
  return [
    ...aged.map(([id, ages]) => ofAge(id as AgeFeature, ages)),
    ...EDUCATIONS.map((level) => ofEducation(level, (education) => education === level)),
    ofEducation('college', atLeast('junior-college')),
    ofEducation('bachelor-up', atLeast('bachelor')),
    { id: 'women', known: ({ sex }) => sex !== null, has: ({ sex }) => sex === 'female' },
    {
      id: 'party-members',
      known: ({ partyStatus }) => partyStatus !== null,
      has: ({ partyStatus }) => partyStatus === 'full',
    },
    {
      id: 'minority',
      known: ({ nationality }) => nationality !== null,
      has: ({ nationality }) => nationality === 'minority',
    },
    ...TEAM_SOURCES.map(
      (source): Feature => ({
        ...{ id: `source.${source}`, known: () => true },
        has: ({ sources }) => sources.includes(source),
      }),
    ),
    {
      ...{ id: 'source.four', known: () => true },
      has: ({ sources }) => sources.some((source) => FOUR.includes(source)),
    },
    {
      id: 'no-experience',
      known: ({ experienceYears }) => experienceYears !== null,
      has: ({ experienceYears }) => experienceYears === 0,
    },
    { id: 'cross', known: () => true, has: ({ posts }) => sitsOnBoth(posts) },
  ]
}

export const TEAM_SOURCES = Object.keys(sourceWords) as Source[]
/** `sources.share` (S3.1) counts these. */
const FOUR: readonly Source[] = ['wealth-creator', 'returnee', 'graduate', 'veteran']

function ofAge(id: AgeFeature, { from, to }: Ages): Feature {
  return {
    id,
    known: ({ age }) => age !== null,
    has: ({ age }) => age !== null && age >= from && age <= to,
  }
}

function ofEducation(
  level: Education | 'college' | 'bachelor-up',
  holds: (education: Education) => boolean,
): Feature {
  return {
    id: `education.${level}`,
    known: ({ education }) => education !== null,
    has: ({ education }) => education !== null && holds(education),
  }
}

function atLeast(level: Education) {
  return (education: Education) => EDUCATIONS.indexOf(education) >= EDUCATIONS.indexOf(level)
}

function isBoth(posts: readonly Post[]): boolean {
  return posts.includes('secretary') && posts.includes('chair')
}

function sitsOnBoth(posts: readonly Post[]): boolean {
  return inGroup.party(posts) && inGroup.committee(posts)
}

import type { Eligibility, Standing, Words } from '../../matching/types.ts'
import type { Person } from '../people.ts'
import type { Facet, Readiness } from './asked.ts'

export type WhyKind = 'name' | 'pinyin' | 'typo' | 'skill' | 'village' | 'group' | 'text'
export type Why = { kind: WhyKind; words: Words }

/** How a person fits the seat that was asked for, 0 to 1, as rankings say it. */
export type SeatFit = { fit: number; low: number; high: number; eligibility: Eligibility }

/** A person found, and why. */
export type Hit = Person & {
  skills: { skill: string; words: Words; standing: Standing }[]
  tags: string[]
  /** The instant of the last change by somebody; null when not known. */
  updatedAt: string | null
  readiness: Readiness
  why: Why[]
  /** To the person of `like`, 0 to 1. */
  likeness?: number | undefined
  seat?: SeatFit | undefined
}

export type FacetCount = { value: string; count: number }

/** A condition left out, and how many people there would be. `drop` is `q:WORD` or `FILTER`. */
export type Relaxation = { drop: string; words: Words; count: number }

export type Found = {
  people: Hit[]
  total: number
  next: string | null
  facets?: Partial<Record<Facet, FacetCount[]>> | undefined
  /** Only when nobody is found. */
  relaxations?: Relaxation[] | undefined
  /** The county's `poolRevision` that was searched. */
  revision: number
}

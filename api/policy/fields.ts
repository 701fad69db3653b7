import type { Field, Row, Section } from './field.ts'
import { cultivation } from './sections/cultivation.ts'
import { ages, relaxations, standing } from './sections/eligibility.ts'
import { criteria, evidence, weights } from './sections/fit.ts'
import { procedure } from './sections/procedure.ts'
import { readiness } from './sections/readiness.ts'
import { replan, reserves, review, shortlist } from './sections/teams.ts'
import { targetSection } from './target-fields.ts'

export type { Field, Row, Section }

/** Everything that a county decides, in the order in which people read it. */
export const SECTIONS: readonly Section[] = [
  ages,
  standing,
  relaxations,
  targetSection,
  reserves,
  review,
  procedure,
  shortlist,
  replan,
  weights,
  criteria,
  evidence,
  cultivation,
  readiness,
]

/** Every field with the row it stands in. */
export const FIELDS: readonly { field: Field; row: Row }[] = SECTIONS.flatMap(({ rows }) =>
  rows.flatMap((row) => row.fields.map((field) => ({ field, row }))),
)

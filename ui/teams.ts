import { query } from '@solidjs/router'
import { api, read } from './client.ts'
import type { Choices } from './parts/choices.ts'
import { askedOf } from './queries.ts'

/** Calculations that write nothing, so they are loaded like everything else. */
export const alternativesOf = query(
  (village: string, choices: Choices, differ: number) =>
    read(api.slates.alternatives.$post({ json: { village, ...askedOf(choices), differ } })),
  'alternatives',
)

export const costsOf = query(
  (village: string, choices: Choices) =>
    read(api.slates.costs.$post({ json: { village, ...askedOf(choices) } })),
  'costs',
)

/** A plan's take their time: the server says how far it is, and is asked again. `turn` counts the asking. */
export const planCostsOf = query(
  (id: string, _turn: number) => read(api.plans[':id'].costs.$get({ param: { id } })),
  'plan-costs',
)

/** `ids` with commas between, the one that others are held against first. */
export const plansBeside = query(
  (ids: string) => read(api.plans.comparison.$get({ query: { ids } })),
  'plans-beside',
)

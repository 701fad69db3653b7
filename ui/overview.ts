import { query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

export type Overview = InferResponseType<typeof api.overview.$get, 200>
export type Figures = Overview['total']
export type TownshipFigures = Overview['townships'][number]
export type VillageMark = Overview['villages'][number]
export type Gap = Overview['gaps'][number]
export type Schedule = NonNullable<Overview['schedule']>
export type Board = InferResponseType<(typeof api.overview.townships)[':code']['$get'], 200>
export type BoardVillage = Board['villages'][number]
export type Indicator = NonNullable<BoardVillage['indicators']>[number]

/** Where all villages of the scope stand. */
export const overviewOf = query(() => read(api.overview.$get()), 'overview')

/** The villages of one township with their seven indicators. */
export const boardOf = query(
  (code: string) => read(api.overview.townships[':code'].$get({ param: { code } })),
  'township-board',
)

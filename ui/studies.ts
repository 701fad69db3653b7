import { query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

/** What stands behind a plan takes its time: the server says how far it is, and is asked again. `turn` counts the asking. */
export const gapsOf = query(
  (id: string, _turn: number) => read(api.plans[':id'].gaps.$get({ param: { id } })),
  'gaps',
)
export const depthOf = query(
  (id: string, _turn: number) => read(api.plans[':id'].depth.$get({ param: { id } })),
  'depth',
)

type Plans = (typeof api.plans)[':id']
export type GapsAnswer = Extract<InferResponseType<Plans['gaps']['$get'], 200>, { status: 'done' }>
export type DepthAnswer = Extract<
  InferResponseType<Plans['depth']['$get'], 200>,
  { status: 'done' }
>
export type Gap = GapsAnswer['list']['gaps'][number]
export type Opening = Gap['openings'][number]
export type MissedTarget = GapsAnswer['list']['missed'][number]
export type Absence = DepthAnswer['depth']['absences'][number]
export type SeatDepth = DepthAnswer['depth']['seats'][number]
export type VillageDepth = DepthAnswer['depth']['villages'][number]
export type PlaceOfStudy = GapsAnswer['villages'][number]

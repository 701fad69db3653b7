import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

type Api = (typeof api.cultivation)['overview']
export type Overview = InferResponseType<Api['$get'], 200>
export type TownshipLine = Overview['townships'][number]
export type Counts = Omit<TownshipLine, 'township'>
export type Pulse = InferResponseType<(typeof api.cultivation)['pulse']['$get'], 200>
export type Month = Pulse['months'][number]
export type PeopleAsked = InferRequestType<Api['people']['$get']>['query']
export type Lack = PeopleAsked['lack']
export type PeopleBehind = InferResponseType<Api['people']['$get'], 200>
export type PersonBehind = PeopleBehind['people'][number]

export const overviewOf = query(
  (quarter: string | undefined) =>
    read(api.cultivation.overview.$get({ query: { ...(quarter && { quarter }) } })),
  'cultivation-overview',
)

export const pulseOf = query(() => read(api.cultivation.pulse.$get()), 'cultivation-pulse')

export const peopleBehind = query(
  (asked: PeopleAsked) => read(api.cultivation.overview.people.$get({ query: asked })),
  'cultivation-people',
)

/** Whoever was told has not met anybody yet: nothing on the screen changes. */
export const remindMentors = action(
  async (talents: string[]) =>
    json(await read(api.cultivation.reminders.$post({ json: { talents } })), { revalidate: [] }),
  'remind-mentors',
)

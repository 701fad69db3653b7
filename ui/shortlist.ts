import { query } from '@solidjs/router'
import type { InferRequestType } from 'hono/client'
import { api, read } from './client.ts'

/** What both pages ask, as their address says it. */
export type ShortlistQuery = InferRequestType<typeof api.shortlists.$get>['query']
export type ReportQuery = InferRequestType<typeof api.representation.$get>['query']

export const shortlistOf = query(
  (asked: ShortlistQuery) => read(api.shortlists.$get({ query: asked })),
  'shortlist',
)

export const reportOf = query(
  (asked: ReportQuery) => read(api.representation.$get({ query: asked })),
  'representation',
)

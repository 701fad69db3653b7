import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

type Prints = typeof api.prints
export type PrintAsked = InferRequestType<Prints['$post']>['json']
export type Sheet = PrintAsked['paper']
export type Printed = InferResponseType<Prints['$post'], 200>
export type Filing = InferResponseType<Prints['filings'][':round']['$get'], 200>
export type Secretary = Filing['secretaries'][number]
export type NoticeText = InferResponseType<Prints['notices'][':round']['$get'], 200>
export type Noticed = NoticeText['people'][number]

export const filingOf = query(
  (round: string) => read(api.prints.filings[':round'].$get({ param: { round } })),
  'filing-form',
)

export const noticeTextOf = query(
  (round: string) => read(api.prints.notices[':round'].$get({ param: { round } })),
  'notice-text',
)

/** Nothing on the screen changes with it. */
export const tellPrint = action(
  async (asked: PrintAsked) =>
    json(await read(api.prints.$post({ json: asked })), { revalidate: [] }),
  'tell-print',
)

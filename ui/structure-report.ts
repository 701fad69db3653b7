import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

export type StructureAsked = InferRequestType<typeof api.structure.$get>['query']
export type StructureReport = InferResponseType<typeof api.structure.$get, 200>
export type StructureLine = StructureReport['groups'][number]['lines'][number]
export type StructurePart = StructureReport['parts'][number]
export type KeyLine = StructurePart['lines'][number]
export type BehindAsked = InferRequestType<typeof api.structure.people.$get>['query']
export type Behind = InferResponseType<typeof api.structure.people.$get, 200>
export type TermsAnswer = InferResponseType<typeof api.terms.$get, 200>
export type TermVillage = TermsAnswer['villages'][number]

export const structureReport = query(
  (asked: StructureAsked) => read(api.structure.$get({ query: asked })),
  'structure-report',
)

export const structureBehind = query(
  (asked: BehindAsked) => read(api.structure.people.$get({ query: asked })),
  'structure-people',
)

export const termsOf = query(
  (asked: { round: string; township?: string }) => read(api.terms.$get({ query: asked })),
  'terms',
)

export const enterTerms = action(
  async (round: string, villages: string[]) =>
    json(await read(api.terms.$post({ json: { round, villages } }))),
  'enter-terms',
)

export const takeBackTerm = action(
  async (id: string, reason: string) =>
    json(await read(api.terms[':id']['taking-back'].$post({ param: { id }, json: { reason } }))),
  'take-back-term',
)

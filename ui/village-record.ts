import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { villageOf } from './queries.ts'

type OfVillage = (typeof api.villages)[':code']
type Sheet = (typeof api)['village-entries']['sheet']
export type VillageRecord = InferResponseType<OfVillage['entries']['$get'], 200>
export type RecordEntry = VillageRecord['entries'][number]
export type RecordFile = RecordEntry['files'][number]
export type EntryKind = RecordEntry['kind']
export type EntryGiven = InferRequestType<OfVillage['entries']['$post']>['json']
export type SheetPreview = InferResponseType<Sheet['$post'], 200>
export type SheetRow = SheetPreview['rows'][number]
export type MergerView = InferResponseType<OfVillage['merger']['$get'], 200>
export type MergerGiven = InferRequestType<OfVillage['merger']['$post']>['json']

export const ENTRY_KINDS = [
  ...(['audit', 'overhaul', 'survey', 'election', 'statistics', 'leader', 'note'] as const),
] as const satisfies readonly EntryKind[]

export const recordOf = query(
  (code: string) => read(api.villages[':code'].entries.$get({ param: { code } })),
  'village-record',
)
export const mergerOf = query(
  (code: string) => read(api.villages[':code'].merger.$get({ param: { code } })),
  'village-merger',
)

/** What looks wrong before it is written; nothing is kept. */
export const checkEntry = async (code: string, given: EntryGiven) =>
  (
    await read(
      api.villages[':code'].entries.checking.$post({ param: { code }, json: given } as never),
    )
  ).cautions

export const writeEntry = action(
  async (code: string, given: EntryGiven) =>
    after(
      code,
      await read(api.villages[':code'].entries.$post({ param: { code }, json: given } as never)),
    ),
  'write-village-entry',
)
export const takeBackEntry = action(
  async (code: string, id: string, reason: string) =>
    after(
      code,
      await read(
        api['village-entries'][':id']['taking-back'].$post({ param: { id }, json: { reason } }),
      ),
    ),
  'take-back-village-entry',
)
export const removeFile = action(
  async (code: string, id: string) =>
    after(code, await read(api['village-files'][':id'].$delete({ param: { id } }))),
  'remove-village-file',
)
export const restoreFile = action(
  async (code: string, id: string) =>
    after(code, await read(api['village-files'][':id'].restoration.$post({ param: { id } }))),
  'restore-village-file',
)

/** Rows once more after some were mended; nothing is kept. */
export const checkRows = (kind: EntryKind, rows: Pick<SheetRow, 'line' | 'cells'>[]) =>
  read(api['village-entries'].sheet.rows.$post({ json: { kind, rows } }))
export const writeRows = action(
  async (rows: { village: string; entry: EntryGiven }[]) =>
    json(await read(api['village-entries'].$post({ json: { entries: rows } as never })), {
      revalidate: [recordOf.key, 'readiness'],
    }),
  'write-village-entries',
)

export const mergeVillage = action(
  async (code: string, given: MergerGiven) =>
    json(await read(api.villages[':code'].merger.$post({ param: { code }, json: given }))),
  'merge-village',
)
export const undoMerger = action(
  async (code: string, reason: string) =>
    json(
      await read(api.villages[':code'].merger.undoing.$post({ param: { code }, json: { reason } })),
    ),
  'undo-village-merger',
)

function after<T>(code: string, answer: T) {
  return json(answer, { revalidate: [recordOf.keyFor(code), villageOf.keyFor(code)] })
}

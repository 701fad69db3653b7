import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

export type PaperAsked = InferRequestType<typeof api.papers.$post>['json']
export type Paper = InferResponseType<typeof api.papers.$get, 200>['papers'][number]
export type TableId = Extract<PaperAsked, { kind: 'tables' }>['tables'][number]['table']
export type PaperTemplates = InferResponseType<(typeof api)['paper-templates']['$get'], 200>

export const papersOf = query(() => read(api.papers.$get()), 'papers')
export const tablesOf = query(() => read(api.papers.tables.$get()), 'paper-tables')
export const templatesOf = query(() => read(api['paper-templates'].$get()), 'paper-templates')
export const fieldsOf = query(() => read(api['paper-templates'].fields.$get()), 'paper-fields')

export const makePaper = action(
  async (asked: PaperAsked) =>
    json(await read(api.papers.$post({ json: asked })), { revalidate: papersOf.key }),
  'make-paper',
)

/** Cancels one that is made, forgets one that is finished. */
export const removePaper = action(
  async (id: string) =>
    json(await read(api.papers[':id'].$delete({ param: { id } })), { revalidate: papersOf.key }),
  'remove-paper',
)

export const paperOf = (id: string) => read(api.papers[':id'].$get({ param: { id } }))

export const fileAddress = (id: string) => `/api/v1/papers/${encodeURIComponent(id)}/file`

const seen = (newest: number) => ({ headers: { 'if-match': `"${newest}"` } })

export const storeTemplate = action(
  async (file: File, newest: number) =>
    json(
      await read(
        fetch(`/api/v1/paper-templates?name=${encodeURIComponent(file.name)}`, {
          method: 'PUT',
          body: file,
          headers: { ...seen(newest).headers, 'content-type': 'application/octet-stream' },
        }),
      ),
      { revalidate: templatesOf.key },
    ),
  'store-template',
)

export const restoreTemplate = action(
  async (version: number, newest: number) =>
    json(
      await read(
        api['paper-templates'][':version'].restoration.$post(
          { param: { version: String(version) } },
          seen(newest),
        ),
      ),
      { revalidate: templatesOf.key },
    ),
  'restore-template',
)

export const backToDefault = action(
  async (newest: number) =>
    json(await read(api['paper-templates'].$delete({}, seen(newest))), {
      revalidate: templatesOf.key,
    }),
  'default-template',
)

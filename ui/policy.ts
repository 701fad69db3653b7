import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { policyOf } from './queries.ts'

type Api = typeof api.policy
export type FieldsAnswer = InferResponseType<Api['fields']['$get'], 200>
export type Section = FieldsAnswer['sections'][number]
export type Row = Section['rows'][number]
export type Field = Row['fields'][number]
type DraftAnswer = InferResponseType<Api['draft']['$get'], 200>
export type StoredDraft = NonNullable<DraftAnswer['draft']>
export type KeptDraft = InferResponseType<Api['draft']['$put'], 200>
export type Fault = StoredDraft['errors'][number]
export type Change = StoredDraft['changes'][number]
/** A policy as it is written: what is being typed may be no figure yet. */
export type Written = Record<string, unknown>
export type Preview = InferResponseType<Api['preview']['$post'], 200>
export type Effect = NonNullable<Preview['effect']>
export type Version = InferResponseType<Api['versions']['$get'], 200>['versions'][number]
export type Weighting = InferRequestType<Api['weights']['$post']>['json']
export type Weighed = InferResponseType<Api['weights']['$post'], 200>
export type ScoresQuestion = InferRequestType<typeof api.scores.$post>['json']
export type Scores = InferResponseType<typeof api.scores.$post, 200>
type NewVersion = InferRequestType<Api['versions']['$post']>['json']

export const fieldsOf = query(() => read(api.policy.fields.$get()), 'policy-fields')

export const storedDraft = query(() => read(api.policy.draft.$get()), 'policy-draft')

export const versionsOf = query(() => read(api.policy.versions.$get()), 'policy-versions')

export const versionOf = query(
  (version: number) =>
    read(api.policy.versions[':version'].$get({ param: { version: String(version) } })),
  'policy-version',
)

/** Writes nothing, so it is loaded like everything else. */
export const weighedOf = query(
  (weighting: Weighting) => read(api.policy.weights.$post({ json: weighting })),
  'weighed',
)

/** The first people by weights of the moment; whoever moves them on gives the question before up. */
export const scoresOf = query(
  (question: ScoresQuestion, signal: AbortSignal) =>
    read(api.scores.$post({ json: question }, { init: { signal } })),
  'scores',
)

/** Each key press may keep a draft: nothing that is on the screen is read anew for it. */
const nothing = { revalidate: [] }

export const keepDraft = action(
  async (policy: Written, basedOn: number, revision?: number) =>
    json(
      await read(
        api.policy.draft.$put({
          json: { policy, basedOn, ...(revision !== undefined && { revision }) },
        }),
      ),
      nothing,
    ),
  'keep-policy-draft',
)

export const dropDraft = action(
  async () => json(await read(api.policy.draft.$delete()), nothing),
  'drop-policy-draft',
)

export const previewPolicy = action(
  async (policy: Written) =>
    json(await read(api.policy.preview.$post({ json: { policy } })), nothing),
  'preview-policy',
)

export const signPolicy = action(
  async (policy: Written, basedOn: number, note: string) =>
    json(
      // The server says of each place that is no policy what is wrong with it.
      await read(
        api.policy.versions.$post({
          json: { policy: policy as NewVersion['policy'], basedOn, note },
        }),
      ),
      { revalidate: [policyOf.key, versionsOf.key] },
    ),
  'sign-policy',
)

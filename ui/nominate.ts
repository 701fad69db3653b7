import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { nomineeOf, nomineesOf, nomineesOfTalent, roundsOf } from './review.ts'

type Nominations = typeof api.nominations
export type NominationBody = InferRequestType<Nominations['$post']>['json']
export type Channel = NominationBody['channel']
export type Latest = InferResponseType<Nominations['latest']['$get'], 200>['latest'][number]
export type Warning = Latest['warnings'][number]
export type StoredDraft = InferResponseType<Nominations['drafts']['$get'], 200>['drafts'][number]
export type DraftBody = InferRequestType<Nominations['drafts'][':id']['$put']>['json']
export type Turned = InferResponseType<Nominations['from-plan']['$post'], 200>
export type PlanTurning = InferRequestType<Nominations['from-plan']['$post']>['json']
export type SlateTurning = InferRequestType<Nominations['from-slate']['$post']>['json']
export type Candidates = InferResponseType<
  (typeof api.seats)[':village']['candidates']['$get'],
  200
>
export type CandidatesOfPost = Candidates['posts'][number]
export type Candidate = CandidatesOfPost['candidates'][number]

/** Asked once for a page: what is handed in on it is put on top. */
export const latestOf = query(() => read(api.nominations.latest.$get()), 'latest-nominations')

export const draftsOf = query(() => read(api.nominations.drafts.$get()), 'nomination-drafts')

export const candidatesOf = query(
  (village: string, round: string | undefined) =>
    read(
      api.seats[':village'].candidates.$get({
        param: { village },
        query: { ...(round && { round }) },
      }),
    ),
  'seat-candidates',
)

const changed = () => [
  ...[nomineesOf.key, nomineeOf.key, nomineesOfTalent.key, roundsOf.key, candidatesOf.key],
]
/** What is on the page is right already; other pages ask anew. */
function after<T>(answer: T) {
  for (const key of [...changed(), latestOf.key]) query.delete(key)
  return json(answer, { revalidate: [] })
}

export const handIn = action(
  async (body: NominationBody) => after(await read(api.nominations.$post({ json: body }))),
  'hand-in',
)

export const takeBack = action(
  async (id: string, reason: string) =>
    after(await read(api.nominations[':id'].withdrawal.$post({ param: { id }, json: { reason } }))),
  'take-back',
)

/** Kept as typed; the page that typed it has it, and nothing is to be read anew. */
export const keepDraft = (id: string, body: DraftBody, revision: number | null) =>
  read(
    api.nominations.drafts[':id'].$put(
      { param: { id }, json: body },
      revision === null ? {} : { headers: { 'if-match': `"${revision}"` } },
    ),
  )

export const dropDraft = (id: string) =>
  read(api.nominations.drafts[':id'].$delete({ param: { id } }))

export const previewPlan = (asked: PlanTurning) =>
  read(api.nominations['from-plan'].$post({ json: { ...asked, isPreview: true } }))

export const previewSlate = (asked: SlateTurning) =>
  read(api.nominations['from-slate'].$post({ json: { ...asked, isPreview: true } }))

export const turnPlan = action(
  async (asked: PlanTurning) =>
    after(await read(api.nominations['from-plan'].$post({ json: asked }))),
  'turn-plan',
)

export const turnSlate = action(
  async (asked: SlateTurning) =>
    after(await read(api.nominations['from-slate'].$post({ json: asked }))),
  'turn-slate',
)

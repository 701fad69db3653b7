import { action, json, query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import type { Post } from './types.ts'

type One = (typeof api.talents)[':id']
export type Growth = InferResponseType<One['growth']['$get'], 200>
export type CriterionGrowth = Growth['criteria'][number]
export type FitChange = NonNullable<Growth['fit']>['since']
export type NearReady = InferResponseType<(typeof api.cultivation)['near-ready']['$get'], 200>
export type NearRow = NearReady['near'][number]
export type BecameRow = NearReady['became'][number]
export type Thing = NearRow['thing']
export type Effect = InferResponseType<(typeof api.mentoring)['effect']['$get'], 200>
export type OwnCultivation = InferResponseType<(typeof api.record)['cultivation']['$get'], 200>
export type OwnProposal = InferResponseType<
  (typeof api.record)['mentorship-proposals']['$get'],
  200
>['proposals'][number]

/** The revision is only there so that a person who changed is counted anew. */
export const growthOf = query(
  (id: string, village: string | undefined, post: Post | undefined, _revision?: number) =>
    read(
      api.talents[':id'].growth.$get({
        param: { id },
        query: { ...(village && { village }), ...(post && { post }) },
      }),
    ),
  'growth',
)

export const nearReadyOf = query(
  (township: string | undefined) =>
    read(api.cultivation['near-ready'].$get({ query: { ...(township && { township }) } })),
  'near-ready',
)

/** Of the mentor who asks, or of the one whom the county names. */
export const effectOf = query(
  (mentor: string | undefined) =>
    read(api.mentoring.effect.$get({ query: { ...(mentor && { mentor }) } })),
  'mentor-effect',
)

export const ownCultivationOf = query(() => read(api.record.cultivation.$get()), 'own-cultivation')

export const ownProposalsOf = query(
  () => read(api.record['mentorship-proposals'].$get()),
  'own-proposals',
)

export const answerProposal = action(
  async (id: string, answer: 'agreed' | 'refused') =>
    json(
      await read(
        api.record['mentorship-proposals'][':id'].answer.$post({ param: { id }, json: { answer } }),
      ),
      { revalidate: [ownProposalsOf.key, ownCultivationOf.key] },
    ),
  'answer-proposal',
)

import { action, query } from '@solidjs/router'
import { api, read } from './client.ts'
import type { Choices } from './parts/choices.ts'
import type { Post, Weights } from './types.ts'

/** When the data on the screen was read last. */
let readAt = new Date()
export const lastRead = () => readAt

export const placesOf = query(async () => {
  readAt = new Date()
  return read(api.places.$get())
}, 'places')

export const townshipOf = query(
  (code: string) => read(api.townships[':code'].$get({ param: { code } })),
  'township',
)

export const villageOf = query(
  (code: string) => read(api.villages[':code'].$get({ param: { code } })),
  'village',
)

export const policyOf = query(() => read(api.policy.$get()), 'policy')

export const talentOf = query(
  (id: string) => read(api.talents[':id'].$get({ param: { id } })),
  'talent',
)

/** A calculation that writes nothing, so it is loaded like everything else. */
export const rankingOf = query(
  (village: string, post: Post, weights?: Weights) =>
    read(api.rankings.$post({ json: { village, post, ...(weights && { weights }) } })),
  'ranking',
)

/** How firmly that ranking stands: slower than the ranking, so asked apart. */
export const robustnessOf = query(
  (village: string, post: Post, k: number, weights?: Weights) =>
    read(
      api.rankings.robustness.$get({
        query: {
          ...{ village, post, k: String(k) },
          ...(weights && { weights: JSON.stringify(weights) }),
        },
      }),
    ),
  'robustness',
)

export const slateOf = query(
  (village: string, choices: Choices) =>
    read(api.slates.$post({ json: { village, ...askedOf(choices) } })),
  'slate',
)

/** Why that slate misses what it misses: slower than the slate, so asked apart. */
export const missesOf = query(
  (village: string, choices: Choices) =>
    read(api.slates.misses.$post({ json: { village, ...askedOf(choices) } })),
  'misses',
)

export const plansOf = query(
  (township: string | null) => read(api.plans.$get({ query: township ? { township } : {} })),
  'plans',
)

export const planOf = query((id: string) => read(api.plans[':id'].$get({ param: { id } })), 'plan')

export type PlanQuestion = Parameters<typeof api.plans.$post>[0]['json']

/** Queues a plan and answers its id. */
export const startPlan = action(
  (question: PlanQuestion) => read(api.plans.$post({ json: question })),
  'start-plan',
)

/** Ends a running plan early and keeps the best so far. */
export const stopPlan = action(
  (id: string) => read(api.plans[':id'].stop.$post({ param: { id } })),
  'stop-plan',
)

export const cancelPlan = action(
  (id: string) => read(api.plans[':id'].cancellation.$post({ param: { id } })),
  'cancel-plan',
)

export function askedOf({ pins, exclusions, weights }: Choices) {
  return { pins, exclusions, ...(Object.keys(weights).length > 0 && { weights }) }
}

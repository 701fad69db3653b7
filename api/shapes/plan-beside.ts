import { z } from 'zod'
import type { Pin } from '../../matching/index.ts'
import type { PlanCertificate } from '../plan-certificates.ts'
import type { ToldChanges } from '../plan-change-words.ts'
import type { ProgressPoint, Repeat } from '../plan-solving.ts'
import { Post, TargetId, Tier, WordsShape } from './words.ts'

/** What stands beside a plan's teams: the question, the certificate, what changed, how the search went. */
export const PinShape = z.object({
  talent: z.string(),
  village: z.string(),
  post: Post,
}) satisfies z.ZodType<Pin>

export const PlanRequestShape = z.object({
  township: z.string().nullable(),
  pins: z.array(PinShape),
  exclusions: z.array(z.object({ talent: z.string(), village: z.string(), post: Post.nullable() })),
  gap: z.number().nullable(),
  timeLimitSeconds: z.number().nullable(),
  basedOn: z.string().nullable(),
  repeats: z.string().nullable(),
  isDraft: z.boolean(),
})

export const CertificateShape = z
  .object({
    policyVersion: z.int(),
    isDraft: z.boolean(),
    ruleBook: z.string().meta({ description: 'SHA-256 of the rules and the program’s version' }),
    data: z.object({
      revision: z.int(),
      hash: z.string().meta({ description: 'SHA-256 of the whole question' }),
    }),
    program: z.string(),
    seed: z.int(),
    gap: z.number().meta({ description: 'asked for, relative' }),
    timeLimitSeconds: z.number(),
    stopped: z.enum(['gap', 'time', 'asked']),
    seconds: z.number(),
  })
  .meta({ id: 'PlanCertificate' }) satisfies z.ZodType<PlanCertificate>

const Change = z.object({
  talent: z.string(),
  was: z.array(Post),
  posts: z.array(Post),
  words: WordsShape,
})
export const ChangesShape = z
  .object({
    basedOn: z.string(),
    seats: z.int(),
    price: z.number().meta({ description: 'total fit that the changes had to be worth' }),
    letGo: z.array(z.object({ pin: PinShape, words: WordsShape })),
    villages: z.array(
      z.object({
        village: z.string(),
        left: z.array(Change),
        came: z.array(Change),
        moved: z.array(Change),
        mended: z.array(TargetId),
        lost: z.array(TargetId),
      }),
    ),
  })
  .meta({ id: 'PlanChanges' }) satisfies z.ZodType<ToldChanges>

export const RepeatShape = z.object({
  of: z.string(),
  isSameQuestion: z.boolean(),
  isSameAnswer: z.boolean(),
}) satisfies z.ZodType<Repeat>

export const ProgressShape = z.object({
  elapsedSeconds: z.number(),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  misses: z.record(Tier, z.number()).nullable(),
}) satisfies z.ZodType<ProgressPoint>

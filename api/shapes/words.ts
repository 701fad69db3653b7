import { z } from 'zod'
import { CRITERIA, POSTS, TARGETS, TIERS, type Words } from '../../matching/index.ts'

/** What answers look like, for the OpenAPI document; the compiler holds each shape to its type. */
export const WordsShape = z.object({ zh: z.string(), en: z.string() }).meta({
  id: 'Words',
  description: 'Text for people in both languages',
}) satisfies z.ZodType<Words>

export const Post = z.enum(POSTS)
export const Tier = z.enum(TIERS)
export const TargetId = z.enum(TARGETS)
export const CriterionId = z.enum(CRITERIA)
export const Day = z.string().meta({ description: 'YYYY-MM-DD; a birth may be YYYY-MM' })
export const Place = z.object({ code: z.string(), name: z.string() }).meta({ id: 'Place' })
export const Kind = z.enum(['village', 'community'])
export const Fraction = z.number().min(0).max(1)
export const Count = z.int().min(0)

import { z } from 'zod'
import { Count } from './words.ts'

export const PaperTemplates = z.object({
  inForce: z.int().nullable().meta({ description: 'Version of the own one; null: the default' }),
  newest: Count.meta({ description: 'What a change says in If-Match' }),
  versions: z.array(
    z.object({
      version: z.int(),
      name: z.string(),
      isDefault: z.boolean().meta({ description: 'The county went back to the default' }),
      createdAt: z.string(),
      createdBy: z.string().meta({ description: 'Name of the account' }),
    }),
  ),
})

const plain = {
  name: z.string(),
  kind: z.enum(['text', 'figure', 'list', 'when', 'chart']),
  says: z.string(),
  example: z.string(),
}
export const PaperFields = z.object({
  fields: z.array(z.object({ ...plain, fields: z.array(z.object(plain)) })),
})

import { z } from 'zod'

export const MEDIA = ['image/jpeg', 'image/png', 'application/pdf'] as const

export const AttachmentShape = z
  .object({
    id: z.string(),
    name: z.string(),
    media: z.enum(MEDIA),
    size: z.int().meta({ description: 'Bytes of the file as it was sent' }),
    addedAt: z.string().meta({ description: 'Instant, UTC' }),
    addedBy: z.string().nullable().meta({ description: 'Name of the account, where it is known' }),
  })
  .meta({ id: 'Attachment' })
export type AttachmentView = z.infer<typeof AttachmentShape>

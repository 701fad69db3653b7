import { z } from 'zod'
import { AttachmentShape } from './attachments.ts'

export const ENTRY_FILE_KINDS = [
  ...(['session', 'item', 'training', 'trial', 'quarter', 'year'] as const),
] as const

export const EntryFileShape = AttachmentShape.extend({
  kind: z.enum(ENTRY_FILE_KINDS),
  entry: z.string().meta({ description: 'Id of the entry; of a training, of the course' }),
  talent: z.string(),
}).meta({ id: 'EntryFile' })
export type EntryFileView = z.infer<typeof EntryFileShape>
export const EntryFilesShape = z.object({ files: z.array(EntryFileShape) })

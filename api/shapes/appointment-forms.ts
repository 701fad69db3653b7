import { z } from 'zod'
import { FORM_FIELDS } from '../lrmx/fields.ts'
import { Code } from '../validate.ts'
import { CHANNELS } from './portrait.ts'
import { Count, Place, WordsShape } from './words.ts'

/** 20 MB as Base64. */
const MOST_BASE64 = 28_000_000
const Bytes = z
  .string()
  .max(MOST_BASE64)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .meta({ description: 'Base64' })

export const FormFileShape = z.object({
  name: z.string().trim().min(1).max(300),
  bytes: Bytes.meta({ description: 'Of an .lrmx or .lrm file of up to 20 MB' }),
  picture: Bytes.optional().meta({ description: 'Of the .pic file beside an .lrm' }),
})
/** More are sent one batch after the other. */
export const MOST_FORMS = 200
export const FormFiles = z.object({ files: z.array(FormFileShape).min(1).max(MOST_FORMS) })

const State = z.enum(['same', 'new', 'other', 'unreadable'])
const Beside = z.object({
  form: z.string(),
  pool: z.string().nullable(),
  state: State,
  caution: WordsShape.nullable(),
})
const Comparison = z.object({
  fields: z.array(Beside.extend({ field: z.enum(FORM_FIELDS) })),
  idNumber: Beside.nullable().meta({ description: 'Masked' }),
  relatives: z.array(Beside.extend({ row: Count })),
})
const Person = z.object({
  id: z.string(),
  name: z.string(),
  bornOn: z.string().nullable(),
  village: Place,
  revision: z.int(),
  mayEdit: z.boolean(),
  because: z.enum(['id-number', 'name-birth', 'name']),
  hasForm: z.boolean().meta({ description: 'An earlier form is kept, which this one replaces' }),
  photograph: z
    .enum(['none', 'same', 'other'])
    .meta({ description: 'What the portrait has beside the photograph of the form' }),
})
const Read = z.object({
  name: z.string(),
  bornOn: z.string().nullable(),
  people: z.array(z.object({ person: Person, beside: Comparison })),
  isElsewhere: z
    .boolean()
    .meta({ description: 'The county knows the identity number out of the reach of this account' }),
  asNew: Comparison.meta({ description: 'Of somebody who is entered by the form' }),
  kept: z
    .array(z.object({ element: z.string(), words: WordsShape, text: z.string() }))
    .meta({ description: 'What stays in the form alone, encrypted, and is written back' }),
  photograph: z.object({ media: z.string(), bytes: Count }).nullable(),
  cautions: z.array(WordsShape),
})
export const FormReadings = z.object({
  files: z.array(
    z.object({ name: z.string(), fault: WordsShape.nullable(), read: Read.nullable() }),
  ),
})

export const FormTaking = z.object({
  file: FormFileShape,
  talent: z.string().max(64).optional().meta({
    description: 'A person of the pool, by the revision of If-Match; else `person` is entered',
  }),
  person: z
    .object({
      id: z.uuidv7().meta({ description: 'Made by the client: sent twice it is one person' }),
      homeVillage: Code,
      channel: z.enum(CHANNELS),
      basis: z.enum(['consent', 'duty']),
      noticeVersion: z.int().min(1).max(1_000_000).optional(),
      isNew: z.boolean().default(false),
    })
    .optional(),
  take: z.array(z.enum([...FORM_FIELDS, 'idNumber', 'photograph'])).max(30),
  relatives: z.array(z.int().min(0).max(99)).max(60).meta({ description: 'Rows of the form' }),
})

export const FormTaken = z.object({
  id: z.string(),
  revision: z.int(),
  isEntered: z.boolean(),
  warnings: z.array(WordsShape),
})

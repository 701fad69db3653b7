import { z } from 'zod'
import { OwnDepartures } from './departures.ts'
import { Portrait } from './portrait.ts'
import { Count, CriterionId, Day, Fraction, Place, WordsShape } from './words.ts'

/** What a person may ask to have corrected. */
export const CORRECTED = [
  'occupation',
  'education',
  'bornOn',
  'partyStatus',
  'willingness',
  'phone',
  'name',
  'other',
] as const
export const CorrectedField = z.enum(CORRECTED)

export const NoticeShape = z.object({
  version: z.int(),
  zh: z.string(),
  en: z.string(),
  createdAt: z.string(),
})

const Answered = {
  id: z.string(),
  field: CorrectedField,
  note: z.string(),
  state: z.enum(['open', 'accepted', 'refused']),
  answer: z.string().nullable(),
  askedAt: z.string(),
  answeredAt: z.string().nullable(),
}
export const OwnCorrection = z.object({ ...Answered, proposed: z.string() })
export const CorrectionShape = z.object({
  ...Answered,
  person: z.object({ id: z.string(), name: z.string(), homeVillage: Place }),
  proposed: z.string().meta({ description: 'A telephone number is masked' }),
  current: z
    .string()
    .nullable()
    .meta({ description: 'As the record has it now; null is not known, or field `other`' }),
})
export const Corrections = z.object({ corrections: z.array(CorrectionShape) })

export const ConsentState = z.object({
  consent: z.enum(['given', 'withdrawn']).nullable(),
  noticeVersion: z.int().nullable(),
})

/** Everything that is held about a person, for that person; no score and no rank among others. */
export const RecordShape = Portrait.omit({
  age: true,
  consent: true,
  evidence: true,
  family: true,
  incumbency: true,
  private: true,
  revision: true,
  mayEdit: true,
  relatives: true,
  completeness: true,
  lists: true,
}).extend({
  statusWords: WordsShape,
  departures: OwnDepartures,
  offices: z.array(z.object({ village: Place, post: z.string(), tookOfficeOn: Day })),
  evidence: z.array(
    z.object({
      criterion: CriterionId,
      value: Fraction,
      source: z.string(),
      note: z.string(),
      on: Day,
      standing: z.enum(['proven', 'claimed']),
      document: z.string().nullable(),
      isDerived: z.boolean(),
    }),
  ),
  family: z
    .array(z.object({ relation: z.string(), name: z.string() }))
    .meta({ description: 'Own relatives who are in the pool as well' }),
  relatives: z.array(
    Portrait.shape.relatives.element.pick({
      relation: true,
      name: true,
      bornOn: true,
      politicalStatus: true,
      work: true,
    }),
  ),
  private: z
    .object({ idNumber: z.string().nullable(), phone: z.string().nullable() })
    .meta({ description: 'In the clear: the own ones' }),
  consent: ConsentState.shape.consent,
  consents: z.array(
    z.object({
      act: z.enum(['given', 'withdrawn']),
      channel: z.enum(['self', 'paper']),
      noticeVersion: z.int().nullable(),
      at: z.string(),
    }),
  ),
  basis: z
    .enum(['consent', 'duty'])
    .nullable()
    .meta({ description: 'What allows the record: consent or a statutory duty' }),
  noticeVersion: z.int().nullable().meta({ description: 'Of the notice that was read' }),
  notice: NoticeShape.nullable().meta({ description: 'The one in force' }),
  keepUntil: Day.nullable(),
  corrections: z.array(OwnCorrection),
  appointmentForm: z
    .object({
      readAt: z.string(),
      kept: z.array(z.object({ element: z.string(), words: WordsShape, text: z.string() })),
    })
    .nullable()
    .meta({ description: 'What the appointment form that was read says beside this record' }),
  erasure: WordsShape.meta({ description: 'How to ask for erasure' }),
})

export const LOOKS = ['portrait', 'list', 'reveal', 'change', 'review', 'export'] as const
export const Looks = z.object({
  looks: z.array(
    z.object({
      at: z.string(),
      role: z.string().nullable().meta({ description: 'Null: the program itself' }),
      office: z
        .string()
        .nullable()
        .meta({ description: 'Position of the account; never the name of its holder' }),
      kind: z.enum(LOOKS),
      people: Count.meta({ description: 'How many people the same look was about' }),
      field: z.string().nullable().meta({ description: 'The value that was revealed or changed' }),
      reason: z.string().nullable(),
    }),
  ),
  next: z.int().nullable().meta({ description: '`before` of the next page' }),
})

export const Due = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      homeVillage: Place,
      status: Portrait.shape.status,
      basis: z.enum(['consent', 'duty']).nullable(),
      keepUntil: Day,
    }),
  ),
})

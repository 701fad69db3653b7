import type { z } from 'zod'
import type { RelativeFacts } from '../../db/relatives.ts'
import type { TalentTable } from '../../db/schema.ts'
import type { Words } from '../../matching/types.ts'
import type { Change } from '../shapes/portrait-input.ts'

/** Values as somebody would type them into the portrait. */
export type Taken = Partial<Omit<z.infer<typeof Change>, 'reason' | 'sources' | 'tags'>>

/** What one field of a form says: values, perhaps with something odd about them; words alone where none can be taken. */
export type FieldRead = { values: Taken; caution?: Words } | { caution: Words } | null

/** Of a person's row what the form has. */
export type Known = Pick<
  TalentTable,
  | 'name'
  | 'sex'
  | 'bornOn'
  | 'ethnicity'
  | 'nativePlace'
  | 'partyJoinedOn'
  | 'partyStatus'
  | 'education'
  | 'isFullTimeEducation'
  | 'fullTimeEducation'
  | 'fullTimeSchool'
  | 'inServiceEducation'
  | 'inServiceSchool'
  | 'degree'
  | 'occupation'
  | 'resume'
>

/** A person with all that a form says of one. */
export type FormPerson = { row: Known; relatives: readonly RelativeFacts[] }

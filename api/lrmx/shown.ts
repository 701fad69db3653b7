import type { Context } from 'hono'
import type { z } from 'zod'
import { identityFault, normalIdentity } from '../../db/identity-number.ts'
import { hashOf } from '../attachments/sealed.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { isHomeIn } from '../portrait/changes.ts'
import { mask } from '../private-values.ts'
import type { FormFileShape } from '../shapes/appointment-forms.ts'
import { besideOf, familyBeside, keptBeside } from './comparing.ts'
import { dayOf } from './days.ts'
import { nameOf } from './fields.ts'
import { textsOf } from './keeping.ts'
import { type PersonOfForm, peopleOfForms } from './people.ts'
import { type ReadForm, readForm } from './reading.ts'
import { type Because, whomOf } from './whom.ts'

type File = z.infer<typeof FormFileShape>

/** What a file says beside whoever of the pool it may be of; nothing is written. */
export async function fileShown(c: Context<Env>, { name, bytes, picture }: File) {
  const read = await readForm({
    bytes: Buffer.from(bytes, 'base64'),
    picture: picture === undefined ? undefined : Buffer.from(picture, 'base64'),
  })
  if ('fault' in read) return { name, fault: read.fault, read: null }
  return { name, fault: null, read: await readShown(c, read) }
}

async function readShown(c: Context<Env>, read: ReadForm) {
  const { people, isElsewhere } = await whomOf(c, read)
  const because = new Map(people.map((one) => [one.id, one.because]))
  const known = await peopleOfForms(c.var, [...because.keys()])
  const names = await placeNames(c)
  const texts = textsOf(read.form)
  return {
    name: nameOf(texts.get('XingMing') ?? ''),
    bornOn: dayOf(texts.get('ChuShengNianYue') ?? ''),
    people: known.map((person) => ({
      person: {
        ...personShown(c, person, because.get(person.id)!, names),
        photograph: photographBeside(read, person),
      },
      beside: comparisonOf(read, person),
    })),
    isElsewhere,
    asNew: comparisonOf(read, null),
    kept: keptBeside(read.form),
    photograph: read.picture && {
      ...{ media: read.picture.media, bytes: read.picture.bytes.length },
    },
    cautions: read.cautions,
  }
}

function personShown(
  { var: { scope } }: Context<Env>,
  { id, row, kept }: PersonOfForm,
  because: Because,
  names: ReadonlyMap<string, string>,
) {
  const { name, bornOn, homeVillageCode: code, revision } = row
  return {
    ...{ id, name, bornOn, revision, because },
    village: { code, name: names.get(code) ?? code },
    mayEdit: isHomeIn(scope, row),
    hasForm: kept !== null,
  }
}

function photographBeside({ picture }: ReadForm, { photograph }: PersonOfForm) {
  if (!photograph) return 'none' as const
  const isSame = picture !== null && hashOf(picture.bytes) === photograph.contentHash
  return isSame ? ('same' as const) : ('other' as const)
}

function comparisonOf(read: ReadForm, person: PersonOfForm | null) {
  return {
    fields: besideOf(read.form, person),
    idNumber: numberBeside(read.idNumber, person?.idNumber() ?? null),
    relatives: familyBeside(read.form, person?.relatives ?? []),
  }
}

/** Masked on both sides. */
function numberBeside(typed: string, known: string | null) {
  const number = normalIdentity(typed)
  if (number === '') return null
  const isSound = identityFault(number) === null
  const state = !isSound
    ? ('unreadable' as const)
    : known === null
      ? ('new' as const)
      : known === number
        ? ('same' as const)
        : ('other' as const)
  return { form: mask(number)!, pool: mask(known), state, caution: isSound ? null : NO_NUMBER }
}

const NO_NUMBER = {
  zh: '身份证号位数或校验码不对，不能写入；请核对后在画像中登记。',
  en: 'The identity number is not sound and cannot be taken: check it and enter it in the portrait.',
}

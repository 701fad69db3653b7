import { z } from 'zod'
import { ROLES } from '../roles.ts'
import { SignerShape } from './policy.ts'
import { Place } from './words.ts'

export const RoleShape = z.enum(ROLES)

const Own = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: RoleShape,
  position: z.string().nullable(),
  township: Place.nullable(),
  villages: z.array(Place),
  department: z.string().nullable(),
  signsAs: z.string().nullable(),
  talent: z.string().nullable(),
})

export const SessionAnswer = z.object({
  county: Place,
  isDemonstration: z.boolean(),
  account: Own.nullable(),
  step: z
    .enum(['code', 'password', 'second-factor'])
    .nullable()
    .meta({ description: 'What has to be done before anything else' }),
  demonstration: z
    .array(
      z.object({
        username: z.string(),
        name: z.string(),
        role: RoleShape,
        position: z.string().nullable(),
        password: z.string(),
      }),
    )
    .meta({ description: 'Only of a demonstration county, while nobody is signed in' }),
})

export const AccountShape = Own.omit({ talent: true }).extend({
  state: z.enum(['pending', 'active', 'closed']),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  isLocked: z.boolean(),
  isDemonstration: z.boolean(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  signedInAt: z.string().nullable(),
  revision: z.int(),
})
export const AccountList = z.object({
  accounts: z.array(AccountShape),
  signers: z.array(SignerShape).meta({ description: 'Positions that an account can sign for' }),
})
/** The one-time password is answered this once and stored nowhere; null when another will be told it, or none is needed. */
export const AccountMade = z.object({
  account: AccountShape,
  oneTimePassword: z.string().nullable(),
})

export const SessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      createdAt: z.string(),
      seenAt: z.string(),
      address: z.string().nullable(),
      agent: z.string().nullable(),
      isThis: z.boolean(),
    }),
  ),
})
export const Done = z.object({ done: z.literal(true) })

import type { Application } from '../../applying.ts'
import { t } from '../../words/index.ts'
import type { Errors } from '../account/sending.ts'
import {
  identityBirth,
  identityFault,
  identitySex,
  normalIdentity,
} from '../talent/register/identity.ts'
import { POSTS_TO_WISH, type WishPost } from './posts.ts'

export const STEPS = ['notice', 'who', 'where', 'check'] as const
export type Step = (typeof STEPS)[number]

/** What somebody types; it lives on the page alone. */
export type Draft = {
  hasConsented: boolean
  name: string
  idNumber: string
  phone: string
  sex: string
  bornOn: string
  education: string
  educationKind: 'full-time' | 'in-service'
  partyStatus: string
  occupation: string
  round: string
  township: string
  village: string
  wish: '' | 'pool' | 'seat'
  posts: WishPost[]
  reason: string
}
export type Field = keyof Draft

export const EMPTY: Draft = {
  ...{ hasConsented: false, name: '', idNumber: '', phone: '', sex: '', bornOn: '' },
  ...{ education: '', educationKind: 'full-time', partyStatus: '', occupation: '' },
  ...{ round: '', township: '', village: '', wish: '', posts: [], reason: '' },
}

export const FIELDS_OF: Record<Step, readonly Field[]> = {
  notice: ['hasConsented'],
  who: [
    ...(['name', 'idNumber', 'phone', 'sex', 'bornOn'] as const),
    ...(['education', 'educationKind', 'partyStatus', 'occupation'] as const),
  ],
  where: ['round', 'township', 'village', 'wish', 'posts', 'reason'],
  check: [],
}

/** A whole number says birth and sex, which are filled in where nothing stands yet. */
export function filledBy(draft: Draft): Partial<Draft> {
  const number = normalIdentity(draft.idNumber)
  if (identityFault(number) !== null) return {}
  return {
    ...(draft.bornOn === '' && { bornOn: identityBirth(number) }),
    ...(draft.sex === '' && { sex: identitySex(number) }),
  }
}

/** What the page itself can see to be wrong of a step. */
export function errorsOf(step: Step, draft: Draft): Errors<Field> {
  if (step === 'notice') return draft.hasConsented ? {} : { hasConsented: t().apply.notice.need }
  if (step === 'who') return { ...missing(draft, WHO), ...oddNumbers(draft) }
  if (step === 'where') return { ...missing(draft, WHERE), ...oddWish(draft) }
  return {}
}

/** The first step that is not whole. */
export function stepReached(draft: Draft): Step {
  const open = STEPS.find((step) => Object.values(errorsOf(step, draft)).some(Boolean))
  return open ?? 'check'
}

export function bodyOf(draft: Draft, noticeVersion: number): Application {
  const { township: _, wish, hasConsented: __, ...typed } = draft
  const posts = wish === 'seat' ? POSTS_TO_WISH.filter((post) => typed.posts.includes(post)) : []
  // The selects have these values alone, and the server looks again.
  return { ...typed, posts, hasConsented: true, noticeVersion } as Application
}

const WHO = [
  'name',
  'idNumber',
  'phone',
  'sex',
  'bornOn',
  'education',
  'partyStatus',
  'occupation',
] as const
const WHERE = ['round', 'township', 'village'] as const
const LEAST_REASON = 10
const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/

function missing(draft: Draft, fields: readonly ((typeof WHO)[number] | (typeof WHERE)[number])[]) {
  const found: Errors<Field> = {}
  for (const field of fields) if (draft[field].trim() === '') found[field] = t().apply.need[field]
  return found
}

function oddNumbers({ idNumber, phone, bornOn, sex }: Draft): Errors<Field> {
  const number = normalIdentity(idNumber)
  const fault = number === '' ? null : identityFault(number)
  const isSound = number !== '' && fault === null
  const isOtherDay = isSound && bornOn !== '' && bornOn.trim() !== identityBirth(number)
  const isOtherSex = isSound && sex !== '' && sex !== identitySex(number)
  const call = phone.replace(/\s/g, '')
  return {
    ...(fault && { idNumber: t().portrait.idNumberOdd[fault] }),
    ...(isOtherDay && { bornOn: t().portrait.otherBirth }),
    ...(isOtherSex && { sex: t().portrait.otherSex }),
    ...(call !== '' && !PHONE.test(call) && { phone: t().apply.need.phoneOdd }),
  }
}

function oddWish({ wish, posts, reason }: Draft): Errors<Field> {
  const isOpen = wish === '' || (wish === 'seat' && posts.length === 0)
  return {
    ...(isOpen && { posts: t().apply.where.needPost }),
    ...([...reason.trim()].length < LEAST_REASON && { reason: t().apply.need.reason }),
  }
}

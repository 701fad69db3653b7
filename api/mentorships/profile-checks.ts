import type { Context } from 'hono'
import { listEntries } from '../../db/dictionaries.ts'
import { findTalent } from '../../db/talents.ts'
import { namesOfPlaces } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import { policyInForce } from '../people-by-id.ts'
import type { ProblemError } from '../problem.ts'
import type { ProfileGiven } from '../shapes/mentoring.ts'
import { invalid } from '../validate.ts'
import type { Mentor } from './mentors.ts'

/**
 * Places and skills that are; what only an office says: who of the pool the mentor is, and more people than policy has.
 * A township speaks for mentors of its own and of no place.
 */
export async function requireFittingProfile(
  c: Context<Env>,
  { profile }: Mentor,
  given: ProfileGiven,
): Promise<void> {
  const errors: ProblemError[] = [
    ...(await placeErrors(c, given)),
    ...(await skillErrors(c, given, profile?.skills ?? [])),
  ]
  const { role } = c.var.session.account
  if (role === 'township') errors.push(...townshipErrors(c, profile?.townshipCode ?? null, given))
  if (given.talent !== (profile?.talentId ?? null)) errors.push(...(await talentErrors(c, given)))
  if (role === 'mentor') {
    const { menteesMax } = (await policyInForce(c)).cultivation
    const most = Math.max(menteesMax, profile?.menteesMax ?? 0)
    if ((given.menteesMax ?? 0) > most)
      errors.push({ pointer: '#/menteesMax', detail: ownMost(most) })
  }
  if (errors.length > 0) throw invalid(errors)
}

async function placeErrors(c: Context<Env>, { township, village }: ProfileGiven) {
  const names = await namesOfPlaces(c.var.db, { countyCode: c.var.countyCode })
  const isTownship = township === null || (township.length === 9 && names.has(township))
  const isVillage =
    village === null ||
    (village.length === 12 && names.has(village) && village.slice(0, 9) === township)
  return [
    ...(isTownship ? [] : [{ pointer: '#/township', detail: NO_TOWNSHIP }]),
    ...(isVillage ? [] : [{ pointer: '#/village', detail: NO_VILLAGE }]),
  ]
}

/** A retired word may stay where it stood. */
async function skillErrors(c: Context<Env>, { skills }: ProfileGiven, before: readonly string[]) {
  const entries = await listEntries(c.var.db, { countyCode: c.var.countyCode }, 'skills')
  const known = new Set([
    ...before,
    ...entries.filter((it) => it.isRetired === 0).map((it) => it.id),
  ])
  const isKnown = skills.every((id) => known.has(id))
  return isKnown ? [] : [{ pointer: '#/skills', detail: NO_SKILL }]
}

function townshipErrors(c: Context<Env>, before: string | null, { township }: ProfileGiven) {
  const own = [null, c.var.scope.townshipCode ?? '']
  const isOwn = own.includes(before) && own.includes(township)
  return isOwn ? [] : [{ pointer: '#/township', detail: FOREIGN_TOWNSHIP }]
}

async function talentErrors(c: Context<Env>, { talent }: ProfileGiven) {
  const pointer = '#/talent'
  if (c.var.session.account.role === 'mentor') return [{ pointer, detail: BY_OFFICE }]
  if (talent === null) return []
  const row = await findTalent(c.var.db, c.var.scope, talent)
  return row && row.erasedAt === null ? [] : [{ pointer, detail: NO_TALENT }]
}

const NO_TOWNSHIP = {
  zh: '请从列表中选择本县的乡镇（街道）。',
  en: 'Choose a township of the county from the list.',
}
const NO_VILLAGE = {
  zh: '所选村（社区）不属于所选乡镇。请先选乡镇，再从其列表中选村。',
  en: 'The village is none of that township. Choose the township, then one of its villages.',
}
const NO_SKILL = {
  zh: '专长只能选字典中在用的词。',
  en: 'Skills are chosen from those that the dictionary uses.',
}
const FOREIGN_TOWNSHIP = {
  zh: '乡镇（街道）只能填写本乡镇导师的资料；其他导师请由县级组织部门填写。',
  en: 'A township keeps the profiles of its own mentors; the county keeps those of others.',
}
const BY_OFFICE = {
  zh: '导师在人才库中是谁，由组织部门填写，用于核对亲属关系。',
  en: 'Who the mentor is in the pool is for the office to say; kinship is checked by it.',
}
const NO_TALENT = {
  zh: '本范围内没有这个人。请用姓名搜索后选择。',
  en: 'Nobody of your scope has this id. Search by name and choose.',
}
const ownMost = (most: number) => ({
  zh: `本人最多可填 ${most} 人；确有余力带更多人的，请组织部门调整。`,
  en: `You can set ${most} people at most; an office can set more.`,
})

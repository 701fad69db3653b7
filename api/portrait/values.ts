import type { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import type { Scope } from '../../db/scope.ts'
import type { findTalent, TalentChange } from '../../db/talents.ts'
import { findVillage } from '../../db/villages.ts'
import type { Change } from '../shapes/portrait-input.ts'
import { invalid } from '../validate.ts'
import { educationOf, educationParts } from './education.ts'
import { ethnicityOf, nationalityOf } from './ethnicities.ts'
import { readResume } from './resume.ts'

type Given = Omit<z.infer<typeof Change>, 'reason' | 'sources' | 'tags'>
type Stored = Parameters<typeof educationParts>[0]
type Row = NonNullable<Awaited<ReturnType<typeof findTalent>>>
export type Columns = TalentChange & { qualifications?: string }

/** What was typed as columns of the row, with those that follow from it: education, nationality, township. */
export async function columnsOf(
  db: Db,
  scope: Scope,
  given: Given,
  before: Stored | null,
): Promise<Columns> {
  const { homeVillage, isFit, qualifications, ...plain } = given
  const { hasOutstandingContribution, isNewSocialWorker, ethnicity, resume, ...texts } = plain
  return {
    ...defined(texts),
    ...(ethnicity !== undefined && ethnicityColumns(ethnicity)),
    ...(resume !== undefined && { resume: resume === null ? null : resumeText(resume) }),
    ...(isFit !== undefined && { isFit: isFit === null ? null : flag(isFit) }),
    ...(qualifications && { qualifications: JSON.stringify(qualifications) }),
    ...(hasOutstandingContribution !== undefined && {
      hasOutstandingContribution: flag(hasOutstandingContribution),
    }),
    ...(isNewSocialWorker !== undefined && { isNewSocialWorker: flag(isNewSocialWorker) }),
    ...educationColumns(given, before),
    ...(homeVillage !== undefined && (await homeColumns(db, scope, homeVillage))),
  }
}

/** The row as somebody would have typed it. */
export function typedOf(row: Row) {
  const known = (value: 0 | 1 | null) => (value === null ? null : value === 1)
  return {
    ...row,
    ...educationParts(row),
    homeVillage: row.homeVillageCode,
    isFit: known(row.isFit),
    hasOutstandingContribution: row.hasOutstandingContribution === 1,
    isNewSocialWorker: row.isNewSocialWorker === 1,
  }
}

/** A village of the account's reach: nobody is entered or moved elsewhere by it. */
async function homeColumns(db: Db, scope: Scope, code: string) {
  const village = await findVillage(db, scope, code)
  if (village) return { homeVillageCode: code, homeTownshipCode: village.townshipCode }
  throw invalid([{ pointer: '#/homeVillage', detail: NO_VILLAGE }])
}

function educationColumns(given: Given, before: Stored | null) {
  const { fullTimeEducation, inServiceEducation } = given
  if (fullTimeEducation === undefined && inServiceEducation === undefined) return {}
  const parts = {
    ...(before ? educationParts(before) : { fullTimeEducation: null, inServiceEducation: null }),
    ...(fullTimeEducation !== undefined && { fullTimeEducation }),
    ...(inServiceEducation !== undefined && { inServiceEducation }),
  }
  return { ...parts, ...educationOf(parts) }
}

function ethnicityColumns(typed: string | null) {
  const ethnicity = typed === null ? null : ethnicityOf(typed)
  return { ethnicity, nationality: nationalityOf(ethnicity) }
}

function resumeText(typed: string): string {
  const read = readResume(typed)
  return 'text' in read ? read.text : typed
}

const flag = (value: boolean) => (value ? (1 as const) : (0 as const))

function defined<T extends object>(given: T) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}

const NO_VILLAGE = {
  zh: '所在村（社区）须在本账号的管理范围内；要转到其他乡镇（街道），请由县级组织部门办理。',
  en: 'The home is a village in the reach of your account; the county moves people to another township.',
}

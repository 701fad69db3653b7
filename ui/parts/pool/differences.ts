import { placeName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'

/** A field that two records of one person say differently; '' is not known. */
export type Difference = { field: MergeField; name: string; own: string; other: string }

type MergeField = keyof ReturnType<typeof texts>

export function differencesOf(own: TalentRecord, other: TalentRecord): Difference[] {
  const [mine, theirs] = [texts(own), texts(other)]
  return (Object.keys(mine) as MergeField[]).flatMap((field) =>
    mine[field] === theirs[field]
      ? []
      : [{ field, name: nameOf(field), own: mine[field], other: theirs[field] }],
  )
}

/** Values that a record has once. Evidence, honours, skills, groups and tags of both come together. */
function texts(one: TalentRecord) {
  const education = (level: TalentRecord['education']) => (level ? t().education[level] : '')
  return {
    name: one.name,
    sex: one.sex ? t().sex[one.sex] : '',
    bornOn: one.bornOn ?? '',
    ethnicity: one.ethnicity ?? '',
    nativePlace: one.nativePlace ?? '',
    homeVillage: placeName(one.homeVillage.name),
    residence: one.residence ?? '',
    fullTimeEducation: education(one.fullTimeEducation),
    fullTimeSchool: one.fullTimeSchool ?? '',
    inServiceEducation: education(one.inServiceEducation),
    inServiceSchool: one.inServiceSchool ?? '',
    degree: one.degree ?? '',
    partyStatus: one.partyStatus ? t().partyStatus[one.partyStatus] : '',
    partyJoinedOn: one.partyJoinedOn ?? '',
    occupation: one.occupation ?? '',
    experienceYears: one.experienceYears === null ? '' : String(one.experienceYears),
    willingness: one.willingness ? t().willingness[one.willingness] : '',
    status: t().talents.statuses[one.status],
    channel: t().talent.channels[one.channel],
    resume: one.resume ?? '',
    remarks: one.remarks ?? '',
    idNumber: one.private?.idNumber ?? '',
    phone: one.private?.phone ?? '',
  }
}

function nameOf(field: MergeField): string {
  if (field === 'idNumber') return t().talent.field['id-number']
  if (field === 'phone') return t().talent.field.phone
  return field === 'status' ? t().talents.status : t().portrait.field[field]
}

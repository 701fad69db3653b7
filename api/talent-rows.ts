import type { Judged } from '../db/portraits.ts'
import {
  COMMITTEE_OF,
  type CriterionId,
  type Education,
  type Evidence,
  POSTS,
  type Post,
  type Qualification,
  type Source,
  type Talent,
} from '../matching/index.ts'

/** A portrait as matching reads it. */
export function talentOf(row: Judged): Talent {
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    bornOn: row.bornOn,
    education: row.education as Education | null,
    isFullTimeEducation: known(row.isFullTimeEducation),
    nationality: row.nationality,
    partyStatus: row.partyStatus,
    status: row.status,
    sources: row.sources as Source[],
    homeVillage: row.homeVillageCode,
    homeTownship: row.homeTownshipCode,
    consent: row.consent,
    willingness: row.willingness,
    isFit: known(row.isFit),
    qualifications: row.qualifications as Qualification[],
    honours: row.honours.map(({ level, name, awardedOn }) => ({
      level,
      name,
      on: awardedOn,
    })),
    hasOutstandingContribution: row.hasOutstandingContribution === 1,
    experienceYears: row.experienceYears,
    isNewSocialWorker: row.isNewSocialWorker === 1,
    incumbency: incumbencyOf(row.incumbencies),
    consentedVillages: row.consentedVillages,
    skills: row.skills.map(({ skillId, level, standing }) => ({
      skill: skillId,
      level,
      standing,
    })),
    evidence: row.evidence.map(evidenceOf),
  }
}

function known(flag: 0 | 1 | null): boolean | null {
  return flag === null ? null : flag === 1
}

/** Posts of the two committees; whoever only supervises is no incumbent of a team. */
function incumbencyOf(offices: Judged['incumbencies']): Talent['incumbency'] {
  const posts = offices.flatMap(({ post }) => TEAM.find((one) => one === post) ?? [])
  const village = offices[0]?.villageCode
  return village === undefined || posts.length === 0 ? null : { village, posts }
}

function evidenceOf(row: Judged['evidence'][number]): Evidence {
  const { id, value, strength, standing, datedOn, source, note } = row
  const criterion = row.criterion as CriterionId
  return { id, criterion, value, strength, standing, on: datedOn, source, note }
}

const TEAM: readonly Post[] = POSTS.filter((post) => COMMITTEE_OF[post] !== 'supervision')

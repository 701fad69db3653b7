import { EDUCATIONS, type Education } from '../../matching/types.ts'

type Stored = {
  education: string | null
  isFullTimeEducation: 0 | 1 | null
  fullTimeEducation: string | null
  inServiceEducation: string | null
}
export type EducationParts = {
  fullTimeEducation: Education | null
  inServiceEducation: Education | null
}

/** What was learnt full-time and in service; a record of before they were told apart has the highest alone. */
export function educationParts(row: Stored): EducationParts {
  const [fullTime, inService] = [known(row.fullTimeEducation), known(row.inServiceEducation)]
  if (fullTime !== null || inService !== null)
    return { fullTimeEducation: fullTime, inServiceEducation: inService }
  const highest = known(row.education)
  return {
    fullTimeEducation: row.isFullTimeEducation === 1 ? highest : null,
    inServiceEducation: row.isFullTimeEducation === 0 ? highest : null,
  }
}

/** The highest of the two, and whether it was full-time: what rules and targets read. */
export function educationOf({ fullTimeEducation: full, inServiceEducation: own }: EducationParts) {
  if (full === null && own === null) return { education: null, isFullTimeEducation: null }
  const isFull = rank(full) >= rank(own)
  return {
    education: isFull ? full : own,
    isFullTimeEducation: isFull ? (1 as const) : (0 as const),
  }
}

const rank = (education: Education | null) =>
  education === null ? -1 : EDUCATIONS.indexOf(education)

function known(text: string | null): Education | null {
  return EDUCATIONS.find((education) => education === text) ?? null
}

import type { Rows } from './county.ts'
import { NOW } from './county-offices.ts'
import type { Seen } from './oracle.ts'

/** Rows of every table of cultivation. */
export type CultivationRows = Pick<
  Rows,
  | 'mentorProfiles'
  | 'mentorshipProposals'
  | 'mentoringSessions'
  | 'mentorNotes'
  | 'entryAdditions'
  | 'entryFiles'
  | 'planTemplates'
  | 'cultivationPlans'
  | 'cultivationItems'
  | 'courses'
  | 'courseSessions'
  | 'courseParticipants'
  | 'courseAttendances'
  | 'trialPosts'
  | 'evaluations'
  | 'evaluationCodes'
  | 'evaluationAnswers'
  | 'appraisals'
  | 'attendances'
  | 'movements'
>
type Given = Pick<Rows, 'townships' | 'talents'>

export const HELD_ON = '2026-10-11'
export const QUARTER = '2026-Q4'
export const MONTH = '2026-10'
export const courseId = (townshipCode: string) => `${townshipCode}-course`
export const countyCourseId = (countyCode: string) => `${countyCode}-course`

/**
 * Of everybody one row or more of each; the county has a course of all, each township one of its people that its mentor
 * keeps.
 */
export function cultivationRows(
  countyCode: string,
  { townships, talents }: Given,
): CultivationRows {
  const accountId = `${countyCode}-county`
  const signed = { accountId, accountName: '某某', position: null, signedAt: NOW }
  const each = <Row>(rowOf: (of: Of) => Row) =>
    talents.map(({ id: talentId, homeVillageCode, homeTownshipCode }) =>
      rowOf({ countyCode, talentId, villageCode: homeVillageCode, townshipCode: homeTownshipCode }),
    )
  return {
    planTemplates: [
      {
        ...{
          countyCode,
          id: `${countyCode}-template`,
          name: '返乡青年',
          sources: '[]',
          posts: '[]',
        },
        ...{ items: '[]', isRetired: 0, revision: 1 },
      },
    ],
    ...mentoringRows(countyCode, accountId, { townships, each }),
    ...planRows(countyCode, accountId, each),
    ...courseRows(countyCode, accountId, { townships, each }),
    ...trialRows(accountId, each),
    appraisals: each(({ talentId }) => ({
      ...{ countyCode, id: `${talentId}-check`, talentId, kind: 'quarter' as const },
      ...{ period: QUARTER, grades: '{"tasks":"good"}', grade: 'good' as const, remarks: '' },
      ...{ ...signed, supersededAt: null },
    })),
    attendances: each(({ talentId, villageCode }) => ({
      ...{ countyCode, talentId, month: MONTH, villageCode, daysDue: 20, daysPresent: 19 },
      ...{ meetingsDue: 2, meetingsPresent: 2, remarks: '', updatedAt: NOW },
      ...{ updatedBy: accountId, revision: 1 },
    })),
    movements: each(({ talentId, villageCode }) => ({
      ...{ countyCode, id: `${talentId}-movement`, talentId, direction: 'in' as const },
      ...{ way: 'from-within', villageCode, reason: '村内选拔', decidedOn: '2026-03-01' },
      ...{ statusBefore: 'in-pool', ...signed, takenBackAt: null, takenBackBy: null },
    })),
  }
}

/** Whose photographs of meetings are seen: a mentor sees those of the own meetings. */
export function photographed({ rows, scope: { menteesOf }, people }: Seen): string[] {
  const isOwn = (id: string) =>
    rows.mentoringSessions.some((it) => it.talentId === id && it.mentorId === menteesOf)
  return [...people].filter((id) => menteesOf === undefined || isOwn(id))
}

type Of = { countyCode: string; talentId: string; villageCode: string; townshipCode: string }
type Each = <Row>(rowOf: (of: Of) => Row) => Row[]
type Places = { townships: Rows['townships']; each: Each }

function mentoringRows(countyCode: string, accountId: string, { townships, each }: Places) {
  const mentorOf = (townshipCode: string) => `${townshipCode}-mentor`
  return {
    mentorProfiles: townships.map(({ code }) => ({
      ...{ countyCode, mentorId: mentorOf(code), townshipCode: code, villageCode: null },
      ...{ talentId: null, posts: '[]', skills: '[]', menteesMax: null, revision: 1 },
    })),
    mentorshipProposals: each(({ talentId, townshipCode }) => ({
      ...{ countyCode, id: `${talentId}-proposal`, mentorId: mentorOf(townshipCode), talentId },
      ...{ reason: '同村', state: 'open' as const, mentorAnswer: null, mentorAnsweredAt: null },
      ...{ talentAnswer: null, talentAnsweredAt: null, talentAnsweredBy: null },
      ...{ proposedAt: NOW, proposedBy: accountId, endedAt: null },
    })),
    mentoringSessions: each(({ talentId, townshipCode }) => ({
      ...{ countyCode, id: `${talentId}-session`, mentorId: mentorOf(townshipCode), talentId },
      ...{ heldOn: HELD_ON, minutes: 60, way: 'talk' as const, topic: 'thought', agreed: '谈打算' },
      ...{ progress: 'some' as const, seen: '["service"]', nextOn: null, keptAt: NOW },
      ...{ createdAt: NOW, isAnother: 0 as const, takenBackAt: null, takenBackBy: null },
      takenBackReason: null,
    })),
    mentorNotes: each(({ talentId, townshipCode }) => ({
      ...{ countyCode, id: `${talentId}-note`, mentorId: mentorOf(townshipCode), talentId },
      ...{ cipher: 'sealed', createdAt: NOW, updatedAt: NOW, revision: 1 },
    })),
    entryAdditions: each(({ talentId }) => ({
      ...{ countyCode, id: `${talentId}-addition`, entryKind: 'session' as const },
      ...{ entryId: `${talentId}-session`, talentId, text: '补充', at: NOW, accountId },
    })),
    entryFiles: each(({ talentId }) => ({
      ...{ countyCode, id: `${talentId}-file`, entryKind: 'session' as const, talentId },
      ...{ entryId: `${talentId}-session`, name: '现场.jpg', media: 'image/jpeg' as const },
      ...{ size: 1200, contentHash: 'hash', addedAt: NOW, addedBy: accountId },
      ...{ removedAt: null, removedBy: null },
    })),
  }
}

function planRows(countyCode: string, accountId: string, each: Each) {
  return {
    cultivationPlans: each(({ talentId, villageCode }) => ({
      ...{ countyCode, id: `${talentId}-plan`, talentId, templateId: `${countyCode}-template` },
      ...{ villageCode, posts: '["chair"]', startsOn: '2026-01-01', endsOn: '2026-12-31' },
      ...{ state: 'active' as const, closedReason: null, closedAt: null, createdAt: NOW },
      ...{ createdBy: accountId, revision: 1 },
    })),
    cultivationItems: each(({ talentId }) => ({
      ...{ countyCode, id: `${talentId}-item`, talentId, planId: `${talentId}-plan` },
      ...{ sessionId: `${talentId}-session`, kind: 'task' as const, aim: '走访三组' },
      ...{ dueOn: '2026-11-29', evidence: '走访表', criteria: '["service"]', rules: '[]' },
      ...{ state: 'reported' as const, result: '已走访', grade: null, doneOn: '2026-11-20' },
      ...{ reportedAt: NOW, reportedBy: accountId, confirmedAt: null, confirmedBy: null },
      ...{ reason: null, createdAt: NOW, createdBy: accountId, revision: 1 },
    })),
  }
}

function courseRows(countyCode: string, accountId: string, { townships, each }: Places) {
  const course = (id: string, townshipCode: string | null) => ({
    ...{ countyCode, id, name: '电商培训', level: 'county' as const, townshipCode },
    ...{ trainerId: townshipCode && `${townshipCode}-mentor`, organiser: '组织部', place: '党校' },
    ...{ startsOn: '2026-06-18', endsOn: '2026-06-20', criteria: '["development"]' },
    ...{ state: 'finished' as const, finishedAt: NOW, cancelledReason: null, createdAt: NOW },
    ...{ createdBy: accountId, revision: 1 },
  })
  const part = (of: string) => ({
    ...{ countyCode, id: `${of}-part`, courseId: of, heldOn: '2026-06-20', fromMinute: 540 },
    ...{ hours: 6, topic: '直播', place: '党校', codeDigest: null, codeUntil: null },
  })
  const ids = [countyCourseId(countyCode), ...townships.map(({ code }) => courseId(code))]
  const taken = each(({ talentId, townshipCode }) =>
    [countyCourseId(countyCode), courseId(townshipCode)].map((of) => ({ talentId, of })),
  ).flat()
  return {
    courses: [
      course(countyCourseId(countyCode), null),
      ...townships.map(({ code }) => course(courseId(code), code)),
    ],
    courseSessions: ids.map(part),
    courseParticipants: taken.map(({ talentId, of }) => ({
      ...{ countyCode, courseId: of, talentId, result: 'passed' as const, certificate: '7号' },
      ...{ addedAt: NOW, addedBy: accountId },
    })),
    courseAttendances: taken.map(({ talentId, of }) => ({
      ...{ countyCode, courseSessionId: `${of}-part`, talentId, status: 'present' as const },
      ...{ via: 'list' as const, at: NOW, accountId },
    })),
  }
}

function trialRows(accountId: string, each: Each) {
  return {
    trialPosts: each(({ countyCode, talentId, villageCode }) => ({
      ...{ countyCode, id: `${talentId}-trial`, talentId, villageCode, duties: '协助村务' },
      ...{ kind: 'chair-assistant' as const, startsOn: '2026-06-01', endsOn: '2026-12-31' },
      ...{ state: 'running' as const, endedOn: null, grade: null, conclusion: '' },
      ...{ signedBy: null, signedName: null, signedPosition: null, signedAt: null },
      ...{ statusBefore: 'reserve' as const, superseded: '[]', countedAt: null, createdAt: NOW },
      ...{ createdBy: accountId, revision: 1 },
    })),
    evaluations: each(({ countyCode, talentId }) => ({
      ...{ countyCode, id: `${talentId}-evaluation`, trialPostId: `${talentId}-trial`, talentId },
      ...{ opensOn: '2026-11-01', closesOn: '2026-11-30', answersMin: 5 },
      ...{ state: 'open' as const, createdAt: NOW, createdBy: accountId },
    })),
    evaluationCodes: each(({ countyCode, talentId }) => ({
      ...{ countyCode, evaluationId: `${talentId}-evaluation`, digest: `${talentId}-digest` },
      ...{ audience: 'colleague' as const, isUsed: 1 as const },
    })),
    evaluationAnswers: each(({ countyCode, talentId }) => ({
      ...{ countyCode, id: `${talentId}-answer`, evaluationId: `${talentId}-evaluation` },
      ...{ audience: 'colleague' as const, isOnPaper: 0 as const, marks: '{"duties":4}' },
    })),
  }
}

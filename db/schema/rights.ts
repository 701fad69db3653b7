/** What people are told and ask for, and the audit. */

/** What people are told about their data (PIPL 17). */
export type NoticeTable = {
  countyCode: string
  version: number
  zh: string
  en: string
  createdAt: string
  createdBy: string
}

export type ConsentTable = {
  countyCode: string
  id: string
  talentId: string
  act: 'given' | 'withdrawn'
  channel: 'self' | 'paper'
  noticeVersion: number | null
  at: string
  accountId: string
}

export type CorrectionTable = {
  countyCode: string
  id: string
  talentId: string
  field: string
  proposed: string
  note: string
  state: 'open' | 'accepted' | 'refused'
  answer: string | null
  askedAt: string
  answeredAt: string | null
  answeredBy: string | null
}

/** Append-only, each entry sealed with the one before it; never a personal value. */
export type AuditEntryTable = {
  countyCode: string
  /** 1, 2, 3 … within the county. */
  sequence: number
  at: string
  /** Account, or `system`, `terminal`, `nobody`. */
  actor: string
  role: string | null
  action: string
  outcome: 'done' | 'denied' | 'failed'
  /** SHA-256 of the sorted ids that the entry is about (`audit_subjects`). */
  subjectSet: string | null
  /** JSON of the scope in which the actor acted. */
  scope: string
  reason: string | null
  policyVersion: number | null
  ruleBook: string | null
  requestId: string | null
  /** JSON of field names, versions, counts. */
  detail: string
  /** Null until the program that made the chain first starts. */
  keyVersion: number | null
  hash: string | null
}

/** The ids of a set, stored once however often they are looked at together. */
export type AuditSubjectTable = { countyCode: string; subjectSet: string; subject: string }

/** Where the chain of the county ends; its writer holds this row. */
export type AuditHeadTable = { countyCode: string; sequence: number; hash: string }

/** Who may sign in, and whom they look after or answer for. */

type Flag = 0 | 1

export type Role =
  | 'county'
  | 'township'
  | 'village'
  | 'mentor'
  | 'reviewer'
  | 'talent'
  | 'admin'
  | 'auditor'

export type AccountTable = {
  countyCode: string
  /** UUIDv7. */
  id: string
  /** Lower case, unique in the county. */
  username: string
  /** Of the holder, as signatures show it. */
  name: string
  role: Role
  /** What the holder is in the office (组织委员 …). */
  position: string | null
  /** The position for which the holder signs where a procedure names positions (`review.signers` of the policy). */
  signsAs: string | null
  /** Of role `township`. */
  townshipCode: string | null
  /** Of role `reviewer`. */
  departmentId: string | null
  /** Of role `talent`. */
  talentId: string | null
  /** `pending` waits for a county officer; `closed` never signs in again. */
  state: 'pending' | 'active' | 'closed'
  /** Argon2id as a PHC string; null once closed. */
  passwordHash: string | null
  mustChangePassword: Flag
  /** Encrypted by the keyring; null without a second factor. */
  totpSecret: string | null
  /** The last time step whose code was used, so that no code works twice. */
  totpStep: number | null
  isDemonstration: Flag
  createdAt: string
  createdBy: string
  confirmedAt: string | null
  confirmedBy: string | null
  signedInAt: string | null
  revision: number
}

/** Villages of an account of role `village`. */
export type AccountVillageTable = { countyCode: string; accountId: string; villageCode: string }

export type SessionTable = {
  countyCode: string
  /** SHA-256 of the token in the cookie. */
  id: string
  accountId: string
  /** The second factor was shown, or the account has none. */
  hasCode: Flag
  createdAt: string
  seenAt: string
  address: string | null
  agent: string | null
}

/** By keyed hash of the name that was typed, whether there is such an account or not. */
export type SignInFailureTable = {
  countyCode: string
  nameDigest: string
  failures: number
  failedAt: string
  lockedUntil: string | null
}

export type InvitationTable = {
  countyCode: string
  /** SHA-256 of the code that the person was handed. */
  id: string
  talentId: string
  createdAt: string
  createdBy: string
  expiresAt: string
  usedAt: string | null
}

export type MentorshipTable = {
  countyCode: string
  /** Account of the mentor. */
  mentorId: string
  talentId: string
  startedOn: string
  endedOn: string | null
}

/** Somebody put before a department of the joint review. */
export type ReviewCaseTable = {
  countyCode: string
  id: string
  departmentId: string
  talentId: string
  openedAt: string
  /** The department sees nobody of a closed case. */
  closedAt: string | null
  /** In whose round it is asked; null for cases older than rounds. */
  nomineeId: string | null
  dueOn: string | null
  /** Of what identifies the person and where they are proposed, as the department was shown it. */
  factsHash: string | null
  /** The answer that stands; the acts keep every one. */
  answer: 'pass' | 'objection' | 'more' | null
  answeredAt: string | null
  /** Last day on which the answer stands. */
  validUntil: string | null
}

/** `body` is JSON of the api's settings; the highest version is in force. */
export type SettingsTable = {
  countyCode: string
  version: number
  body: string
  createdAt: string
  createdBy: string
}

/** Tells the right key from a wrong one. */
export type KeyCheckTable = {
  countyCode: string
  version: number
  digest: string
  createdAt: string
}

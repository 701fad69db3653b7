import type { Database } from '../../db/schema.ts'
import type { Rows } from './county.ts'
import type { CultivationRows } from './county-cultivation.ts'
import { nomineeId, type RoundRows } from './county-rounds.ts'
import type { TermChangeRows } from './county-term-change.ts'

export const NOW = '2026-11-23T08:00:00.000Z'

export type Places = Pick<Rows, 'townships' | 'villages' | 'talents'>
type Offices = Omit<
  Rows,
  | keyof Places
  | keyof RoundRows
  | keyof CultivationRows
  | keyof TermChangeRows
  | 'counties'
  | 'posts'
  | 'skills'
  | 'needs'
  | 'policies'
  | Facts
>
type Facts =
  | 'talentSources'
  | 'talentSkills'
  | 'honours'
  | 'evidence'
  | 'departures'
  | 'familyLinks'
  | 'residenceConsents'
  | 'terms'
  | 'incumbents'

/**
 * Each township has a mentor, who looks after person a of its villages and once did after person b; the first
 * department is asked about every person a and has answered for person b.
 */
export function officeRows(countyCode: string, { townships, villages, talents }: Places): Offices {
  const word = (id: string) => ({ countyCode, id, zh: '词', en: 'Word', isRetired: 0 as const })
  const accounts = [
    account(countyCode, `${countyCode}-county`, { role: 'county' }),
    account(countyCode, `${countyCode}-village`, { role: 'village' }),
    ...townships.map(({ code }) => account(countyCode, `${code}-mentor`, { role: 'mentor' })),
  ]
  const accountId = accounts[0]!.id
  const people = talents.map(({ id }) => ({ countyCode, talentId: id }))
  const isA = (id: string) => id.endsWith('-a')
  return {
    departments: [word(`${countyCode}-first`), word(`${countyCode}-second`)],
    sources: [word('returnee')],
    reasons: [word('sentenced')],
    accounts,
    accountVillages: villages.map(({ code }) => ({
      ...{ countyCode, accountId: `${countyCode}-village`, villageCode: code },
    })),
    policyDrafts: [
      {
        ...{ countyCode, accountId, basedOn: 1, body: '{"termYears":3}', revision: 1 },
        updatedAt: NOW,
      },
    ],
    sessions: [
      {
        ...{ countyCode, id: `${countyCode}-session`, accountId, hasCode: 0 },
        ...{ createdAt: NOW, seenAt: NOW, address: null, agent: null },
      },
    ],
    signInFailures: [
      { countyCode, nameDigest: 'digest', failures: 1, failedAt: NOW, lockedUntil: null },
    ],
    notices: [
      { countyCode, version: 1, zh: '告知', en: 'Notice', createdAt: NOW, createdBy: 'it' },
    ],
    settings: [{ countyCode, version: 1, body: '{}', createdAt: NOW, createdBy: 'it' }],
    keyChecks: [{ countyCode, version: 1, digest: 'digest', createdAt: NOW }],
    mentorships: talents.map(({ id, homeTownshipCode }) => ({
      ...{ countyCode, mentorId: `${homeTownshipCode}-mentor`, talentId: id },
      ...{ startedOn: '2026-01-01', endedOn: isA(id) ? null : '2026-06-30' },
    })),
    reviewCases: talents.map(({ id }) => ({
      ...{ countyCode, id: `${id}-case`, departmentId: `${countyCode}-first`, talentId: id },
      ...{ openedAt: NOW, closedAt: isA(id) ? null : NOW },
      ...(isA(id) ? askedFor(id) : UNASKED),
    })),
    ...rights(people, accountId),
  }
}

/** Of a case that is older than rounds. */
export const UNASKED = {
  ...{ nomineeId: null, dueOn: null, factsHash: null, answer: null, answeredAt: null },
  validUntil: null,
}

export function askedFor(talentId: string) {
  return { ...UNASKED, nomineeId: nomineeId(talentId), dueOn: '2026-11-24' }
}

/** What each person has of their own: values, history, consents, wishes, an invitation. */
function rights(people: { countyCode: string; talentId: string }[], accountId: string) {
  const at = NOW
  const kept = <Row>(rowOf: (it: { countyCode: string; talentId: string; id: string }) => Row) =>
    people.map((it) => rowOf({ ...it, id: `${it.talentId}-row` }))
  return {
    privateFields: people.map((it) => ({
      ...it,
      field: 'phone' as const,
      cipher: `${it.talentId}-cipher`,
      digest: 'digest',
    })),
    talentTags: people.map((it) => ({ ...it, tag: '青年' })),
    relatives: kept((it) => ({
      ...{ ...it, relation: '父亲', name: '宋建军', bornOn: '1965-03', politicalStatus: '群众' },
      ...{ work: '务农', linkedId: null, refusedIds: '[]' },
    })),
    talentHistory: kept((it) => ({
      ...{ ...it, field: 'occupation', before: '务农', after: '经商', at, accountId },
    })),
    consents: kept((it) => ({
      ...{
        ...it,
        act: 'given' as const,
        channel: 'paper' as const,
        noticeVersion: 1,
        at,
        accountId,
      },
    })),
    corrections: kept((it) => ({
      ...{ ...it, field: 'education', proposed: '本科', note: '附证书', state: 'open' as const },
      ...{ answer: null, askedAt: at, answeredAt: null, answeredBy: null },
    })),
    invitations: kept((it) => ({
      ...{ ...it, createdAt: at, createdBy: accountId, expiresAt: '2026-12-23T08:00:00.000Z' },
      usedAt: null,
    })),
  }
}

/** An active account with a password, named by its id. */
export function account(
  countyCode: string,
  id: string,
  own: Partial<Database['accounts']>,
): Database['accounts'] {
  return {
    ...{ countyCode, id, username: id, name: '周晓岚', role: 'county', position: null },
    ...{ signsAs: null, townshipCode: null, departmentId: null, talentId: null, state: 'active' },
    ...{ passwordHash: '$argon2id$', mustChangePassword: 0, totpSecret: null, totpStep: null },
    ...{ isDemonstration: 0, createdAt: NOW, createdBy: 'system' },
    ...{ confirmedAt: NOW, confirmedBy: 'system', signedInAt: null, revision: 1 },
    ...own,
  }
}

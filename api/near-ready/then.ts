import type { Context } from 'hono'
import { listConsentsChanged, listEntryTimes, listRuleFactChanges } from '../../db/near-ready.ts'
import type {
  Education,
  PartyStatus,
  Prospect,
  Qualification,
  Talent,
  Willingness,
} from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { educationOf, educationParts } from '../portrait/education.ts'
import { type Cultivated, goingOn } from './prospects.ts'

type Changes = Awaited<ReturnType<typeof listRuleFactChanges>>
type Consents = Awaited<ReturnType<typeof listConsentsChanged>>

/**
 * People as the record had them at an instant: facts that were changed since are what they were, training that was
 * confirmed since is open, items that were given since are left out. Only people of whom such a thing changed; nobody who
 * was entered since, of whom nothing was known.
 */
export async function prospectsThen(
  c: Context<Env>,
  people: readonly Cultivated[],
  since: string,
): Promise<Map<string, Prospect>> {
  const { db, scope } = c.var
  const fields = [...Object.keys(READ), ...PARTS]
  const facts = byTalent(await listRuleFactChanges(db, scope, { since, fields }))
  const consents = byTalent(await listConsentsChanged(db, scope, since))
  const moved = people.filter(
    ({ prospect: { talent }, items }) =>
      facts.has(talent.id) ||
      consents.has(talent.id) ||
      items.some(({ state }) => state === 'done'),
  )
  const ids = moved.map(({ prospect }) => prospect.talent.id)
  const times = new Map((await listEntryTimes(db, scope, ids)).map((one) => [one.id, one]))
  const isOld = (id: string) => (times.get(id)?.createdAt ?? '') < since
  return new Map(
    moved.flatMap(({ prospect, items }) => {
      const { id } = prospect.talent
      if (!isOld(id)) return []
      const [changes, answers] = [facts.get(id), consents.get(id)]
      const known = items.filter(({ createdAt }) => createdAt < since)
      const asked = known.flatMap((item) =>
        goingOn(item.state === 'done' ? { ...item, state: 'open' } : item),
      )
      const own = new Set(items.map((item) => item.id))
      const trials = prospect.items.filter((item) => !own.has(item.id))
      const talent = talentThen(prospect.talent, changes ?? [], answers ?? [], since)
      return [[id, { ...prospect, talent, items: [...asked, ...trials] }] as const]
    }),
  )
}

/** What was changed since, undone from the latest on. */
function talentThen(talent: Talent, changes: Changes, consents: Consents, since: string): Talent {
  const then: Talent = { ...talent, ...consentThen(consents, since) }
  for (const { field, before } of changes) {
    const read = READ[field as keyof typeof READ]
    if (read) Object.assign(then, read(before))
  }
  return { ...then, ...educationThen(changes) }
}

function consentThen(consents: Consents, since: string): Partial<Talent> {
  if (consents.length === 0) return {}
  return { consent: consents.find(({ at }) => at < since)?.act ?? null }
}

/** The higher of what was learnt full-time and in service, of which one at least was another. */
function educationThen(changes: Changes): Partial<Talent> {
  const [latest] = changes
  if (!latest || !changes.some(({ field }) => PARTS.includes(field))) return {}
  const parts: Record<string, Education | null> = educationParts(latest)
  for (const { field, before } of changes)
    if (PARTS.includes(field)) parts[field] = before as Education | null
  const { education, isFullTimeEducation: full } = educationOf(parts as Parts)
  return { education, isFullTimeEducation: full === null ? null : full === 1 }
}
type Parts = Parameters<typeof educationOf>[0]

const PARTS = ['fullTimeEducation', 'inServiceEducation']

/** Values as the history keeps them. */
const READ: Record<string, (before: string | null) => Partial<Talent>> = {
  bornOn: (bornOn) => ({ bornOn }),
  sex: (sex) => ({ sex: sex as Talent['sex'] }),
  education: (education) => ({ education: education as Education | null }),
  partyStatus: (partyStatus) => ({ partyStatus: partyStatus as PartyStatus | null }),
  willingness: (willingness) => ({ willingness: willingness as Willingness | null }),
  experienceYears: (years) => ({ experienceYears: years === null ? null : Number(years) }),
  isFit: (isFit) => ({ isFit: isFit === null ? null : isFit === 'true' }),
  isNewSocialWorker: (isNew) => ({ isNewSocialWorker: isNew === 'true' }),
  hasOutstandingContribution: (has) => ({ hasOutstandingContribution: has === 'true' }),
  qualifications: (list) => ({
    qualifications: list === null || list === '' ? [] : (list.split('、') as Qualification[]),
  }),
}

const byTalent = <Row extends { talentId: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ talentId }) => talentId)

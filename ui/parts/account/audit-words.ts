import { briefName } from '../../names.ts'
import type { AuditEntry, AuditPage } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { State } from '../mark.tsx'
import { factName } from './audit-actions.ts'

type Actors = AuditPage['actors']

export const SPECIAL_ACTORS = ['system', 'terminal', 'nobody'] as const

export const OUTCOME_STATES: Record<AuditEntry['outcome'], State> = {
  done: 'met',
  denied: 'missed',
  failed: 'weak',
}

/** Who did it: name and user name; people of the pool are named nowhere in the log. */
export function actorName(id: string, actors: Actors): string {
  const special = SPECIAL_ACTORS.find((one) => one === id)
  if (special) return t().audit.actors[special]
  const actor = actors.find((one) => one.id === id)
  if (!actor) return shortId(id)
  return actor.name ? `${briefName(actor.name)} ${actor.username}` : actor.username
}

/** What it was about, as far as the auditor may know: accounts by name, people by id. */
export function subjectName(id: string, actors: Actors): string {
  return actors.some((one) => one.id === id)
    ? t().audit.accountOf(actorName(id, actors))
    : `${t().audit.person} ${id}`
}

export function subjectsInShort({ subjects, subjectCount }: AuditEntry, actors: Actors): string {
  const [first] = subjects
  if (first === undefined) return t().dash
  if (subjectCount > 1) return t().audit.subjects(subjectCount)
  return actors.some((one) => one.id === first)
    ? t().audit.accountOf(actorName(first, actors))
    : `${t().audit.person} ${shortId(first)}`
}

/** Facts of an entry in the order in which they were told. */
export function factsIn(
  facts: Record<string, unknown>,
  actors: Actors,
): [name: string, value: string][] {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [factName(name), valueWords(name, value, actors)])
}

function valueWords(name: string, value: unknown, actors: Actors): string {
  if (typeof value === 'boolean') return value ? t().yes : t().no
  if (Array.isArray(value))
    return value.map((one) => valueWords(name, one, actors)).join(t().comma) || t().dash
  if (typeof value === 'object' && value !== null)
    return factsIn(value as Record<string, unknown>, actors)
      .map(([inner, words]) => `${inner} ${words}`)
      .join(t().clause)
  return codeWords(name, String(value), actors)
}

function codeWords(name: string, code: string, actors: Actors): string {
  if (name === 'role') return roleName(code)
  const codes: Record<string, string> = t().audit.codes
  return codes[code] ?? (actors.some(({ id }) => id === code) ? actorName(code, actors) : code)
}

export function roleName(role: string | null): string {
  const names: Record<string, string> = t().role
  return role === null ? t().dash : (names[role] ?? role)
}

/** The end of an id tells it from others made in the same moment. */
const shortId = (id: string) => (id.length > 12 ? `…${id.slice(-8)}` : id)

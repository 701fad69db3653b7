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
export function factsIn(facts: Record<string, unknown>): [name: string, value: string][] {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [factName(name), valueWords(value)])
}

function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? t().yes : t().no
  if (Array.isArray(value)) return value.map(valueWords).join(t().comma) || t().dash
  if (typeof value !== 'object' || value === null) return String(value)
  return factsIn(value as Record<string, unknown>)
    .map(([name, words]) => `${name} ${words}`)
    .join(t().clause)
}

/** The end of an id tells it from others made in the same moment. */
const shortId = (id: string) => (id.length > 12 ? `…${id.slice(-8)}` : id)

import { createSignal, onCleanup } from 'solid-js'
import type { Grade } from '../../checks.ts'
import type { Aspect } from './aspects.ts'

/** What somebody filled in about one person and did not sign yet. Not answered is left out; null is 'not known'. */
export type Draft = {
  name: string
  grades: Record<string, string | null>
  grade: Grade | null
  remarks: string
  /** What stood when it was begun, which signing takes the place of. */
  instead: string | null
}
/** What stands of a person and period. */
export type Standing = {
  id: string
  grades: Record<string, string | null>
  grade: Grade | null
  remarks: string
}
export type Filled = { id: string; name: string; standing: Standing | null }
export type Drafts = ReturnType<typeof createDrafts>

const PREFIX = 'yanzhen.drafts.'

/**
 * Drafts of one account and period, kept on this computer as they are typed: a reload loses nothing, and a second window
 * shows the same. Those of another account are wiped.
 */
export function createDrafts(account: string, sheet: string) {
  const key = `${PREFIX}${account}.${sheet}`
  wipeOthers(account)
  const [all, setAll] = createSignal(read(key), { equals: false })
  const follow = (event: StorageEvent) => event.key === key && setAll(read(key))
  window.addEventListener('storage', follow)
  onCleanup(() => window.removeEventListener('storage', follow))
  /** Another window may have written meanwhile: only the one person is replaced. */
  const write = (change: (drafts: Map<string, Draft>) => void) => {
    const drafts = read(key)
    change(drafts)
    localStorage.setItem(key, JSON.stringify([...drafts]))
    setAll(drafts)
  }
  return {
    all,
    of: (id: string) => all().get(id),
    set: (person: Filled, change: Partial<Draft>) =>
      write((drafts) => {
        const before = drafts.get(person.id) ?? begun(person)
        drafts.set(person.id, { ...before, ...change })
      }),
    setMany: (people: readonly Filled[], change: (before: Draft, id: string) => Draft) =>
      write((drafts) => {
        for (const one of people)
          drafts.set(one.id, change(drafts.get(one.id) ?? begun(one), one.id))
      }),
    forget: (...ids: string[]) =>
      write((drafts) => {
        for (const id of ids) drafts.delete(id)
      }),
  }
}

/** What is shown and changed of a person: what was filled in, else what stands, else nothing. */
export function answerOf(draft: Draft | undefined, standing: Standing | null) {
  return draft ?? standing ?? { grades: {}, grade: null, remarks: '' }
}

type Answer = Pick<Draft, 'grades' | 'grade'>

export function answerTo({ grades, grade }: Answer, { id, isOverall }: Aspect) {
  return isOverall ? (grade ?? undefined) : grades[id]
}

/** Aspects that nobody answered yet. */
export const lacking = (answer: Answer, aspects: readonly Aspect[]) =>
  aspects.filter((aspect) => answerTo(answer, aspect) === undefined)

/** The draft with one answer more. */
export function answered(answer: Answer, { id, isOverall }: Aspect, value: string | null) {
  return isOverall
    ? { grades: answer.grades, grade: value as Grade | null }
    : { grades: { ...answer.grades, [id]: value }, grade: answer.grade }
}

/** Somebody signed since the draft was begun. */
export const isConflict = (draft: Draft | undefined, standing: Standing | null) =>
  draft !== undefined && draft.instead !== (standing?.id ?? null)

function begun({ name, standing }: Filled): Draft {
  const { grades = {}, grade = null, remarks = '' } = standing ?? {}
  return { name, grades: { ...grades }, grade, remarks, instead: standing?.id ?? null }
}

function read(key: string): Map<string, Draft> {
  try {
    return new Map(JSON.parse(localStorage.getItem(key) ?? '[]') as [string, Draft][])
  } catch {
    return new Map()
  }
}

function wipeOthers(account: string): void {
  const others = Object.keys(localStorage).filter(
    (key) => key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${account}.`),
  )
  for (const key of others) localStorage.removeItem(key)
}

import { v7 as newId } from 'uuid'
import type { Draft } from '../edit/draft.ts'
import { EMPTY } from './register-fields.ts'

/** Stay in the form alone: nothing of them is written down before they are stored. */
const NEVER_KEPT = ['idNumber', 'phone'] as const
const keyOf = (account: string) => `yanzhen.register.${account}`

export type Kept = { id: string; draft: Draft; isOld: boolean }

/** What was typed before the page was left by mistake, in this tab, under the id that it would be entered by. */
export function keptDraft(account: string): Kept {
  const blank = { id: newId(), draft: EMPTY, isOld: false }
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(account)) ?? 'null')
    if (!isKept(kept)) return blank
    return { id: kept.id, draft: { ...EMPTY, ...kept.draft }, isOld: true }
  } catch {
    return blank
  }
}

export function keepDraft(account: string, id: string, draft: Draft) {
  const kept = Object.fromEntries(
    Object.entries(draft).filter(([field]) => !NEVER_KEPT.some((never) => never === field)),
  )
  sessionStorage.setItem(keyOf(account), JSON.stringify({ id, draft: kept }))
}

export function forgetDraft(account: string) {
  sessionStorage.removeItem(keyOf(account))
}

function isKept(value: unknown): value is { id: string; draft: Draft } {
  return typeof value === 'object' && value !== null && 'id' in value && 'draft' in value
}

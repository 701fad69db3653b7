import { createSignal } from 'solid-js'
import type { AnswerBody, AnswerKind } from '../../cases.ts'

type Draft = { answer: AnswerKind | null; code: string; note: string }

const NOTHING: Draft = { answer: null, code: '', note: '' }
/** What was chosen and typed about each person, while the page lives: another look loses nothing. */
const drafts = new Map<string, Draft>()

export function createDraft(nominee: string) {
  const [value, setValue] = createSignal(drafts.get(nominee) ?? NOTHING)
  return {
    value,
    set: (change: Partial<Draft>) => drafts.set(nominee, setValue({ ...value(), ...change })),
    forget: () => void drafts.delete(nominee),
  }
}

/** What lacks. */
export function faultOf({ answer, note }: Draft): 'answer' | 'note' | null {
  if (answer === null) return 'answer'
  return answer === 'more' && note.trim() === '' ? 'note' : null
}

/** As it is sent, once it is whole: what belongs to another answer stays behind. */
export function bodyOf(draft: Draft): AnswerBody | null {
  const { answer, code, note } = draft
  if (answer === null || faultOf(draft) !== null) return null
  return {
    answer,
    code: answer === 'objection' && code !== '' ? code : null,
    note: answer === 'more' ? note.trim() : '',
  }
}

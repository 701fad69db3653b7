import { createSignal } from 'solid-js'
import type { CultivationItem, CultivationPlan } from '../../cultivation-plan.ts'

export type Actable = Pick<
  CultivationItem,
  | 'id'
  | 'revision'
  | 'kind'
  | 'aim'
  | 'dueOn'
  | 'evidence'
  | 'criteria'
  | 'rules'
  | 'state'
  | 'result'
  | 'doneOn'
  | 'reportedAt'
  | 'reportedBy'
>
export type ItemAct = 'report' | 'finish' | 'confirm' | 'return' | 'change' | 'drop' | 'reopen'
type Doing =
  | { act: ItemAct; talent: string; item: Actable }
  | { act: 'add'; talent: string; name: string }
  | { act: 'plan' | 'close'; talent: string; plan: CultivationPlan }
export type Acting = ReturnType<typeof createActing>

/** What is being done in a dialog of a page, and what was done last. */
export function createActing() {
  const [doing, setDoing] = createSignal<Doing | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  return {
    ...{ doing, said },
    start: (next: Doing) => {
      setSaid(null)
      setDoing(next)
    },
    cancel: () => void setDoing(null),
    done: (text: string) => {
      setSaid(text)
      setDoing(null)
    },
    say: (text: string | null) => void setSaid(text),
  }
}

/** What may be done with an item: by an office that keeps it, or by who may only report. The first stands as a button. */
export function actsOf(
  { state }: Pick<CultivationItem, 'state'>,
  { mayWrite, mayReport }: { mayWrite: boolean; mayReport: boolean },
): ItemAct[] {
  if (!mayWrite) return mayReport && state === 'open' ? ['report'] : []
  if (state === 'open') return ['finish', 'change', 'drop']
  return state === 'reported' ? ['confirm', 'return', 'drop'] : ['reopen']
}

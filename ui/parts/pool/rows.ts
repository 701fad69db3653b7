import { createSignal } from 'solid-js'
import type { Hit } from '../../types.ts'
import { t } from '../../words/index.ts'
import { cellText, columnName } from './columns.ts'
import { type Pool, usePool } from './context.ts'

export type Rows = ReturnType<typeof createRows>

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** The row that the keyboard is on, and what its keys do. */
export function createRows() {
  const pool = usePool()
  const [chosen, setCurrent] = createSignal('')
  const current = () => {
    const people = pool.people()
    return people.some(({ id }) => id === chosen()) ? chosen() : (people[0]?.id ?? '')
  }
  const hit = () => pool.people().find(({ id }) => id === current())
  function onKey(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    const step = STEPS[event.key]
    if (step && !event.altKey && !event.ctrlKey) {
      event.preventDefault()
      go(event.currentTarget, step)
    } else if (isToggle(event)) {
      event.preventDefault()
      const now = hit()
      if (now) pool.selection.toggle(now)
    }
  }
  function go(body: HTMLElement, step: (at: number, last: number) => number) {
    const people = pool.people()
    const at = people.findIndex(({ id }) => id === current())
    const next = people[step(at, people.length - 1)]
    if (!next) return
    setCurrent(next.id)
    body.querySelector<HTMLElement>(`[data-person="${CSS.escape(next.id)}"] a`)?.focus()
  }
  return { current, setCurrent, onKey, copy: (event: ClipboardEvent) => copy(pool, hit(), event) }
}

/** Space on a name, which a link leaves unused, and Alt+C. */
function isToggle(event: KeyboardEvent): boolean {
  if (event.altKey) return event.code === 'KeyC'
  const isName = event.target instanceof HTMLAnchorElement
  return isName && event.key === ' ' && !event.ctrlKey && !event.metaKey
}

/** The chosen rows, or else the one the keyboard is on, as a spreadsheet takes them; marked text goes as it is. */
function copy(pool: Pool, current: Hit | undefined, event: ClipboardEvent) {
  if (!window.getSelection()?.isCollapsed) return
  const chosen = pool.people().filter(({ id }) => pool.selection.has(id))
  const rows = chosen.length > 0 ? chosen : current ? [current] : []
  const columns = pool.columns.shown()
  const lines = [
    columns.map(columnName),
    ...rows.map((hit) => columns.map((id) => cellText(id, hit))),
  ]
  event.clipboardData?.setData('text/plain', lines.map((line) => line.join('\t')).join('\n'))
  event.preventDefault()
  pool.say(t().pool.result.copied(rows.length))
}

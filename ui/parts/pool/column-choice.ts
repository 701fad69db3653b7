import { createSignal } from 'solid-js'
import { useSession } from '../../session.ts'
import type { useAddress } from './address.ts'

/** Columns to choose from, in the order in which they stand at first. The name is always there. */
export const COLUMNS = [
  'sex',
  'age',
  'party',
  'education',
  'place',
  'skills',
  'status',
  'readiness',
  'updated',
  'sources',
  'bornOn',
  'willingness',
  'tags',
] as const
/** Columns that come with a way of searching. */
export const MODES = ['why', 'eligibility', 'fit', 'likeness'] as const

export type ChoosableColumn = (typeof COLUMNS)[number]
export type ColumnId = 'name' | ChoosableColumn | (typeof MODES)[number]
export const DENSITIES = ['compact', 'standard', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

type Kept = { order: ChoosableColumn[]; hidden: ChoosableColumn[]; density: Density }

const AT_FIRST: Kept = {
  order: [...COLUMNS],
  hidden: ['sources', 'bornOn', 'willingness', 'tags'],
  density: 'standard',
}

/** Order, choice and density of the table, kept for each user of this computer. */
export function createColumns(address: ReturnType<typeof useAddress>) {
  const { account } = useSession()
  const key = `yanzhen.pool.columns.${account().id}`
  const [kept, setKept] = createSignal(read(localStorage.getItem(key)))
  const change = (next: Partial<Kept>) => {
    setKept({ ...kept(), ...next })
    localStorage.setItem(key, JSON.stringify(kept()))
  }
  const isShown = (id: ChoosableColumn) => !kept().hidden.includes(id)
  return {
    order: () => kept().order,
    isShown,
    density: () => kept().density,
    setDensity: (density: Density) => change({ density }),
    toggle: (id: ChoosableColumn) =>
      change({
        hidden: isShown(id) ? [...kept().hidden, id] : kept().hidden.filter((one) => one !== id),
      }),
    move: (id: ChoosableColumn, by: -1 | 1) => change({ order: moved(kept().order, id, by) }),
    reset: () => change({ order: AT_FIRST.order, hidden: AT_FIRST.hidden }),
    /** As the table stands: the name, why somebody is found, what was chosen, what a way of searching adds. */
    shown: (): ColumnId[] => [
      'name',
      ...(address.text('q') ? (['why'] as const) : []),
      ...(address.seat() ? (['eligibility', 'fit'] as const) : []),
      ...(address.text('like') ? (['likeness'] as const) : []),
      ...kept().order.filter(isShown),
    ],
  }
}

function moved(order: readonly ChoosableColumn[], id: ChoosableColumn, by: -1 | 1) {
  const at = order.indexOf(id)
  const next = order.filter((one) => one !== id)
  next.splice(Math.max(0, at + by), 0, id)
  return next
}

/** What an earlier version kept is brought to the columns of now. */
function read(text: string | null): Kept {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<Kept>
    const order = (kept.order ?? AT_FIRST.order).filter((one) => COLUMNS.includes(one))
    const hidden = (kept.hidden ?? AT_FIRST.hidden).filter((one) => COLUMNS.includes(one))
    const density = DENSITIES.find((one) => one === kept.density) ?? AT_FIRST.density
    return { order: [...order, ...COLUMNS.filter((one) => !order.includes(one))], hidden, density }
  } catch {
    return AT_FIRST
  }
}

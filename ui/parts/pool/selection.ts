import { createSignal } from 'solid-js'
import { useSession } from '../../session.ts'
import type { Person } from '../../types.ts'

/** What the tray shows of somebody. */
export type Chosen = Pick<Person, 'id' | 'name' | 'sex' | 'age' | 'homeVillage'>

/** People side by side. */
export const MOST_COMPARED = 4
export const LEAST_COMPARED = 2

/** In memory alone, in the order of choosing: it outlives the pages of a list, not the program, nor another account. */
const [kept, setKept] = createSignal<{ account: string; people: readonly Chosen[] }>({
  account: '',
  people: [],
})

export type Selection = ReturnType<typeof useSelection>

export function useSelection() {
  const { account } = useSession()
  const people = () => (kept().account === account().id ? kept().people : [])
  const set = (next: readonly Chosen[]) => setKept({ account: account().id, people: next })
  const has = (id: string) => people().some((one) => one.id === id)
  const drop = (ids: readonly string[]) => set(people().filter(({ id }) => !ids.includes(id)))
  const add = (more: readonly Chosen[]) =>
    set([...people(), ...more.filter(({ id }) => !has(id)).map(brief)])
  return {
    people,
    has,
    add,
    drop,
    ids: () => people().map(({ id }) => id),
    toggle: (person: Chosen) => (has(person.id) ? drop([person.id]) : add([person])),
    clear: () => set([]),
  }
}

const brief = ({ id, name, sex, age, homeVillage }: Chosen): Chosen => ({
  id,
  name,
  sex,
  age,
  homeVillage,
})

export const comparisonHref = (ids: readonly string[], seat?: string) =>
  `/comparison?${new URLSearchParams({ ids: ids.join(','), ...(seat && { seat }) })}`

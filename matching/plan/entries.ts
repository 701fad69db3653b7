import { postsOfPattern } from '../pattern.ts'
import { POSTS, TIERS } from '../types.ts'
import { trackedBy, villagesInReach } from './layout.ts'
import type { Column, Master } from './master.ts'

/** What a column has in a row. */
export type Entry = readonly [row: number, value: number]

/** What a choice has in the rows of its village: seats, targets, kin. */
export function ownEntries(
  { instance, layout, rowOfClique }: Master,
  { pair, pattern }: Column,
): Entry[] {
  const village = instance.village[pair]!
  const person = instance.person[pair]!
  return [
    ...postsOfPattern[pattern]!.map((post): Entry => [POSTS.length * village + post, 1]),
    ...formEntries({ instance, layout }, { pair, pattern }, layout.formsOfVillage[village]!),
    ...instance.cliquesOfPerson[person]!.map(
      (clique): Entry => [rowOfClique.get(clique * instance.problem.villages.length + village)!, 1],
    ),
  ]
}

/** What a choice has in the rows that villages share: targets of the whole, free people, its person. */
export function sharedEntries(master: Master, { pair, pattern }: Column): Entry[] {
  const { instance, layout, rowOfPerson } = master
  const person = instance.person[pair]!
  const here = layout.hereRows[instance.village[pair]!]!
  return [
    ...formEntries(master, { pair, pattern }, layout.planForms),
    ...here.flatMap(({ row, people }): Entry[] => (people.has(person) ? [[row, -1]] : [])),
    [rowOfPerson[person]!, 1],
  ]
}

export function formMiss({ instance, layout }: Master, form: number): Entry[] {
  const tier = TIERS.indexOf(instance.forms[form]!.tier)
  return [
    [layout.formRow + form, 1],
    [layout.tierRow + tier, 1],
  ]
}

export function freeMiss({ instance, layout }: Master, position: number): Entry[] {
  const tier = TIERS.indexOf(instance.availability[layout.liveFree[position]!]!.tier)
  return [
    [layout.freeRow + position, -1],
    [layout.tierRow + tier, 1],
  ]
}

export function trackedEntries({ instance, layout, rowOfPerson }: Master): Entry[][] {
  const rowsOf = new Map<number, number[]>(layout.tracked.map((person) => [person, []]))
  const places = villagesInReach(instance)
  layout.liveFree.forEach((index, position) => {
    for (const person of trackedBy(instance.availability[index]!, places))
      rowsOf.get(person)!.push(layout.freeRow + position)
  })
  return layout.tracked.map((person) => [
    ...rowsOf.get(person)!.map((row): Entry => [row, 1]),
    [rowOfPerson[person]!, -1],
  ])
}

function formEntries(
  { instance, layout }: Pick<Master, 'instance' | 'layout'>,
  { pair, pattern }: Column,
  forms: readonly number[],
): Entry[] {
  const member = instance.members[instance.person[pair]!]!
  return forms.flatMap((form): Entry[] => {
    const value = layout.weights[form]![pattern]! * instance.forms[form]!.perMember(member)
    return value === 0 ? [] : [[layout.formRow + form, value]]
  })
}

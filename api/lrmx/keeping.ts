import type { RelativeFacts } from '../../db/relatives.ts'
import { type ElementName, isElementName } from './elements.ts'
import { changedRelative, isSameRelative, itemOf, relativesOf } from './family.ts'
import { FIELDS, FORM_FIELDS, type FormField, isKnown } from './fields.ts'
import type { Form } from './reading.ts'
import { childrenOf, type Element, textOf } from './tree.ts'
import type { FormPerson, Known } from './types.ts'

/**
 * What of a form is kept beside the portrait: all elements in their order, of those that the portrait has only what it
 * would not write in the same words. Health, number and photograph were taken out before.
 */
export function keptOf(form: Form, person: FormPerson): Form {
  const texts = textsOf(form)
  const seen = new Set<string>()
  const content = childrenOf(form).map((element): Element => {
    const isFirst = !seen.has(element.name)
    seen.add(element.name)
    if (!isFirst) return element
    if (element.name === 'JiaTingChengYuan')
      return { ...element, content: keptItems(element, person.relatives) }
    const field = fieldOf(element.name)
    return field && !isWorthKeeping(field, texts, person.row)
      ? { ...element, content: [] }
      : element
  })
  return { ...form, content }
}

/** Texts of the first element of each name. */
export function textsOf(form: Form): Map<string, string> {
  const first = childrenOf(form).toReversed()
  return new Map(first.map((element) => [element.name, textOf(element)]))
}

/** What a field of a form says, and in which words. */
export function readField(field: FormField, texts: ReadonlyMap<string, string>) {
  return FIELDS[field].read(...FIELDS[field].elements.map((element) => texts.get(element) ?? ''))
}

/** Words of the form for what the portrait knows as well, or nothing is known of: they are written as they came. */
export function stands(
  field: FormField,
  texts: ReadonlyMap<string, string>,
  known: Known,
): boolean {
  const read = readField(field, texts)
  if (read === null) return false
  if ('values' in read) return isKnown(field, read.values, known)
  return FIELDS[field].write(known).every((text) => text === '')
}

export function fieldOf(element: string): FormField | undefined {
  return FORM_FIELDS.find((field) => FIELDS[field].elements.includes(element as ElementName))
}

function isWorthKeeping(
  field: FormField,
  texts: ReadonlyMap<string, string>,
  known: Known,
): boolean {
  if (!stands(field, texts, known)) return false
  const written = FIELDS[field].write(known)
  return FIELDS[field].elements.some((element, at) => (texts.get(element) ?? '') !== written[at])
}

/** Rows that the portrait could not write in the same words, or that it does not take at all. */
function keptItems(family: Element, relatives: readonly RelativeFacts[]): Element[] {
  return relativesOf(family)
    .filter(({ item, facts }) => {
      if (facts === null) return true
      const same = relatives.find((one) => isSameRelative(facts, one))
      return same !== undefined && saysTheSame(facts, same) && !isWritten(item, same)
    })
    .map(({ item }) => item)
}

export function saysTheSame(said: RelativeFacts, known: RelativeFacts): boolean {
  const isMore = (field: keyof RelativeFacts) => said[field] === null && known[field] !== null
  return (
    Object.keys(changedRelative(said, known)).length === 0 &&
    !isMore('politicalStatus') &&
    !isMore('work')
  )
}

function isWritten(item: Element, known: RelativeFacts): boolean {
  return JSON.stringify(item) === JSON.stringify(itemOf(known))
}

export const isOfForm = (name: string) => !isElementName(name) || fieldOf(name) === undefined

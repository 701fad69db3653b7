import type { RelativeFacts } from '../../db/relatives.ts'
import { dayText } from './days.ts'
import { ELEMENT_NAMES, type ElementName, FORM_VERSION, isElementName } from './elements.ts'
import { isSameRelative, itemOf, relativesOf } from './family.ts'
import { FIELDS } from './fields.ts'
import { fieldOf, saysTheSame, stands, textsOf } from './keeping.ts'
import type { Form } from './reading.ts'
import { childrenOf, type Element, plainElement } from './tree.ts'
import type { FormPerson } from './types.ts'

export type Filling = {
  person: FormPerson
  /** What an earlier form said beside the portrait. */
  kept: Form | null
  /** The day by which the policy counts ages. */
  referenceOn: string
  today: string
  /** Who fills it in. */
  by: string
  idNumber: string | null
  photograph: Uint8Array | null
}

/**
 * A form by what the portrait knows now, with what an earlier one said beside it: all elements of the form in its order,
 * unknown ones after that which they followed.
 */
export function fill(filling: Filling): Form {
  const elements = filling.kept ? childrenOf(filling.kept) : []
  const own = new Map(elements.toReversed().map((element) => [element.name, element]))
  const others = followersOf(elements)
  const content = [
    ...(others.get('') ?? []),
    ...ELEMENT_NAMES.flatMap((name) => [
      elementOf(name, own.get(name), filling),
      ...(others.get(name) ?? []),
    ]),
  ]
  return { name: 'Person', attributes: filling.kept?.attributes ?? {}, content }
}

/** Elements that the form does not know, or has once more, by the known one before them. */
function followersOf(elements: readonly Element[]): Map<string, Element[]> {
  const followers = new Map<string, Element[]>()
  const seen = new Set<string>()
  let before = ''
  for (const element of elements) {
    if (isElementName(element.name) && !seen.has(element.name)) {
      seen.add(element.name)
      before = element.name
    } else followers.set(before, [...(followers.get(before) ?? []), element])
  }
  return followers
}

function elementOf(name: ElementName, kept: Element | undefined, filling: Filling): Element {
  const attributes = kept?.attributes ?? {}
  const text = OF_US[name]?.(filling)
  if (text !== undefined) return { ...plainElement(name, text), attributes }
  if (name === 'JiaTingChengYuan')
    return { name, attributes, content: itemsOf(kept, filling.person.relatives) }
  const field = fieldOf(name)
  if (field) return ofPortrait(name, kept, filling)
  if (kept && kept.content.length > 0) return kept
  return { ...plainElement(name, DEFAULTS[name]?.(filling) ?? ''), attributes }
}

function ofPortrait(name: ElementName, kept: Element | undefined, filling: Filling): Element {
  const field = fieldOf(name)!
  const { row } = filling.person
  const texts = filling.kept ? textsOf(filling.kept) : new Map<string, string>()
  if (kept && stands(field, texts, row)) return kept
  const { elements, write } = FIELDS[field]
  const text = write(row)[elements.indexOf(name)] ?? ''
  return { ...plainElement(name, text), attributes: kept?.attributes ?? {} }
}

/** Relatives of the portrait in their order, in the words of the form where they say the same; then rows of it alone. */
function itemsOf(family: Element | undefined, relatives: readonly RelativeFacts[]): Element[] {
  const rows = relativesOf(family)
  const items = relatives.map((known) => {
    const same = rows.find(
      ({ facts }) => facts && isSameRelative(facts, known) && saysTheSame(facts, known),
    )
    return same?.item ?? itemOf(known)
  })
  return [...items, ...rows.filter(({ facts }) => facts === null).map(({ item }) => item)]
}

type Text = (filling: Filling) => string

/** What no earlier form decides. Health is never written (decision 23). */
const OF_US: Partial<Record<ElementName, Text>> = {
  JianKangZhuangKuang: () => '',
  JiSuanNianLingShiJian: ({ referenceOn }) => dayText(referenceOn),
  ShenFenZheng: ({ idNumber }) => idNumber ?? '',
  ZhaoPian: ({ photograph }) =>
    photograph === null ? '' : Buffer.from(photograph).toString('base64'),
}

const DEFAULTS: Partial<Record<ElementName, Text>> = {
  TianBiaoShiJian: ({ today }) => dayText(today),
  TianBiaoRen: ({ by }) => by,
  Version: () => FORM_VERSION,
}

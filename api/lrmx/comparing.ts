import type { RelativeFacts } from '../../db/relatives.ts'
import type { Words } from '../../matching/types.ts'
import { wordsOfElement } from './elements.ts'
import { changedRelative, isSameRelative, relativesOf } from './family.ts'
import { FIELDS, FORM_FIELDS, type FormField, isKnown } from './fields.ts'
import { isOfForm, readField, textsOf } from './keeping.ts'
import type { Form } from './reading.ts'
import { childrenOf, textOf } from './tree.ts'
import type { FormPerson } from './types.ts'

/** Beside the portrait: the same, known to the form alone, something else, or nothing that can be taken. */
export type State = 'same' | 'new' | 'other' | 'unreadable'
export type FieldBeside = {
  field: FormField
  form: string
  pool: string | null
  state: State
  caution: Words | null
}
export type RelativeBeside = {
  row: number
  form: string
  pool: string | null
  state: State
  caution: Words | null
}

/** Field by field what the form says and what the pool has; what the form leaves open is left out. */
export function besideOf(form: Form, person: FormPerson | null): FieldBeside[] {
  const texts = textsOf(form)
  return FORM_FIELDS.flatMap((field): FieldBeside[] => {
    const read = readField(field, texts)
    if (read === null) return []
    const said = FIELDS[field].elements.map((element) => texts.get(element) ?? '')
    const pool = person && textOrNull(FIELDS[field].write(person.row))
    const caution = read.caution ?? null
    const state = stateOf()
    return [{ field, form: textOrNull(said) ?? '', pool, state, caution }]

    function stateOf(): State {
      if (!read || !('values' in read)) return 'unreadable'
      if (person && isKnown(field, read.values, person.row)) return 'same'
      return pool === null ? 'new' : 'other'
    }
  })
}

export function familyBeside(form: Form, relatives: readonly RelativeFacts[]): RelativeBeside[] {
  const family = childrenOf(form).find(({ name }) => name === 'JiaTingChengYuan')
  return relativesOf(family).map(({ item, facts, caution }, row) => {
    const same = facts && relatives.find((one) => isSameRelative(facts, one))
    const said = facts ? saidOf(facts) : textOf(item).replace(/\s+/g, ' ').trim()
    const state = stateOf()
    return { row, form: said, pool: same ? saidOf(same) : null, state, caution }

    function stateOf(): State {
      if (!facts) return 'unreadable'
      if (!same) return 'new'
      return Object.keys(changedRelative(facts, same)).length === 0 ? 'same' : 'other'
    }
  })
}

/** What stands in the form alone and is kept with it, encrypted; of texts that are empty nothing. */
export function keptBeside(form: Form): { element: string; words: Words; text: string }[] {
  return childrenOf(form)
    .filter(({ name }) => name !== 'JiaTingChengYuan' && isOfForm(name))
    .map((element) => ({ element: element.name, text: textOf(element).trim() }))
    .filter(({ text }) => text !== '')
    .map(({ element, text }) => ({ element, words: wordsOfElement(element), text }))
}

function textOrNull(texts: readonly string[]): string | null {
  const said = texts.map((text) => text.trim()).filter((text) => text !== '')
  return said.length === 0 ? null : said.join('；')
}

function saidOf({ relation, name, bornOn, politicalStatus, work }: RelativeFacts): string {
  return [relation, name, bornOn?.replaceAll('-', '.'), politicalStatus, work]
    .filter((part) => part)
    .join(' ')
}

import { identityFault, normalIdentity } from '../../db/identity-number.ts'
import { type Element, textOf } from './tree.ts'

/** Health is not kept, the number and the photograph elsewhere: parts of names, whatever capitals they are written in. */
const WITHHELD = ['jiankangzhuangkuang', 'shenfenzheng', 'zhaopian']

/** A form without health, identity numbers and photograph, at whatever depth and by whatever name they stand in it. */
export function withoutWithheld(form: Element): Element {
  const content = form.content.map((it) =>
    typeof it === 'string' ? withoutNumbers(it) : emptied(it),
  )
  return { ...form, attributes: kept(form.attributes), content }
}

export function isWithheld(name: string): boolean {
  const small = name.toLowerCase()
  return WITHHELD.some((it) => small.includes(it))
}

function emptied(element: Element): Element {
  if (isWithheld(element.name)) return { ...element, attributes: {}, content: [] }
  const own = withoutWithheld(element)
  // A number that is parted among what stands within.
  return hasNumber(textOf(own)) ? { ...own, content: [] } : own
}

function kept(attributes: Element['attributes']): Element['attributes'] {
  const own = Object.entries(attributes).filter(([name]) => !isWithheld(name))
  return Object.fromEntries(own.map(([name, value]) => [name, withoutNumbers(value)]))
}

/** Spaces and unseen signs may stand between; digits may be in full width. */
const BETWEEN = '[\\s\\p{Cf}]*'
const DIGIT = '[0-9０-９]'
const NUMBER = new RegExp(`(?:${DIGIT}${BETWEEN}){17}[0-9０-９XxＸｘ]`, 'uy')
const FIRST = new RegExp(DIGIT, 'u')

const hasNumber = (text: string) => withoutNumbers(text) !== text

/** The text without every sound number in it, also where other digits stand beside. */
function withoutNumbers(text: string): string {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const found = FIRST.test(text[at]!) ? numberAt(text, at) : null
    rest += found === null ? text[at] : ''
    at += found?.length ?? 1
  }
  return rest
}

function numberAt(text: string, at: number): string | null {
  NUMBER.lastIndex = at
  const found = NUMBER.exec(text)?.[0]
  if (found === undefined) return null
  return identityFault(normalIdentity(found.replace(/\p{Cf}/gu, ''))) === null ? found : null
}

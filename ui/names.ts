import { createSignal } from 'solid-js'
import { language } from './words/index.ts'

type Spell = (text: string, options: { isSurname: boolean }) => string[]

const [spell, setSpell] = createSignal<Spell>()
let asked = false

/** Pinyin is a third of the interface's weight: loaded when English or a filter first needs it. */
export function loadPinyin() {
  if (asked) return
  asked = true
  void import('pinyin-pro').then(({ pinyin }) =>
    setSpell(
      () => (text: string, options: { isSurname: boolean }) =>
        pinyin(text, {
          toneType: 'none',
          type: 'array',
          v: true,
          ...(options.isSurname && { surname: 'head' }),
        }),
    ),
  )
}

/** Chinese as written; in English its pinyin once that is loaded. */
export function placeName(name: string): string {
  const letters = inEnglish()
  if (!letters) return name
  const { stem, kind } = partsOf(name)
  return `${capital(letters(stem, { isSurname: false }).join(''))}${kind}`
}

/** Pinyin before the characters, surname first; the characters stay, since records carry only them. */
export function personName(name: string): string {
  const brief = briefName(name)
  return brief === name ? name : `${brief} ${name}`
}

/** The pinyin alone in English, where a line is short and the full name stands nearby. */
export function briefName(name: string): string {
  const letters = inEnglish()
  if (!letters) return name
  const parts = letters(name, { isSurname: true })
  const surname = DOUBLE_SURNAMES.has(name.slice(0, 2)) && parts.length > 2 ? 2 : 1
  const [family, given] = [parts.slice(0, surname), parts.slice(surname)]
  return `${capital(family.join(''))} ${capital(given.join(''))}`
}

/** Those in common use. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 东郭 呼延 百里'.split(
    ' ',
  ),
)

/** What a filter matches: the characters, the full pinyin and its initials. */
export function spellings(name: string): { full: string; initials: string } {
  const parts = spell()?.(name, { isSurname: false }) ?? []
  return { full: parts.join(''), initials: parts.map((part) => part[0] ?? '').join('') }
}

function inEnglish(): Spell | undefined {
  if (language() !== 'en') return undefined
  loadPinyin()
  return spell()
}

const KINDS: [suffix: string, english: string][] = [
  ['经济开发区', ' Economic Development Zone'],
  ['社区居委会', ' community'],
  ['社区', ' community'],
  ['居委会', ' community'],
  ['街道', ' subdistrict'],
  ['镇', ' town'],
  ['乡', ' township'],
  ['区', ' district'],
  ['县', ' county'],
  ['村', ''],
]

function partsOf(name: string): { stem: string; kind: string } {
  const found = KINDS.find(([suffix]) => name.endsWith(suffix) && name.length > suffix.length)
  return found
    ? { stem: name.slice(0, -found[0].length), kind: found[1] }
    : { stem: name, kind: '' }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

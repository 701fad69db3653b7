import { createSignal } from 'solid-js'
import { en } from './en.ts'
import { zh } from './zh-CN.ts'

export type Language = 'zh-CN' | 'en'
/** Text of the server in both languages. */
export type Words = { readonly zh: string; readonly en: string }

const stored = localStorage.getItem('yanzhen.language')
const [language, setLanguage] = createSignal<Language>(stored === 'en' ? 'en' : 'zh-CN')
document.documentElement.lang = language()

export { language }

/** The text of the interface in the chosen language. */
export const t = () => (language() === 'en' ? en : zh)

/** Picks the language of a text that the server sent in both. */
export const say = (words: Words) => (language() === 'en' ? words.en : words.zh)

export function speak(next: Language) {
  setLanguage(next)
  localStorage.setItem('yanzhen.language', next)
  document.documentElement.lang = next
}

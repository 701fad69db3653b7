import { plain } from '../text.ts'

/** 1,234 and １２３４ and 512户; null: no number. */
export function numberOf(text: string): number | null {
  const typed = plain(text)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(户|人|名|个|轮|次|人次)$/, '')
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : null
}

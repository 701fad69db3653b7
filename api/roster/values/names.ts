import { isNothing } from '../text.ts'

export type NameRead =
  | { name: string; aside?: string }
  | { fault: 'empty' | 'signs' | 'lost' | 'short' | 'several' }

/** Signs of an input method for the dot within a name: 阿依古丽·买买提. */
const DOTS = /\s*[·•・‧∙⋅･●．.]\s*/g
const HAN = '\\p{Script=Han}'
/** 王 伟: lists space out names of two characters. */
const SPACED = new RegExp(`(?<=${HAN}|·)\\s+(?=${HAN}|·)`, 'gu')

/** A name as it is kept: rare signs as they are, spaces within taken out, what stands in brackets apart. */
export function readName(text: string): NameRead {
  const typed = halved(text)
  const bracketed = typed.match(/^([^()]+)\(([^()]*)\)$/)
  const name = (bracketed?.[1] ?? typed)
    .trim()
    .replace(SPACED, '')
    .replace(new RegExp(`(?<=${HAN})${DOTS.source}(?=${HAN})`, 'gu'), '·')
    .replace(/\s+/g, ' ')
  if (name === '' || isNothing(name)) return { fault: 'empty' }
  if (/[?？\uFFFD□■*＊\p{Co}]/u.test(name)) return { fault: 'lost' }
  if (/[、,，;；/／]|和(?=\p{Script=Han}{2})/u.test(name) && name.length > 4)
    return { fault: 'several' }
  if (!/^[\p{L}\p{M}·\u3007 .'-]+$/u.test(name) || /\d/.test(name)) return { fault: 'signs' }
  const length = [...name].length
  if (length < 2 || length > 40) return { fault: 'short' }
  const aside = bracketed?.[2]?.trim()
  return aside ? { name, aside } : { name }
}

/** Letters, brackets and spaces in half width; characters stay as they are (NFKC would change rare ones). */
function halved(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
}

export const NAME_FAULTS = {
  empty: {
    zh: '没有姓名。请填写姓名。',
    en: 'the name is missing. Fill it in.',
  },
  signs: {
    zh: '含有数字或符号，不像姓名。请核对。',
    en: 'figures or signs stand in it, which is no name. Check it.',
  },
  lost: {
    zh: '姓名中有没能保存下来的字（生僻字变成了“?”“□”或星号）。请重新填写；文件请存为 .xlsx 或 CSV UTF-8。',
    en: 'a rare character was lost when the file was saved. Type the name again, and save the file as .xlsx or CSV UTF-8.',
  },
  short: {
    zh: '姓名只有一个字或过长。请填写完整姓名。',
    en: 'a name has two characters or more. Write the whole name.',
  },
  several: {
    zh: '一格里有几个人的姓名。请每人一行。',
    en: 'several people stand in one cell. Give each a row.',
  },
} as const

import type { Words } from '../types.ts'
import { groupWords } from './groups.ts'
import type { GroupHeld, Short } from './index.ts'

const NOTHING: Words = { zh: '', en: '' }
/** So many ranges of places are spelled out; a long list may have dozens. */
const MOST = 3

/** Which group is not met, by how many, at which places, and why; null when it is met. */
export function shortWords(held: GroupHeld, years: number): Words | null {
  if (held.short.length === 0) return null
  const name = groupWords(held.group, years)
  const told = held.short.slice(0, MOST)
  const more = held.short.length - told.length
  const places = {
    zh: told.map(({ by, ...at }) => `${placesZh(at)}缺 ${by} 人`).join('，'),
    en: told.map(({ by, ...at }) => `${by} at ${placesEn(at)}`).join(', '),
  }
  const rest = more > 0 ? { zh: `，另有 ${more} 段`, en: ` and ${more} more ranges` } : NOTHING
  const why = whyOf(held)
  return {
    zh: `${name.zh}：名单应有 ${held.required} 人，列入 ${held.held} 人；${places.zh}${rest.zh}。${why.zh}`,
    en: `${capital(name.en)}: ${held.required} asked for, ${held.held} listed; short by ${places.en}${rest.en}. ${why.en}`,
  }
}

function whyOf({ required, available, unknown }: GroupHeld): Words {
  const open =
    unknown > 0
      ? { zh: `；另有 ${unknown} 人是否属于此类未知`, en: `; of ${unknown} it is not known` }
      : NOTHING
  if (available < required)
    return {
      zh: `可列入的人中此类只有 ${available} 人${open.zh}。`,
      en: `Of those who may be listed only ${available} belong to it${open.en}.`,
    }
  return {
    zh: `可列入的人中此类有 ${available} 人，但与其他比例不能同时在每一位上满足${open.zh}。`,
    en: `${available} of those who may be listed belong to it, yet not all shares can be kept at every place at once${open.en}.`,
  }
}

const placesZh = ({ from, to }: Omit<Short, 'by'>) =>
  from === to ? `第 ${from} 位` : `第 ${from} 至 ${to} 位`
const placesEn = ({ from, to }: Omit<Short, 'by'>) =>
  from === to ? `place ${from}` : `places ${from} to ${to}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

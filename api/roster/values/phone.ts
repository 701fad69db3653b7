import type { RawCell } from '../types.ts'

export type PhoneRead = { phone: string; isFirst?: true } | { fault: 'ruined' | 'signs' }

/** Mobile numbers of 11 digits, or with an area code; of several the first. */
export function readPhoneCell(raw: RawCell, text: string): PhoneRead {
  const isNumber = typeof raw === 'object' && raw !== null && 'n' in raw
  const shown = isNumber ? String(raw.n) : text
  if (/^\d(\.\d+)?[eE]\+?\d{1,2}$/.test(shown.trim())) return { fault: 'ruined' }
  const typed = shown.normalize('NFKC').replace(/^['‘’`]/, '')
  const parts = typed.split(/[/,;、\n|]|\s{2,}|(?<=\d{11})\s+(?=\d)/).filter((it) => /\d/.test(it))
  const [first = '', ...others] = parts.map(phoneOf)
  if (!/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(first)) return { fault: 'signs' }
  return others.length > 0 ? { phone: first, isFirst: true } : { phone: first }
}

function phoneOf(text: string): string {
  const digits = text
    .replace(/[\s().·—–]|手机|电话|[:：]/g, '')
    .replace(/^(\+?86|0086)-?(?=1\d{10}$)/, '')
  return /^1[\d-]+$/.test(digits) ? digits.replaceAll('-', '') : digits
}

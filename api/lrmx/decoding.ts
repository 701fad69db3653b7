import type { Words } from '../../matching/types.ts'

type Decoded = { text: string; caution: Words | null }

/**
 * Bytes as text, whatever a file says of itself: UTF-8 and UTF-16 by their mark or by what is in them, else GB18030,
 * which older editors wrote. Null where it is neither.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = utf16Of(bytes)
  if (marked) return plain(trying(marked, bytes))
  const utf8 = trying('utf-8', bytes)
  if (utf8 !== null) return plain(utf8)
  const mended = new TextDecoder('utf-8').decode(bytes)
  const broken = mended.split('\ufffd').length - 1
  if (broken * 20 <= foreignIn(mended)) return { text: mended, caution: damaged(broken) }
  const text = trying('gb18030', bytes)
  return text === null ? null : { text, caution: saysGb(text) ? null : WAS_GBK }
}

const plain = (text: string | null) => (text === null ? null : { text, caution: null })

function utf16Of([a, b]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a === LESS && b === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b === LESS) ? 'utf-16be' : null
}
const LESS = 0x3c

function trying(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Signs beyond ASCII: few of them broken is a damaged file, most of them another encoding. */
function foreignIn(text: string): number {
  return text.length - text.replace(/[^\0-\x7f]/g, '').length
}

const saysGb = (text: string) =>
  /^[^>]*encoding\s*=\s*["']gb/i.test(text) || !text.includes('<?xml')

const WAS_GBK = {
  zh: '文件声明的编码是 UTF-8，内容实际是 GBK，已按 GBK 读取；请核对姓名、单位中的生僻字。',
  en: 'The file says UTF-8 and holds GBK; it was read as GBK. Check rare characters in names and offices.',
}
const damaged = (count: number): Words => ({
  zh: `文件有 ${count} 处字节损坏，损坏处显示为“\ufffd”；请对照纸质表核对，或向报送单位要原件。`,
  en: `Bytes of the file are damaged in ${count} places, shown as “\ufffd”. Check against the paper, or ask for the original.`,
})

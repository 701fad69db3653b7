import { readResume } from '../portrait/resume.ts'
import { tidyLines } from '../roster/text.ts'
import type { FieldRead } from './types.ts'

const MOST = 4_000
const BEGINS = /^\s*(\d{4}\s*[.年/-]|[（(]?\s*其间)/

/** Lines of the form; one that begins with no period goes on with the line before, as wrapped texts do. */
export function resumeOf(text: string): FieldRead {
  const lines = tidyLines(text.replace(/<br\s*\/?>/gi, '\n'))
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  const read = readResume(unwrapped(lines).join('\n'))
  if ('detail' in read) return { caution: read.detail }
  return read.text.length > MOST ? { caution: TOO_LONG } : { values: { resume: read.text } }
}

function unwrapped(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    if (whole.length === 0 || BEGINS.test(line)) whole.push(line)
    else whole.push(`${whole.pop()}${line.trim()}`)
  }
  return whole
}

const TOO_LONG = {
  zh: `简历超过 ${MOST} 个字，不能写入画像；画像没有此项时，导出照原文写回。`,
  en: `The résumé has more than ${MOST} characters: it is not taken, and written back as it stands while the portrait has nothing.`,
}

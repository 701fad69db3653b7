import { plainName } from '../attachment.ts'
import type { Media } from './looking.ts'

const ENDS: Record<Media, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}
const OTHER_ENDS = /\.(jpe?g|jfif|png|pdf)$/i
/** Signs; names of files are 255 bytes at most on most machines, and a Chinese sign has three. */
const MOST_SIGNS = 60

export function endOf(media: Media): string {
  return ENDS[media]
}

/** The name under which a file is kept: cleaned, and ending as its content says. */
export function keptName(name: string, media: Media): string {
  const stem = plainName(name.trim().replace(OTHER_ENDS, ''))
  const short = [...stem].slice(0, MOST_SIGNS).join('').trim()
  return `${short || 'yanzhen'}.${ENDS[media]}`
}

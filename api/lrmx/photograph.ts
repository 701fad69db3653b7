import type { Words } from '../../matching/types.ts'
import { wordsOfFault } from '../attachments/faults.ts'
import { lookAt } from '../attachments/looking.ts'

export type Picture = { bytes: Buffer; media: 'image/jpeg' | 'image/png' }
type Looked = { picture: Picture | null; caution: Words | null }

/** A passport photograph has some 50 KB. */
const MOST_MB = 2
const MOST = MOST_MB * 1024 * 1024

/** Base64 as elements hold it, with line ends or the head that browsers write. */
export function bytesOfBase64(text: string): Buffer {
  return Buffer.from(text.replace(/^\s*data:[^,]{0,80},/, ''), 'base64')
}

/** A photograph by its content; what cannot be kept is left out and said, since the rest of the form can be read. */
export async function lookAtPicture(bytes: Buffer): Promise<Looked> {
  if (bytes.length === 0) return { picture: null, caution: null }
  if (bytes.length > MOST) return { picture: null, caution: tooLarge(bytes.length) }
  const look = await lookAt(bytes)
  if ('fault' in look) return { picture: null, caution: unfit(wordsOfFault(look.fault)) }
  const { media } = look
  if (media === 'application/pdf') return { picture: null, caution: unfit(NO_PICTURE) }
  return { picture: { bytes, media }, caution: null }
}

const tooLarge = (size: number): Words => {
  const mb = (size / 1024 / 1024).toFixed(1)
  return {
    zh: `照片有 ${mb} MB，超过 ${MOST_MB} MB，没有读入；其余内容照常读取。需要照片的，请压缩后重新生成文件。`,
    en: `The photograph has ${mb} MB, more than ${MOST_MB} MB, and was left out; the rest was read. Make it smaller in the editor if it is needed.`,
  }
}
const unfit = ({ zh, en }: Words): Words => ({
  zh: `照片没有读入，其余内容照常读取。${zh}`,
  en: `The photograph was left out; the rest was read. ${en}`,
})
const NO_PICTURE = { zh: '照片处存放的是 PDF。', en: 'A PDF stands in its place.' }

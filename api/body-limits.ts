import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Words } from '../matching/types.ts'
import type { Env } from './context.ts'
import { Problem } from './problem.ts'

/** The largest honest body of JSON, a plan with hundreds of pins, is a tenth of it. */
const MOST_KIB = 512
/** A roll list of 100,000 people has some 10 MB. */
const MOST_FILE_MB = 60
const MOST_FILE = MOST_FILE_MB * 1024 * 1024

/** A list of a thousand people has some 100 KB. */
const MOST_SHEET_MB = 10

/** Appointment forms have some 100 KB; as Base64 a third more. */
const MOST_FORMS_MB = 28

/** A letterhead with a picture has some 200 KB. */
const MOST_TEMPLATE_MB = 5

/** A page scanned in colour has some 2 MB. */
const MOST_ATTACHMENT_MB = 20
export const MOST_ATTACHMENT = MOST_ATTACHMENT_MB * 1024 * 1024

/**
 * Refuses a body by its length before it is read, and while it streams. Files alone may be large: they are not read
 * before it is known who sends them, and whether there is room.
 */
export function limitBody(): MiddlewareHandler<Env> {
  const ordinary = bodyLimit({ maxSize: MOST_KIB * 1024, onError: refusing(TOO_LARGE) })
  return (c, next) => (isFileUpload(c.req.method, c.req.path) ? next() : ordinary(c, next))
}

/** The bytes of a spreadsheet. */
export function readFileBody(c: Context<Env>): Promise<Uint8Array> {
  return readBody(c, MOST_FILE, TOO_LARGE_FILE)
}

/** The bytes of the spreadsheet of one course, or of entries about villages. */
export function readSheetBody(c: Context<Env>): Promise<Uint8Array> {
  return readBody(c, MOST_SHEET_MB * 1024 * 1024, TOO_LARGE_SHEET)
}

/** The bytes of a picture or a PDF. */
export function readAttachmentBody(c: Context<Env>): Promise<Uint8Array> {
  return readBody(c, MOST_ATTACHMENT, TOO_LARGE_ATTACHMENT)
}

/** A form of 20 MB in Base64; refused once it is known who sends it. */
export function limitForms(): MiddlewareHandler<Env> {
  return bodyLimit({ maxSize: MOST_FORMS_MB * 1024 * 1024, onError: refusing(TOO_LARGE_FORMS) })
}

/** The bytes of a template of a report. */
export function readTemplateBody(c: Context<Env>): Promise<Uint8Array> {
  return readBody(c, MOST_TEMPLATE_MB * 1024 * 1024, TOO_LARGE_TEMPLATE)
}

/** Counted while they come, whatever length was said. */
async function readBody(c: Context<Env>, most: number, words: Words): Promise<Uint8Array> {
  const refuse = refusing(words)
  if (Number(c.req.header('content-length') ?? 0) > most) refuse()
  const reader = c.req.raw.body?.getReader()
  const parts: Uint8Array[] = []
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) refuse()
    parts.push(value)
  }
  return Buffer.concat(parts)
}

/** The routes whose body is a file rather than JSON. */
export function isFileUpload(method: string, path: string): boolean {
  if (method === 'PUT') return path === '/api/v1/paper-templates'
  return method === 'POST' && (path === '/api/v1/imports' || FILES.test(path))
}
const FILES =
  /^\/api\/v1\/(nominees\/[^/]+\/attachments|entries\/[^/]+\/[^/]+\/files|courses\/[^/]+\/sheet|village-entries\/[^/]+\/files|village-entries\/sheet|appointment-forms(\/reading)?)$/

function refusing(words: Words) {
  return (): never => {
    throw new Problem('too-large', words, [], { connection: 'close' })
  }
}

const TOO_LARGE = {
  zh: `请求正文不能超过 ${MOST_KIB} KiB。请减少指定人选与排除人选，或按乡镇分开提交。`,
  en: `A body may hold ${MOST_KIB} KiB at most. Send fewer pins and exclusions, or ask township by township.`,
}
const TOO_LARGE_FILE = {
  zh: `文件不能超过 ${MOST_FILE_MB} MB。请删去图片和无关的工作表，或按乡镇分成几个文件。`,
  en: `A file may hold ${MOST_FILE_MB} MB at most. Take out pictures and other sheets, or split it by township.`,
}
const TOO_LARGE_SHEET = {
  zh: `表格不能超过 ${MOST_SHEET_MB} MB。请删去图片和无关的工作表，再传一次。`,
  en: `The sheet may hold ${MOST_SHEET_MB} MB at most. Take out pictures and other sheets and send it again.`,
}
const TOO_LARGE_TEMPLATE = {
  zh: `模板不能超过 ${MOST_TEMPLATE_MB} MB。请压缩或删去其中的图片后再上传。`,
  en: `A template may hold ${MOST_TEMPLATE_MB} MB at most. Take out or shrink its pictures and send it again.`,
}
const TOO_LARGE_ATTACHMENT = {
  zh: `附件不能超过 ${MOST_ATTACHMENT_MB} MB。扫描件请选 200–300 dpi、分成几个文件，照片请用“中等”尺寸，再传一次。`,
  en: `An attachment may hold ${MOST_ATTACHMENT_MB} MB at most. Scan at 200 to 300 dpi, split it into several files, or send the picture in a smaller size.`,
}
const TOO_LARGE_FORMS = {
  zh: `一次读取的审批表合计不能超过 ${MOST_FORMS_MB} MB，单个文件不超过 20 MB。请分批选择；照片过大的，请在编辑器中压缩后另存。`,
  en: `Forms that are read at once may have ${MOST_FORMS_MB} MB together, and 20 MB each. Send fewer; make large photographs smaller in the editor.`,
}

import { readCsv } from './csv.ts'
import { empty, type Send } from './listing.ts'
import { RosterProblem } from './problems.ts'
import type { Reading } from './types.ts'
import { readXlsx } from './xlsx.ts'
import { PROTECTED } from './zip.ts'

/** What a file is shows in its first bytes; its name may lie. */
export async function readBytes(
  bytes: Uint8Array,
  sheet: string | undefined,
  send: Send,
): Promise<Reading> {
  if (bytes.length === 0) throw empty()
  if (begins(bytes, [0x50, 0x4b])) return readXlsx(bytes, sheet, send)
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldFile(bytes)
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart()
  if (/^(\xEF\xBB\xBF)?\s*<(!doctype|html|\?xml|table|head)/i.test(start)) throw notASheet(PAGE)
  const isUtf16 = begins(bytes, [0xff, 0xfe])
  const isPicture = /^(%PDF|\x89PNG|GIF8|\xFF\xD8\xFF|Rar!|7z\xBC)/.test(start)
  if (isPicture || (!isUtf16 && bytes.subarray(0, 4096).includes(0))) throw notASheet(OTHER)
  return readCsv(bytes, send)
}

/** OLE containers: Excel 97–2003, or a newer workbook that a password locks. */
function oldFile(bytes: Uint8Array): RosterProblem {
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  return isLocked ? new RosterProblem('protected', PROTECTED) : new RosterProblem('old-xls', OLD)
}

const begins = (bytes: Uint8Array, signs: readonly number[]) =>
  signs.every((sign, at) => bytes[at] === sign)
const notASheet = (words: RosterProblem['words']) => new RosterProblem('not-a-spreadsheet', words)

const OLD = {
  zh: '这是旧版 Excel 97–2003 文件（.xls），改扩展名不能改变格式。请在 Excel 或 WPS 中打开，选择“另存为 → Excel 工作簿（.xlsx）”，再重新选择文件。',
  en: 'This is a file of Excel 97–2003 (.xls); another name does not change what it is. Open it in Excel or WPS, save it as an Excel workbook (.xlsx) and choose it again.',
}
const PAGE = {
  zh: '这是网页格式的表格（有的系统导出时以 .xls 命名），不是 Excel 工作簿。请在 Excel 或 WPS 中打开，另存为 .xlsx，再重新选择文件。',
  en: 'This is a table as a web page (some systems export it as .xls), not an Excel workbook. Open it in Excel or WPS, save it as .xlsx and choose it again.',
}
const OTHER = {
  zh: '这不是可以读取的表格。请选择 .xlsx 或 .csv 名册。',
  en: 'This is no spreadsheet. Choose an .xlsx or .csv list.',
}

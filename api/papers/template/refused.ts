import type { Words } from '../../../matching/types.ts'
import { Problem, type ProblemError } from '../../problem.ts'

/** A file that cannot be a template, with why and how to mend it. */
export function refused(words: Words, errors: ProblemError[] = []): Problem {
  return new Problem('invalid', words, errors)
}

export const NOT_WORD = {
  zh: '这不是 Word 的 .docx 文件。请在 Word 或 WPS 中打开模板，另存为“Word 文档（.docx）”后再上传。',
  en: 'This is no .docx file of Word. Open the template in Word or WPS, save it as .docx and send it again.',
}
export const DAMAGED = {
  zh: '文件已损坏或内容不规范，无法用作模板。请下载默认模板，在 Word 或 WPS 中修改后另存为 .docx 再上传。',
  en: 'The file is damaged or malformed. Download the default template, edit it in Word or WPS and save it as .docx.',
}
export const TOO_MUCH = {
  zh: '文件解压后异常庞大，已拒绝。请删去模板中的大图片和无关内容后再上传。',
  en: 'The file unpacks to far more than a template holds. Take out large pictures and what does not belong.',
}
export const MACROS = {
  zh: '模板中含有宏或控件，已拒绝。请在 Word 中另存为不含宏的“Word 文档（.docx）”后再上传。',
  en: 'The template holds macros or controls. Save it as a .docx without macros and send it again.',
}
export const LINKS = {
  zh: '模板中有指向外部文件或网址的链接，或不支持的域，已拒绝。请取消超链接、改用嵌入的图片，删除“链接到文件”的内容；域只保留页码、日期、目录和书签链接，再上传。',
  en: 'The template links to files or addresses outside, or has fields that are not taken. Remove hyperlinks, embed pictures, delete what is linked to files; of fields keep page numbers, dates, tables of contents and links to bookmarks.',
}
export const FOREIGN_PARTS = {
  zh: '模板中嵌入了其他文件或控件，已拒绝。请只保留文字、表格、图片和图表后再上传。',
  en: 'Another document or a control is embedded. Keep text, tables, pictures and charts alone.',
}
export const NO_DOCUMENT = {
  zh: '文件中没有 Word 文档的正文，不能用作模板。请另存为“Word 文档（.docx）”后再上传。',
  en: 'There is no Word document inside. Save it as a .docx and send it again.',
}

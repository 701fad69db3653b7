import type { Words } from '../../matching/types.ts'
import { Problem } from '../problem.ts'

/** Why a file is not taken, in words that say what it is and what to do. */
const FAULTS = {
  empty: {
    zh: '文件是空的（0 字节）。请在手机或电脑上先打开它，确认能看到内容，再重新选择。',
    en: 'The file is empty (0 bytes). Open it first to see that there is something in it, then choose it again.',
  },
  program: {
    zh: '这是一个可执行程序，不是照片或扫描件，名称改成 .jpg 也不能上传。请不要打开它，并告诉发来文件的人和系统管理员。',
    en: 'This is a program, no picture or scan, whatever its name ends with. Do not open it; tell whoever sent it and the administrator.',
  },
  svg: {
    zh: '这是矢量图（SVG 或 XML），其中可以藏有程序，不能上传。请截图或导出为 PNG 再传。',
    en: 'This is SVG or XML, which may hold programs. Send a screenshot of it, or export it as PNG.',
  },
  html: {
    zh: '这是网页文件（HTML），其中可以藏有程序，不能上传。请把网页打印成 PDF 再传。',
    en: 'This is a web page (HTML), which may hold programs. Print it to a PDF and send that.',
  },
  heic: {
    zh: '这是苹果手机的 HEIC 照片，多数办公电脑打不开。请在手机“设置 › 相机 › 格式”中选“兼容性最佳”后重拍，或在相册中导出为 JPEG 再传。',
    en: 'This is an HEIC picture of an iPhone, which most office machines cannot open. Choose Settings › Camera › Formats › Most Compatible and take it again, or export it as JPEG.',
  },
  office: {
    zh: '这是 Word、Excel、WPS 等文档，打开时内容可能变样。请在原程序中“另存为 PDF”再传。',
    en: 'This is a document of Word, Excel or the like. Save it as PDF there and send that.',
  },
  archive: {
    zh: '这是压缩包，里面的文件看不到也查不了。请先解压，把其中的照片和 PDF 逐个上传。',
    en: 'This is an archive. Unpack it and send the pictures and PDFs in it one by one.',
  },
  video: {
    zh: '这是音频或视频文件。附件只收照片（JPEG、PNG）和 PDF，请拍照或扫描后再传。',
    en: 'This is sound or video. Only pictures (JPEG, PNG) and PDF are taken: photograph or scan the paper.',
  },
  'other-picture': {
    zh: '这是其他格式的图片。附件只收 JPEG、PNG 和 PDF，请用看图软件“另存为 JPEG”再传。',
    en: 'This is a picture of another kind. Only JPEG, PNG and PDF are taken: save it as JPEG and send that.',
  },
  unknown: {
    zh: '认不出这是什么文件。附件只收照片（JPEG、PNG）和 PDF，名称叫什么不算数。请重新拍照、扫描或另存为 PDF。',
    en: 'Nobody knows what this file is. Only pictures (JPEG, PNG) and PDF are taken, by their content and not by their name: photograph, scan or save it as PDF.',
  },
  broken: {
    zh: '文件不完整或已损坏，可能没有传完、没有拷完。请打开原件确认能看到全部内容，再重新选择。',
    en: 'The file is cut short or damaged. Open the original to see that all of it is there, then choose it again.',
  },
  'more-behind': {
    zh: '照片后面还附有别的数据（如动态照片里的视频，或藏进去的文件）。请在相册中另存为普通照片，或截图后再传。',
    en: 'Something else follows the picture in the file (the film of a live photo, or a hidden file). Save it as an ordinary picture, or send a screenshot.',
  },
  'two-in-one': {
    zh: '这个文件同时是照片（或 PDF）和另一种文件，这种做法常用来藏程序，不能上传。请重新拍照或扫描，不要转发原文件。',
    en: 'This file is a picture or PDF and something else at once, which is a way to hide programs. Photograph or scan the paper anew.',
  },
  active: {
    zh: '这份 PDF 带有脚本、可启动的程序或嵌入的文件，或其中有看不到的部分，不能上传。请用“打印为 PDF”另存一份，或扫描纸质件再传。',
    en: 'This PDF holds scripts, programs or files, or parts that cannot be looked at. Print it to a new PDF, or scan the paper.',
  },
  dimensions: {
    zh: '图片的尺寸不合常理（每边 1 到 20,000 像素，合计不超过 1.2 亿像素）。请缩小后另存，或重新拍照。',
    en: 'The size of the picture is out of bounds (1 to 20,000 pixels a side, 120 million in all). Save it smaller, or take it again.',
  },
} satisfies Record<string, Words>

export type Fault = keyof typeof FAULTS

export const wordsOfFault = (fault: Fault): Words => FAULTS[fault]

/** `fault` is stable API, beside the words. */
export function refused(fault: Fault): Problem {
  const detail = FAULTS[fault]
  return new Problem('invalid', detail, [{ pointer: '#', detail }], {}, { fault })
}

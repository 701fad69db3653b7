import type { ImportState } from '../../db/schema/pool.ts'
import type { Words } from '../../matching/types.ts'
import { Problem } from '../problem.ts'

const STATES: Record<ImportState, Words> = {
  reading: { zh: '正在读取文件', en: 'the file is being read' },
  asking: { zh: '有列或地名等待确认', en: 'columns or places wait for an answer' },
  checking: { zh: '正在核对', en: 'rows are being checked' },
  checked: { zh: '已核对，尚未写入', en: 'it is checked and not written yet' },
  writing: { zh: '正在写入', en: 'it is being written' },
  done: { zh: '已写入人才库', en: 'it is in the pool' },
  undoing: { zh: '正在撤销', en: 'it is being undone' },
  undone: { zh: '已撤销', en: 'it was undone' },
  cancelled: { zh: '已取消', en: 'it was cancelled' },
  failed: { zh: '没有成功', en: 'it failed' },
}

/** It is not the time for this: somebody clicked twice, or another page went on meanwhile. */
export function notNow(state: ImportState): Problem {
  const { zh, en } = STATES[state]
  return new Problem('conflict', {
    zh: `这次导入目前的状态是“${zh}”，不能进行此项操作。页面已更新为最新情况，请核对后再操作。`,
    en: `This cannot be done now: ${en}. The page shows how it stands; look before you go on.`,
  })
}

export function noImport(id: string): Problem {
  return new Problem('not-found', {
    zh: `没有编号为 ${id} 的导入记录。请返回导入列表重新选择。`,
    en: `There is no import ${id}. Choose from the list again.`,
  })
}

export function noLine(line: number): Problem {
  return new Problem('not-found', {
    zh: `这次导入中没有第 ${line} 行。`,
    en: `The import has no row ${line}.`,
  })
}

export function countyOnly(): Problem {
  return new Problem('not-permitted', {
    zh: '村（社区）情况和现任班子由县（市、区）账号导入。乡镇（街道）账号可以导入人才名单。',
    en: 'Facts of villages and people in office are imported by an account of the county; a township imports people.',
  })
}

export function tooManyWaiting(most: number): Problem {
  return new Problem('too-many', {
    zh: `已有 ${most} 个文件在等待处理。文件逐个处理，请等其中一个完成后再上传。`,
    en: `${most} files wait already. They are worked through one by one: upload again when one is done.`,
  })
}

export function stillFaulty(rows: number): Problem {
  return new Problem('conflict', {
    zh: `还有 ${rows} 行有误。请逐行改正，或选择不导入这些行，再写入人才库。`,
    en: `${rows} rows are faulty still: mend each, or leave it out, then write.`,
  })
}

export function fileGone(): Problem {
  return new Problem('conflict', {
    zh: '文件已不在服务器内存中，不能换工作表。请重新上传，并在上传后选择工作表。',
    en: 'The file is no longer kept, so that another sheet cannot be read. Upload it again.',
  })
}

export function emptyFile(): Problem {
  return new Problem('invalid', {
    zh: '没有收到文件内容。请重新选择文件后上传。',
    en: 'No file came along: choose it again.',
  })
}

/** Why an import is not where somebody left it. */
export const UNFORESEEN = {
  zh: '系统遇到没有预料的错误，已记入日志，没有写入任何数据。请重新上传；若再次出现，请告诉管理员。',
  en: 'An unforeseen error was logged and nothing was written. Upload the file again; if it returns, tell the administrator.',
}
export const TAKEN_BACK = {
  zh: '写入时遇到没有预料的错误，已全部撤回，人才库与写入前一样。可以再次写入；若再次出现，请告诉管理员。',
  en: 'An unforeseen error came up while it was written; all of it was taken back and the pool is as it was. Write again; if it returns, tell the administrator.',
}
export const STOPPED = {
  zh: '写入已按要求停止，并已全部撤回，人才库与写入前一样。可以继续改正后再写入，也可以取消这次导入。',
  en: 'Writing was stopped as asked and all of it was taken back. Mend further and write again, or give the import up.',
}
export const INTERRUPTED = {
  zh: '写入时服务中断，已全部撤回，人才库与写入前一样。核对结果仍在，可以再次写入。',
  en: 'The program stopped while it was written; all of it was taken back. What was checked is still here: write again.',
}
export const POOL_CHANGED = {
  zh: '核对之后人才库有变动，已重新核对，有些行需要处理。请改正或不导入这些行后再写入。',
  en: 'The pool changed after the check. Rows were checked again and some need a decision before writing.',
}
/** A file is kept nowhere but in memory. */
export const READING_INTERRUPTED = {
  zh: '读取文件时服务中断，没有写入任何数据。请重新上传。',
  en: 'The program stopped while the file was read; nothing was written. Upload it again.',
}

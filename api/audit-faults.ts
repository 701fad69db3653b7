import type { AuditFault } from '../db/audit-chain.ts'
import type { Words } from '../matching/types.ts'

/** Which entry is the first that is not as it was, and why. */
export function faultWords({ sequence, why }: AuditFault): Words {
  const { zh, en } = WHY[why]
  return { zh: `第 ${sequence} 条${zh}。`, en: `Entry ${sequence} ${en}.` }
}

const WHY: Record<AuditFault['why'], Words> = {
  missing: {
    zh: '缺失：该条曾经存在，现在不在库中，其后的记录也可能被删',
    en: 'is missing: it was there once, and those after it may have been removed, too',
  },
  altered: {
    zh: '被改动：内容与封印不符',
    en: 'was altered: it does not fit its seal',
  },
  subjects: {
    zh: '所涉人员名单被改动',
    en: 'names other subjects than it did: their list was altered',
  },
  head: {
    zh: '与库内记录的链尾不符：链尾被改动，或末尾有记录被删除或添加',
    en: 'does not fit the end of the chain on record: the end was altered, or entries were removed or added there',
  },
  'kept-head': {
    zh: '与库外保存的链头不符：整条链可能被重新写过，或这是另一个数据库',
    en: 'differs from the head kept outside: the chain may have been written anew, or this is another database',
  },
  key: {
    zh: '所用的密钥版本不在密钥文件中，无法核对',
    en: 'is sealed by a version of the key that is not here, so that it cannot be proven',
  },
}

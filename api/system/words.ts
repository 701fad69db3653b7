export const NO_BACKUP = {
  zh: '备份目录中没有本县的完整备份。请在服务器上运行 npm run yanzhen -- backup。',
  en: 'The folder of backups holds no whole copy of this county. Run npm run yanzhen -- backup on the server.',
}
export const BACKUPS_UNREADABLE = {
  zh: '备份目录无法读取，不知道其中有没有备份。请核对目录、磁盘挂载和权限。',
  en: 'The folder of backups cannot be read: nobody knows whether it holds any. Check the folder, its disk and its permissions.',
}
export const DISK_UNREADABLE = {
  zh: '数据目录无法读取，剩余空间未知。请核对目录、磁盘挂载和权限。',
  en: 'The data folder cannot be read, the room left is unknown. Check the folder, its disk and its permissions.',
}
export const BACKUP_UNFINISHED = {
  zh: '最近一次备份开始后，备份目录中没有留下完整副本。请查看服务日志，核对磁盘空间后重做。',
  en: 'The last backup was begun and left no whole copy in the folder. See the log of the server, check the disk, and make it again.',
}
export const NOT_SCHEDULED = {
  zh: '没有定时备份。请在服务器上设置 YANZHEN_BACKUP_AT（如 02:30）。',
  en: 'No backup is scheduled. Set YANZHEN_BACKUP_AT (such as 02:30) on the server.',
}
export const DISK_FULL = {
  zh: '剩余空间不到数据库的 2 倍，备份或升级可能因此失败。请清理或扩容。',
  en: 'Less room is left than twice the database; a backup or an upgrade may fail. Make room.',
}
export const DISK_LOW = {
  zh: '剩余空间不到数据库的 5 倍。请安排清理或扩容。',
  en: 'Less room is left than five times the database. Plan to make room.',
}
export const AUDIT_BROKEN = {
  zh: '审计员最近一次核验发现日志被改动或缺失。请立即与审计员核对，保留现场，不要恢复或清理数据。',
  en: 'The auditor’s last verification found the audit altered or incomplete. Speak with the auditor now and leave everything as it is.',
}
export const AUDIT_UNVERIFIED = {
  zh: '31 天内没有核验过审计日志。请审计员登录核验。',
  en: 'The audit was not verified within 31 days. Ask the auditor to verify it.',
}
export const HEADS_BEHIND = {
  zh: '审计日志的末端没有及时留存到数据库之外。请检查密钥目录是否可写。',
  en: 'The end of the audit is not kept outside the database in time. Check that the folder of the keys can be written.',
}

export function backupLate(days: number) {
  return {
    zh: `最近一次备份已过去 ${days} 天。请核对定时备份，或在服务器上运行 npm run yanzhen -- backup。`,
    en: `The last backup is ${days} ${days === 1 ? 'day' : 'days'} old. Check the schedule, or run npm run yanzhen -- backup on the server.`,
  }
}

export function noFactor(n: number) {
  return {
    zh: `${n} 个账号须用动态验证码而尚未启用，登录时会被要求先启用。`,
    en: `${n} ${n === 1 ? 'account has' : 'accounts have'} no second factor yet, which the role requires; it is asked for at the next sign-in.`,
  }
}

export function locked(n: number) {
  return {
    zh: `${n} 个账号因多次登录失败被锁定。核实本人后可解锁。`,
    en: `${n} ${n === 1 ? 'account is' : 'accounts are'} locked after failed sign-ins. Unlock once you know who tried.`,
  }
}

export function pending(n: number) {
  return {
    zh: `${n} 个账号等待县级组织部门确认，确认前不能登录。`,
    en: `${n} ${n === 1 ? 'account waits' : 'accounts wait'} for a county officer to confirm; nobody signs in with it before.`,
  }
}

export function freeSkills(n: number) {
  return {
    zh: `${n} 个自行填写的技能还没有整理进字典。`,
    en: `${n} ${n === 1 ? 'skill was' : 'skills were'} typed into records and not looked at in the dictionary yet.`,
  }
}

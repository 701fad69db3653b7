import { resolve } from 'node:path'
import { type Backup, backUp } from '../backup.ts'
import { manifestFile } from '../backups.ts'
import { type Configuration, readConfiguration } from '../configuration.ts'
import { defineCommand } from './command.ts'

export const backup = defineCommand(
  { options: { to: { type: 'string' }, scheduled: { type: 'boolean' } } },
  async ({ to, scheduled }, env) => {
    const configuration = readConfiguration(env)
    const folder = to ? resolve(to) : configuration.backups
    const made = await backUp(configuration, folder, scheduled === true)
    process.stdout.write(report(made, configuration))
  },
)

function report(made: Backup, configuration: Configuration) {
  const { copy, manifest, isRecorded, removed, missing } = made
  const { keyFile, keys, auditHeads } = configuration
  const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0)
  const cipher = manifest.isEncrypted
    ? '整库加密，恢复时需要同一个 YANZHEN_DATABASE_KEY。Encrypted as a whole: a restore needs the same YANZHEN_DATABASE_KEY.'
    : '整库未加密，请妥善保管。Not encrypted as a whole: guard the file.'
  const old = isRecorded
    ? ''
    : '数据库与本程序版本不同，本次备份未记入审计。The database is of another version than this program; the copy is not in its audit.\n'
  return `备份完成，已核对 backup made and checked
  文件 file: ${copy}
  清单 manifest: ${manifestFile(copy)}
  大小 size: ${mebibytes(manifest.bytes)} MiB, ${rows} 行 rows
  附件 attachments: ${manifest.attachments?.count ?? 0} 个 files, ${mebibytes(manifest.attachments?.bytes ?? 0)} MiB（在同一文件夹的 attachments 中，转存时须一起带走 in the folder attachments beside it; take both along）
  审计 audit: ${manifest.audit?.sequence ?? 0} 条 entries
  SHA-256: ${manifest.sha256}
${cipher}
密钥不在备份中，须另行备份 the keys are not in it, keep a copy of them apart: ${keys === undefined ? keyFile : 'YANZHEN_KEYS'}
库外留存的链头 heads of the audit: ${auditHeads}
${lack(missing)}${old}${removed.map((name) => `已删除旧备份 old backup removed: ${name}\n`).join('')}`
}

function lack(missing: string[]): string {
  if (missing.length === 0) return ''
  return `注意：数据目录中缺少 ${missing.length} 个附件的文件，本次没有备份到；请从旧备份中找回 attention: the files of ${missing.length} attachments are not in the data folder and not in this copy; look for them in an earlier one:
${missing.map((id) => `  ${id}\n`).join('')}`
}

const mebibytes = (bytes: number) => (bytes / 1_048_576).toFixed(1)

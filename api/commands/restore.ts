import { readConfiguration } from '../configuration.ts'
import { type Restored, restore as run } from '../restore.ts'
import { wrongUse } from '../start-failure.ts'
import { defineCommand } from './command.ts'

export const restore = defineCommand(
  { options: { from: { type: 'string' } } },
  async ({ from }, env) => {
    if (!from)
      throw wrongUse(
        '请用 --from 指定备份文件 yanzhen-….sqlite。',
        'Name the backup yanzhen-….sqlite with --from.',
      )
    const configuration = readConfiguration(env)
    process.stdout.write(report(await run(configuration, from), configuration.database))
  },
)

function report(restored: Restored, database: string): string {
  const { manifest, entries, compared, lost, endedSessions, attachments } = restored
  const heads =
    compared > 0
      ? `与库外留存的 ${compared} 个链头相符 agrees with ${compared} heads kept outside`
      : '库外没有可比对的链头 no heads kept outside to compare with'
  const loss =
    lost > 0
      ? `备份之后至少还有 ${lost} 条审计记录，已不在库中 at least ${lost} entries written after the copy are gone`
      : '没有发现备份之后的审计记录 no entries are known to have been written after the copy'
  return `已恢复并核对 restored and checked
  数据库 database: ${database}
  备份时间 copy made at: ${manifest.at} (UTC)
  县 county: ${manifest.county?.code ?? ''} ${manifest.county?.name ?? ''}
  审计 audit: ${entries} 条 entries; ${heads}
  ${loss}
  附件 attachments: ${attachments.count} 个 files
  已退出的登录 sessions ended: ${endedSessions}
${lack(restored)}此后所做的一切都要重做：更正、撤回同意、删除个人信息、停用账号、修改口令。Everything done since must be done again:
corrections, withdrawn consents, erasures, closed accounts, changed passwords.
接着 next: npm run yanzhen -- verify-audit; npm start
`
}

function lack({ attachments: { lost }, setAside }: Restored): string {
  const aside = setAside
    ? `  数据目录中原有的附件已移到 attachments that lay there before are now in: ${setAside}\n`
    : ''
  if (lost.length === 0) return aside
  return `${aside}注意：有 ${lost.length} 个附件没有找回（备份中缺少，或已损坏）；请从其他备份的 attachments 文件夹中找，或请乡镇重新上传
attention: ${lost.length} attachments could not be brought back (not in the backup, or damaged); look in the folder attachments of another backup, or have them sent again:
${lost.map((id) => `  ${id}\n`).join('')}`
}

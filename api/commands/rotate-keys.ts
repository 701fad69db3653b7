import { holdFolder } from '../../db/lock.ts'
import { openAttachments } from '../attachments/store.ts'
import { keepHead } from '../audit-heads.ts'
import { type Configuration, readConfiguration } from '../configuration.ts'
import { openExisting, requireDatabase } from '../existing-database.ts'
import { type Rotation, rotate } from '../rotation.ts'
import { defineCommand } from './command.ts'

export const rotateKeys = defineCommand({ options: {} }, async (_, env) => {
  const configuration = readConfiguration(env)
  requireDatabase(configuration.database)
  const release = holdFolder(configuration.data, isServed(configuration.data))
  try {
    const { db, countyCode } = await openExisting(configuration)
    try {
      const attachments = openAttachments(configuration.attachments)
      const rotation = await rotate({ db, countyCode, attachments }, configuration)
      await keepHead(db, countyCode, configuration.auditHeads)
      process.stdout.write(report(rotation, configuration))
    } finally {
      await db.destroy()
    }
  } finally {
    release()
  }
})

function report(rotation: Rotation, { keyFile, keys }: Configuration): string {
  const { version } = rotation
  if (rotation.kind === 'to-set')
    return `密钥由 YANZHEN_KEYS 给出，请把它改为下面的值（只显示这一次，须妥善保存）：
The keys come from YANZHEN_KEYS; set it to this value (shown this once, keep it safe):

${rotation.keys}

然后再运行一次 npm run yanzhen -- rotate-keys，用第 ${version} 版密钥重新加密；在此之前数据未改动。
Then run npm run yanzhen -- rotate-keys once more to encrypt anew with version ${version}; until then the data is as it was.
`
  const { values, secondFactors, files } = rotation
  const title =
    rotation.kind === 'finished'
      ? '已完成此前开始的密钥更换 the change of keys that was begun is finished'
      : '密钥已更换 the keys are rotated'
  return `${title}
  当前版本 version in use: ${version}
  重新加密 encrypted anew: ${values} 个字段 values, ${secondFactors} 个动态验证码 second factors, ${files} 个附件 attachments
  密钥 keys: ${keys === undefined ? keyFile : 'YANZHEN_KEYS'}
旧版本须保留：旧审计记录的封印和旧备份仍要用。请立即另行备份密钥。
Keep the old versions: earlier audit entries and backups need them. Keep a copy of the keys apart.
`
}

function isServed(folder: string) {
  return {
    zh: `数据目录 ${folder} 正在使用，更换密钥须先停止服务。未作任何改动。`,
    en: `The data folder ${folder} is being served; stop the server before the keys are rotated. Nothing was changed.`,
  }
}

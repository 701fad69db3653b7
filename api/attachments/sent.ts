import type { Context } from 'hono'
import { disposition } from '../attachment.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import type { Media } from './looking.ts'
import { endOf } from './naming.ts'
import { getSealed } from './sealed.ts'

type Kept = { id: string; name: string; media: Media; contentHash: string }

/** A file as it was sent, once its bytes are proven; a browser runs nothing of it. */
export async function sentFile(c: Context<Env>, file: Kept) {
  const { attachments: store, keyring, countyCode } = c.var
  const bytes = await getSealed({ store, keyring, countyCode }, file)
  if (bytes === null) throw damaged(c, file.id)
  const how = file.media === 'application/pdf' ? 'attachment' : 'inline'
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': file.media,
    'content-disposition': disposition(how, file.name, endOf(file.media)),
    'content-security-policy': "sandbox; default-src 'none'",
  })
}

function damaged(c: Context<Env>, id: string): Problem {
  c.var.log.error({ attachment: id }, 'an attachment is missing or damaged')
  return new Problem('file-damaged', {
    zh: '附件的文件缺失，或与入库时的校验值不符，为免误用没有打开。请联系系统管理员从备份恢复；手头有原件的，请移除后重新上传。',
    en: 'The file is missing, or differs from what was sent, and was not opened. Ask the administrator to restore it from a backup, or remove it and send the original again.',
  })
}

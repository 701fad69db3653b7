import type { Db } from '../../../db/connect.ts'
import { findNewestPaperTemplate } from '../../../db/paper-templates.ts'
import type { Scope } from '../../../db/scope.ts'
import { defaultTemplate } from './default.ts'

/** The county's own template, or the default where it has none or went back to it. */
export async function templateInForce(db: Db, scope: Scope): Promise<Uint8Array> {
  const own = await findNewestPaperTemplate(db, scope)
  return own && own.body !== '' ? Buffer.from(own.body, 'base64') : defaultTemplate()
}

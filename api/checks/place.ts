import type { Context } from 'hono'
import { findTownship, listTownships } from '../../db/townships.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** The township that a board is of: the own, the one asked for, else the first; a mentor's people live anywhere. */
export async function townshipAsked(c: Context<Env>, asked: string | undefined) {
  const { db, scope } = c.var
  if (scope.menteesOf !== undefined) return null
  const code = asked ?? scope.townshipCode ?? (await listTownships(db, scope))[0]?.code ?? ''
  const found = await findTownship(db, scope, code)
  if (!found) throw new Problem('not-found', NO_TOWNSHIP)
  return { code: found.code, name: found.name }
}

const NO_TOWNSHIP = {
  zh: '没有这个乡镇（街道），或不在本账号的管理范围。请返回后重新选择。',
  en: 'There is no such township, or it is outside the reach of your account. Choose again.',
}

import type { Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** Files that come in at once, each up to 20 MB and three times that while it is looked at and encrypted. */
const MOST_COMING = 6
const MOST_OF_ONE = 2

const coming = new WeakMap<Db, string[]>()

/** Takes a file in while there is memory for it. */
export async function inRoom<T>(
  { var: { db, session } }: Context<Env>,
  work: () => Promise<T>,
): Promise<T> {
  const accounts = coming.get(db) ?? []
  coming.set(db, accounts)
  const { id } = session.account
  const own = accounts.filter((it) => it === id)
  if (own.length >= MOST_OF_ONE || accounts.length >= MOST_COMING) throw tooMany()
  accounts.push(id)
  try {
    return await work()
  } finally {
    accounts.splice(accounts.indexOf(id), 1)
  }
}

function tooMany(): Problem {
  return new Problem(
    'too-many',
    {
      zh: '正在上传的附件较多，请等几秒钟再传这一个。',
      en: 'Several attachments are on their way: wait a few seconds, then send this one.',
    },
    [],
    { 'retry-after': '5', connection: 'close' },
  )
}

import type { Context } from 'hono'
import { Problem } from './problem.ts'

/** The revision that the author saw, from `If-Match: "7"`. */
export function revisionOf(c: Context): number {
  const found = /^"(\d+)"$/.exec(c.req.header('if-match') ?? '')
  if (found) return Number(found[1])
  throw new Problem('if-match-needed', {
    zh: '请带上请求头 If-Match，值为所见版本号，如 "3"，以免覆盖他人的修改。',
    en: 'Send If-Match with the revision you saw, such as "3", so that nobody’s change is overwritten.',
  })
}

export function changedMeanwhile(): Problem {
  return new Problem('changed', {
    zh: '您打开之后，这条记录已被他人修改。请重新读取，核对后再改；您填写的内容还在页面上。',
    en: 'Somebody changed this after you opened it. Read it again and compare; what you typed is still on the page.',
  })
}

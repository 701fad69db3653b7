import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Words } from '../matching/types.ts'

/** The whole catalogue. `type` is stable API: the interface chooses words by it. */
export const PROBLEMS = {
  malformed: { status: 400, title: { zh: '请求无法读懂', en: 'The request cannot be read' } },
  invalid: {
    status: 422,
    title: { zh: '请求内容有误', en: 'The request is well-formed but wrong' },
  },
  'not-found': { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  'not-allowed': {
    status: 405,
    title: { zh: '该地址不接受这种方法', en: 'The address does not take this method' },
  },
  'not-signed-in': { status: 401, title: { zh: '请先登录', en: 'Not signed in' } },
  'sign-in-unfinished': {
    status: 403,
    title: { zh: '登录尚未完成', en: 'Sign-in is not finished' },
  },
  'not-permitted': { status: 403, title: { zh: '没有权限', en: 'Not permitted' } },
  'wrong-credentials': { status: 401, title: { zh: '登录未成功', en: 'Sign-in failed' } },
  'wrong-code': { status: 401, title: { zh: '验证码不对', en: 'Wrong code' } },
  'account-pending': {
    status: 403,
    title: { zh: '账号待确认', en: 'The account is not confirmed' },
  },
  locked: { status: 429, title: { zh: '已暂时锁定', en: 'Locked for a while' } },
  'too-many': { status: 429, title: { zh: '尝试过于频繁', en: 'Too many attempts' } },
  changed: { status: 412, title: { zh: '已被他人修改', en: 'Changed by somebody else' } },
  'if-match-needed': { status: 428, title: { zh: '缺少版本号', en: 'The version is missing' } },
  conflict: { status: 409, title: { zh: '与现有记录冲突', en: 'In conflict with what is there' } },
  'same-day': {
    status: 409,
    title: { zh: '当天已有一条帮带记录', en: 'A session of that day is there already' },
  },
  'duplicate-person': {
    status: 409,
    title: { zh: '可能已在库', en: 'Perhaps in the pool already' },
  },
  'foreign-origin': { status: 403, title: { zh: '来源不被接受', en: 'Foreign origin' } },
  'not-json': { status: 415, title: { zh: '请求须为 JSON', en: 'JSON is expected' } },
  'too-large': { status: 413, title: { zh: '请求过大', en: 'The request is too large' } },
  'already-finished': { status: 409, title: { zh: '任务已结束', en: 'Already finished' } },
  'stopped-early': {
    status: 409,
    title: { zh: '没有可以采用的结果', en: 'There is nothing to keep' },
  },
  'policy-contradiction': {
    status: 422,
    title: { zh: '政策设置自相矛盾', en: 'The policy contradicts itself' },
  },
  'policy-damaged': {
    status: 500,
    title: { zh: '已保存的政策无法使用', en: 'The stored policy cannot be used' },
  },
  'unverified-answer': {
    status: 500,
    title: { zh: '结果未通过独立核验', en: 'The answer failed verification' },
  },
  'file-damaged': {
    status: 500,
    title: { zh: '文件缺失或已损坏', en: 'The file is missing or damaged' },
  },
  'solver-failed': { status: 503, title: { zh: '求解器中断', en: 'The solver broke off' } },
  cancelled: { status: 503, title: { zh: '请求已取消', en: 'The request was cancelled' } },
  request: { status: 400, title: { zh: '请求未被接受', en: 'The request was refused' } },
  unforeseen: { status: 500, title: { zh: '系统出错', en: 'Something went wrong' } },
} satisfies Record<string, { status: ContentfulStatusCode; title: Words }>

export type ProblemType = keyof typeof PROBLEMS
/** `pointer` is a JSON pointer into the body (`#/weights/tie`), or `?name` for a query parameter. */
export type ProblemError = { pointer: string; detail: Words }

/** An answer other than the one asked for, as RFC 9457 describes it. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly detail: Words
  readonly errors: ProblemError[]
  readonly headers: Record<string, string>
  /** Members of its own kind (RFC 9457, 3.2). */
  readonly more: Record<string, unknown>

  constructor(
    type: ProblemType,
    detail: Words,
    errors: ProblemError[] = [],
    headers: Record<string, string> = {},
    more: Record<string, unknown> = {},
  ) {
    super(`${type}: ${detail.en}`)
    this.type = type
    this.detail = detail
    this.errors = errors
    this.headers = headers
    this.more = more
  }
}

import type { Context } from 'hono'
import type { Env } from './context.ts'
import { isPassword } from './passwords.ts'
import { Problem } from './problem.ts'
import { failSignIn, requireUnlocked } from './sign-in.ts'
import { invalid } from './validate.ts'

/** Asks for the password once more before something that a passer-by must not do. */
export async function requirePassword(
  c: Context<Env>,
  password: string,
  pointer: string,
): Promise<void> {
  const { account } = c.var.session
  await c.var.limits.inTurn(account.username, async () => {
    await requireUnlocked(c, account.username)
    if (await isPassword(account.passwordHash, password))
      return c.var.limits.forgetAttempt(c.var.address)
    await failSignIn(c, account.username, 'password-again')
    throw invalid([{ pointer, detail: WRONG_PASSWORD }])
  })
}

const WRONG_PASSWORD = { zh: '当前口令不对。', en: 'The current password is wrong.' }

export function stepMissing(): Problem {
  return new Problem('sign-in-unfinished', {
    zh: '请先完成登录：输入验证码或修改一次性口令。',
    en: 'Finish signing in first: show the code or change the one-time password.',
  })
}

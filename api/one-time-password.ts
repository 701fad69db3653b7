/** Said once, in the terminal alone: whoever signs in with it chooses a password of their own. */
export function oneTimePasswordText(
  title: string,
  { username, oneTimePassword }: { username: string; oneTimePassword: string },
): string {
  return `${title}
  用户名 user name: ${username}
  一次性口令 one-time password: ${oneTimePassword}
首次登录须修改；只显示这一次。To be changed at the first sign-in; shown this once.
`
}

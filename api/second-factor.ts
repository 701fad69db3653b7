import { Secret, TOTP } from 'otpauth'

/** Codes by RFC 6238: six digits, 30 seconds, SHA-1, as every authenticator reads them. */
const STEP_SECONDS = 30
/** A clock may be one step off in either direction. */
const WINDOW = 1

export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator reads from a picture. */
export function addressOf(secret: string, username: string): string {
  return totp(secret, username).toString()
}

/** The time step that the code belongs to, or null when it is wrong or too old. */
export function stepOf(secret: string, code: string, at: number): number | null {
  const token = code.replace(/\s/g, '')
  const delta = totp(secret).validate({ token, timestamp: at, window: WINDOW })
  return delta === null ? null : Math.floor(at / 1000 / STEP_SECONDS) + delta
}

export function codeAt(secret: string, at: number): string {
  return totp(secret).generate({ timestamp: at })
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Yanzhen', label, period: STEP_SECONDS, secret })
}

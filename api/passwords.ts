import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import type { Words } from '../matching/types.ts'

/** OWASP's parameters for Argon2id (the library's default algorithm); it runs in threads, beside the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 128

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST)
}

/** Takes as long when there is no hash, so that time does not tell whether an account exists. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const isRight = await verify(stored ?? (await nobody), normal(password))
  return isRight && stored !== null
}
let nobody: Promise<string> | undefined

/** Why a password may not be used, or null: length by characters, the 49,000 most common ones, words of the account. */
export function weaknessOf(password: string, about: readonly string[]): Words | null {
  const text = normal(password)
  const length = [...text].length
  if (length < SHORTEST_PASSWORD) return TOO_SHORT
  if (length > LONGEST_PASSWORD) return TOO_LONG
  const lower = text.toLowerCase()
  if (common().has(lower) || new Set(lower).size < 4) return TOO_COMMON
  const words = ['yanzhen', '雁阵', ...about].map((word) => word.toLowerCase())
  const rest = words.reduce(
    (left, word) => (word.length < 2 ? left : left.replaceAll(word, '')),
    lower,
  )
  return [...rest].length < 4 ? TOO_NEAR : null
}

/** 20 letters and digits that are not mistaken for one another, in groups: about 98 bits. */
export function newCode(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

let commonOnes: Set<string> | undefined
function common(): Set<string> {
  commonOnes ??= new Set(dictionary['passwords-common'].map(String))
  return commonOnes
}

/** One form for signs that can be typed in two ways (Unicode NFKC, as NIST SP 800-63B advises). */
function normal(password: string): string {
  return password.normalize('NFKC')
}

const TOO_SHORT = {
  zh: `口令至少 ${SHORTEST_PASSWORD} 个字符，建议 15 个以上，例如几个不相干的词连在一起。`,
  en: `A password has ${SHORTEST_PASSWORD} characters or more, better 15, such as a few unrelated words.`,
}
const TOO_LONG = {
  zh: `口令最多 ${LONGEST_PASSWORD} 个字符。`,
  en: `A password has ${LONGEST_PASSWORD} characters at most.`,
}
const TOO_COMMON = {
  zh: '这个口令太常见，容易被猜中。请换一个，例如几个不相干的词连在一起。',
  en: 'This password is too common and easily guessed. Choose another, such as a few unrelated words.',
}
const TOO_NEAR = {
  zh: '口令不能主要由用户名、姓名或系统名组成。请换一个。',
  en: 'A password may not mainly be the user name, your name or the name of the program. Choose another.',
}

import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import type { Db } from '../db/connect.ts'
import { insertKeyCheck, listKeyChecks } from '../db/key-checks.ts'
import { createKeyring, isSame, type Keyring, type Keys, newKey } from '../db/keyring.ts'
import type { Configuration } from './configuration.ts'
import { StartFailure } from './start-failure.ts'
import { writeWhole } from './whole-files.ts'

type Source = Pick<Configuration, 'keyFile' | 'keys'>
const FileShape = z.record(z.string().regex(/^[1-9]\d{0,5}$/), z.string())

/**
 * The keyring of this installation: from the environment, or from the key file, which the first start makes. A
 * database that was written with keys never gets new ones: without the right ones the program does not start.
 */
export async function openKeyring(db: Db, countyCode: string, source: Source): Promise<Keyring> {
  return (await openKeys(db, countyCode, source)).keyring
}

/** The same, and whether the database has never been written with keys before. */
export async function openKeys(db: Db, countyCode: string, source: Source) {
  const scope = { countyCode }
  const checks = await listKeyChecks(db, scope)
  const known = readKeys(source)
  if (!known && checks.length > 0) throw keysMissing(source.keyFile)
  if (checks.length === 0 && (await listAccounts(db, scope)).length > 0) throw checksGone()
  const keyring = createKeyring(known ?? makeKeyFile(source.keyFile))
  for (const { version, digest } of checks) {
    if (!keyring.versions.includes(version)) throw keyGone(version, source.keyFile)
    if (!isSame(keyring.check(version), digest)) throw keyWrong(version, source.keyFile)
  }
  const written = new Set(checks.map(({ version }) => version))
  const createdAt = new Date().toISOString()
  for (const version of keyring.versions.filter((one) => !written.has(one)))
    await insertKeyCheck(db, scope, { version, digest: keyring.check(version), createdAt })
  return { keyring, isFirst: checks.length === 0 }
}

/** Undefined when there are none yet. */
export function readKeys({ keyFile, keys }: Source): Keys | undefined {
  if (keys !== undefined) return keysOf(fromText(keys), 'YANZHEN_KEYS')
  if (!existsSync(keyFile)) return undefined
  return keysOf(parsed(readFileSync(keyFile, 'utf8'), keyFile), keyFile)
}

/** Writes keys where only the program's own user reads them; there are the old ones or the new ones at any moment. */
export function writeKeyFile(file: string, keys: Keys): void {
  const text = Object.fromEntries(
    [...keys].map(([version, key]) => [version, Buffer.from(key).toString('base64')]),
  )
  writeWhole(file, `${JSON.stringify(text, null, 1)}\n`)
}

/** As YANZHEN_KEYS takes them. */
export function keysAsText(keys: Keys): string {
  return [...keys]
    .map(([version, key]) => `${version}:${Buffer.from(key).toString('base64')}`)
    .join(',')
}

function makeKeyFile(file: string): Keys {
  const keys: Keys = new Map([[1, newKey()]])
  writeKeyFile(file, keys)
  return keys
}

/** `1:base64,2:base64` */
function fromText(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const at = part.indexOf(':')
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    }),
  )
}

function parsed(text: string, where: string): Record<string, string> {
  try {
    return FileShape.parse(JSON.parse(text))
  } catch {
    throw unreadable(where)
  }
}

function keysOf(text: Record<string, string>, where: string): Keys {
  const keys = Object.entries(text).map(([version, key]): [number, Uint8Array] => [
    Number(version),
    Buffer.from(key, 'base64'),
  ])
  const isSound = keys.every(([version, key]) => Number.isInteger(version) && key.length === 32)
  if (keys.length === 0 || !isSound) throw unreadable(where)
  return new Map(keys)
}

function unreadable(where: string) {
  return new StartFailure({
    zh: `${where} 中的密钥无法读取：应为版本号与 32 字节密钥（base64）的对应表。请从备份恢复密钥文件，或改正 YANZHEN_KEYS。`,
    en: `The keys in ${where} cannot be read: versions with keys of 32 bytes in base64 are expected. Restore the key file from its backup, or correct YANZHEN_KEYS.`,
  })
}

/**
 * Accounts came with the keys. A database with the ones and without the others was changed by hand: to go on would
 * take any key for the right one, and seal whatever audit it holds.
 */
function checksGone() {
  return new StartFailure({
    zh: '数据库中有账号，却没有密钥的核对值（key_checks 表为空）：有人直接改动过数据库，或文件已损坏。请从备份恢复，并查明原因。没有改动任何数据。',
    en: 'The database has accounts, but nothing to check the keys by (the table key_checks is empty): somebody changed it by hand, or it is damaged. Restore it from a backup and find out why. No data was changed.',
  })
}

function keysMissing(file: string) {
  return new StartFailure({
    zh: `找不到密钥：数据库中的身份证号等已加密，而 ${file} 不存在，也没有设置 YANZHEN_KEYS。请从备份恢复密钥文件；用 YANZHEN_KEY_FILE 可指定它的位置。没有改动任何数据。`,
    en: `The key is missing: the database holds encrypted values, but there is no ${file} and YANZHEN_KEYS is not set. Restore the key file from its backup; YANZHEN_KEY_FILE names its place. No data was changed.`,
  })
}

function keyGone(version: number, file: string) {
  return new StartFailure({
    zh: `缺少第 ${version} 版密钥：数据库用它加密过。请从备份恢复 ${file}（或改正 YANZHEN_KEYS）。没有改动任何数据。`,
    en: `Key version ${version} is missing, which this database was written with. Restore ${file} from its backup (or correct YANZHEN_KEYS). No data was changed.`,
  })
}

function keyWrong(version: number, file: string) {
  return new StartFailure({
    zh: `第 ${version} 版密钥不对：它不是加密这个数据库的那一把。请换回与数据库配套的 ${file}（或改正 YANZHEN_KEYS）。没有改动任何数据。`,
    en: `Key version ${version} is wrong: it is not the one this database was encrypted with. Put back the ${file} that belongs to it (or correct YANZHEN_KEYS). No data was changed.`,
  })
}

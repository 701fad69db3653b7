import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartFailure } from './start-failure.ts'

export type Configuration = {
  /** Folder of the database file. */
  data: string
  database: string
  /** Folder of papers, beside the database; encrypted. */
  attachments: string
  /** Encrypts the whole file. */
  databaseKey?: string
  /** Keys of private values and of the audit, outside the data folder. */
  keyFile: string
  /** The same as text, instead of the file: `1:base64,2:base64`. */
  keys?: string
  /** Heads of the audit chain, outside the data folder. */
  auditHeads: string
  /** Folder of copies of the database. */
  backups: string
  /** When the running server makes one each day, by the clock of the machine; not at all when not given. */
  backupAt?: { hour: number; minute: number }
  /** Scheduled copies kept; the oldest beyond are removed. */
  backupKeep: number
  /** Folder of the built interface. */
  interface: string
  host: string
  port: number
  /** The address that people open it by, when it is not this machine alone. */
  origin?: string
  /** Files of the certificate and its key; with them it speaks HTTPS. */
  certificate?: { certificate: string; key: string }
  logLevel: string
  /** How long running plans may finish after a stop is asked for. */
  stopSeconds: number
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])

/** Settings from the environment; each has a default that works on a fresh machine. */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const data = resolve(env.YANZHEN_DATA || 'data')
  const keyFile = resolve(env.YANZHEN_KEY_FILE || join(`${data}-keys`, 'keys.json'))
  const auditHeads = resolve(env.YANZHEN_AUDIT_HEADS || join(dirname(keyFile), 'audit-heads.jsonl'))
  const certificate = certificateOf(env)
  const origin = originOf(env.YANZHEN_ORIGIN)
  const backupAt = timeOf('YANZHEN_BACKUP_AT', env.YANZHEN_BACKUP_AT)
  return {
    data,
    database: join(data, 'yanzhen.sqlite'),
    attachments: join(data, 'attachments'),
    ...(env.YANZHEN_DATABASE_KEY && { databaseKey: env.YANZHEN_DATABASE_KEY }),
    keyFile: outside('YANZHEN_KEY_FILE', keyFile, data),
    ...(env.YANZHEN_KEYS && { keys: env.YANZHEN_KEYS }),
    auditHeads: outside('YANZHEN_AUDIT_HEADS', auditHeads, data),
    backups: resolve(env.YANZHEN_BACKUPS || `${data}-backups`),
    ...(backupAt && { backupAt }),
    backupKeep: numberOf('YANZHEN_BACKUP_KEEP', env.YANZHEN_BACKUP_KEEP || '14', 1000, 1),
    interface: resolve(env.YANZHEN_INTERFACE || join(import.meta.dirname, '../dist')),
    host: hostOf(env.HOST || '127.0.0.1', certificate !== undefined && origin !== undefined),
    ...(origin && { origin }),
    ...(certificate && { certificate }),
    port: numberOf('PORT', env.PORT || '8080', 65_535),
    logLevel: LEVELS.has(env.LOG_LEVEL ?? '') ? env.LOG_LEVEL! : 'info',
    stopSeconds: numberOf('YANZHEN_STOP_SECONDS', env.YANZHEN_STOP_SECONDS || '10', 3600),
  }
}

/** Beyond this machine passwords and people travel over the network, so that it is HTTPS or nothing. */
function hostOf(host: string, isGuarded: boolean): string {
  if (LOOPBACK.has(host) || isGuarded) return host
  throw new StartFailure({
    zh: `HOST=${host}：在本机之外提供服务，须用 YANZHEN_CERTIFICATE 与 YANZHEN_CERTIFICATE_KEY 指定 HTTPS 证书及私钥文件，并用 YANZHEN_ORIGIN 写明访问地址，如 https://yanzhen.example:8443。只在本机使用时请去掉 HOST。`,
    en: `HOST=${host}: to serve other machines name the files of an HTTPS certificate and its key by YANZHEN_CERTIFICATE and YANZHEN_CERTIFICATE_KEY, and the address that people open by YANZHEN_ORIGIN, such as https://yanzhen.example:8443. For this machine only, unset HOST.`,
  })
}

function certificateOf(env: Record<string, string | undefined>) {
  const { YANZHEN_CERTIFICATE: certificate, YANZHEN_CERTIFICATE_KEY: key } = env
  if (!certificate && !key) return undefined
  for (const [name, file] of Object.entries({ certificate, key }))
    if (!file || !existsSync(file)) throw noCertificate(name, file)
  return { certificate: resolve(certificate!), key: resolve(key!) }
}

function noCertificate(name: string, file: string | undefined) {
  const setting = name === 'key' ? 'YANZHEN_CERTIFICATE_KEY' : 'YANZHEN_CERTIFICATE'
  return new StartFailure({
    zh: `${setting}=${file ?? ''}：找不到该文件。证书与私钥（PEM 格式）须同时给出。`,
    en: `${setting}=${file ?? ''}: there is no such file. Certificate and key (PEM) go together.`,
  })
}

function originOf(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (URL.canParse(text) && new URL(text).protocol === 'https:') return new URL(text).origin
  throw new StartFailure({
    zh: `YANZHEN_ORIGIN=${text}：应为以 https:// 开头的访问地址，如 https://yanzhen.example:8443。`,
    en: `YANZHEN_ORIGIN=${text}: an address that begins with https:// is expected, such as https://yanzhen.example:8443.`,
  })
}

/** Keys beside the data would be copied with it, heads of the audit changed with it, and protect nothing. */
function outside(setting: string, file: string, folder: string): string {
  if (!`${file}/`.startsWith(`${folder}/`)) return file
  throw new StartFailure({
    zh: `${setting}=${file}：不能放在数据目录 ${folder} 里，否则谁拷走或改动数据，也就得到了它。请换一个目录。`,
    en: `${setting}=${file}: it may not lie in the data folder ${folder}, where whoever copies or changes the data has it, too. Name another folder.`,
  })
}

function timeOf(name: string, text: string | undefined) {
  if (!text) return undefined
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? []
  if (hour !== undefined) return { hour: Number(hour), minute: Number(minute) }
  throw new StartFailure({
    zh: `${name}=${text}：应为 24 小时制的时刻，如 02:30。请改正或去掉 ${name}。`,
    en: `${name}=${text}: a time of day by the 24-hour clock is expected, such as 02:30. Correct or unset ${name}.`,
  })
}

function numberOf(name: string, text: string, most: number, least = 0): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new StartFailure({
    zh: `${name}=${text}：应为 ${least} 到 ${most} 之间的整数。请改正或去掉 ${name}。`,
    en: `${name}=${text}: a whole number from ${least} to ${most} is expected. Correct or unset ${name}.`,
  })
}

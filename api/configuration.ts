import { join, resolve } from 'node:path'
import { StartFailure } from './start-failure.ts'

export type Configuration = {
  /** Folder of the database file. */
  data: string
  database: string
  /** Folder of the built interface. */
  interface: string
  host: string
  port: number
  logLevel: string
  /** How long running plans may finish after a stop is asked for. */
  stopSeconds: number
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])

/** Settings from the environment; each has a default that works on a fresh machine. */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const data = resolve(env.YANZHEN_DATA || 'data')
  return {
    data,
    database: join(data, 'yanzhen.sqlite'),
    interface: resolve(env.YANZHEN_INTERFACE || join(import.meta.dirname, '../dist')),
    host: hostOf(env.HOST || '127.0.0.1'),
    port: numberOf('PORT', env.PORT || '8080', 65_535),
    logLevel: LEVELS.has(env.LOG_LEVEL ?? '') ? env.LOG_LEVEL! : 'info',
    stopSeconds: numberOf('YANZHEN_STOP_SECONDS', env.YANZHEN_STOP_SECONDS || '10', 3600),
  }
}

function hostOf(host: string): string {
  if (LOOPBACK.has(host)) return host
  throw new StartFailure({
    zh: `HOST=${host}：在建立账号之前，雁阵只在本机监听。请去掉 HOST，或设为 127.0.0.1。`,
    en: `HOST=${host}: until accounts exist Yanzhen listens on this machine only. Unset HOST or set it to 127.0.0.1.`,
  })
}

function numberOf(name: string, text: string, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new StartFailure({
    zh: `${name}=${text}：应为 0 到 ${most} 之间的整数。请改正或去掉 ${name}。`,
    en: `${name}=${text}: a whole number from 0 to ${most} is expected. Correct or unset ${name}.`,
  })
}

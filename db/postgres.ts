import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { databaseProblem } from './problem.ts'

/** A dialect on a pool that has reached its server once. */
export async function postgresDialect(url: string): Promise<PostgresDialect> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
  // Without a listener an idle connection that the server closes would end the process.
  // The pool drops that connection by itself and the next query reports what is wrong.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw unreachable(url, cause)
  }
  return new PostgresDialect({ pool })
}

function unreachable(url: string, cause: unknown) {
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : String(cause)
  const place = placeOf(url)
  return databaseProblem(
    'unreachable',
    {
      zh: `无法连接数据库 ${place}：${reason}。请检查地址、用户名和密码，并确认 PostgreSQL 已启动。`,
      en: `Cannot reach the database ${place}: ${reason}. Check the address, the user and the password, and that PostgreSQL is running.`,
    },
    cause,
  )
}

/** The address without its password, fit for a message. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: '', pathname: '' }
  return `${host}${pathname}`
}

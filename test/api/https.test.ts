import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../certificate.ts'
import { SURROUNDINGS } from '../surroundings.ts'

const root = join(import.meta.dirname, '../..')
const NAME = 'yanzhen.example'
let folder: string
let program: ChildProcess
let port: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-https-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/index.html'), '<title>雁阵</title>')
  writeFileSync(join(folder, 'certificate.pem'), CERTIFICATE)
  writeFileSync(join(folder, 'key.pem'), CERTIFICATE_KEY)
  port = await freePort()
  program = spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    env: {
      ...{ ...SURROUNDINGS, HOST: '0.0.0.0', PORT: String(port) },
      YANZHEN_DATA: join(folder, 'data'),
      YANZHEN_INTERFACE: join(folder, 'dist'),
      YANZHEN_CERTIFICATE: join(folder, 'certificate.pem'),
      YANZHEN_CERTIFICATE_KEY: join(folder, 'key.pem'),
      YANZHEN_ORIGIN: `https://${NAME}:${port}`,
    },
  })
  await says(program, `https://${NAME}:${port}`)
})
afterAll(() => {
  program.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('served to other machines', () => {
  test('the session is a cookie of this host alone, sent by HTTPS alone', async () => {
    const { status, headers } = await signIn()
    expect(status).toBe(200)
    const [cookie] = headers['set-cookie']!
    expect(cookie).toMatch(/^__Host-yanzhen=[\w-]{43}; /)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(cookie).toContain(`; ${attribute}`)
    expect(cookie).not.toMatch(/domain/i)
  })

  test('a cookie that another host or plain HTTP could have set is not looked at', async () => {
    const token = /=([\w-]{43});/.exec((await signIn()).headers['set-cookie']![0]!)![1]
    const own = await ask('/api/v1/places', { headers: { cookie: `__Host-yanzhen=${token}` } })
    expect(own.status).toBe(200)
    const tossed = await ask('/api/v1/places', { headers: { cookie: `yanzhen=${token}` } })
    expect(tossed.status).toBe(401)
    const both = await ask('/api/v1/places', {
      headers: { cookie: `yanzhen=somebody-elses; __Host-yanzhen=${token}` },
    })
    expect(both.status).toBe(200)
  })

  test.each(['/', '/api/v1/health', '/api/v1/nothing', '/docs/'])(
    '%s tells the browser to come by HTTPS for a year',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers['strict-transport-security']).toBe('max-age=31536000')
    },
  )

  test.each(['127.0.0.1', 'localhost', 'other.example'])('by another name: %s', async (host) => {
    const { status } = await ask('/api/v1/health', { headers: { host: `${host}:${port}` } })
    expect(status).toBe(403)
  })

  test('nothing is said in the clear', async () => {
    const asked = httpRequest({ host: '127.0.0.1', port, path: '/api/v1/health' }).end()
    const [error] = await once(asked, 'error')
    expect(error.code).toMatch(/ECONNRESET|HPE_INVALID/)
  })

  test.each<{ options: ConnectionOptions; is: boolean; why: string }>([
    { options: { minVersion: 'TLSv1.3' }, is: true, why: 'TLS 1.3' },
    {
      options: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
      is: true,
      why: 'TLS 1.2 of an older browser',
    },
    {
      options: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' },
      is: false,
      why: 'CBC with SHA-1',
    },
    {
      options: {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      },
      is: false,
      why: 'TLS 1.1',
    },
  ])('$why is spoken: $is', async ({ options, is }) => {
    const socket = connect({
      host: '127.0.0.1',
      port,
      servername: NAME,
      ca: CERTIFICATE,
      ...options,
    })
    const ended = await Promise.race([
      once(socket, 'secureConnect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    expect(ended).toBe(is)
  })
})

describe('messages that are put together badly', () => {
  test('a body that tells no length ends where it grows too large', async () => {
    const body = Buffer.alloc(700_000, 32)
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const { status } = await ask('/api/v1/session', { method: 'POST', headers, body })
    expect(status).toBe(413)
  })

  test.each([
    {
      lines: ['POST /api/v1/session HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked'],
      why: 'two lengths',
    },
    {
      lines: ['GET /api/v1/health HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'],
      why: 'both',
    },
    {
      lines: ['GET /api/v1/health HTTP/1.1', `X-Long: ${'x'.repeat(20_000)}`],
      why: 'long headers',
    },
    { lines: ['GET /api/v1/health HTTP/9.9'], why: 'no such version' },
  ])('$why: refused', async ({ lines }) => {
    expect(await raw([...lines, `Host: ${NAME}:${port}`])).toMatch(/^HTTP\/1\.1 4\d\d|^$/)
  })

  test('TRACE gives nothing back', async () => {
    const said = await raw([
      'TRACE /api/v1/places HTTP/1.1',
      `Host: ${NAME}:${port}`,
      'X-Own: abc-def',
    ])
    expect(said).not.toContain('abc-def')
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d|^$/)
  })
})

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const options: RequestOptions = {
    ...{ host: '127.0.0.1', port, servername: NAME, ca: CERTIFICATE, path, method },
    headers: { host: `${NAME}:${port}`, ...headers },
  }
  const asked = httpsRequest(options).end(body)
  const [answer] = await once(asked, 'response')
  answer.resume()
  return { status: answer.statusCode as number, headers: answer.headers }
}

function signIn() {
  const body = JSON.stringify({ username: 'demo-county', password: DEMONSTRATION_PASSWORD })
  const headers = { 'content-type': 'application/json', origin: `https://${NAME}:${port}` }
  return ask('/api/v1/session', { method: 'POST', headers, body })
}

/** What comes back for lines that no client of ours would send; nothing when the connection is cut. */
async function raw(lines: string[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, servername: NAME, ca: CERTIFICATE })
  socket.on('error', () => {})
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  socket.end(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  await new Promise((resolve) => socket.once('close', resolve))
  return said
}

async function says(child: ChildProcess, text: string): Promise<void> {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk) => {
      said += chunk
      if (said.includes(text)) child.emit('said')
    })
  child.once('exit', () => child.emit('error', new Error(`It ended: ${said}`)))
  await once(child, 'said')
  child.removeAllListeners('exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address!.port : 0
}

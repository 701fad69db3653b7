import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** 32 random bytes each, by version: 1, 2, 3 … The highest encrypts and seals, all of them read. */
export type Keys = ReadonlyMap<number, Uint8Array>

/**
 * What the keys of one installation can do. Each use has a key of its own (HKDF-SHA-256, RFC 5869), so that one
 * never helps to break another.
 */
export type Keyring = {
  version: number
  versions: number[]
  /** AES-256-GCM as `version.nonce.tag.text`; `place` binds the value to its row. */
  encrypt(text: string, place: string): string
  /** Throws when the value was altered, moved to another place, or the key is not here. */
  decrypt(cipher: string, place: string): string
  /** The same of a file: version (4 bytes), nonce (12), tag (16), then the hidden bytes. */
  encryptBytes(bytes: Uint8Array, place: string): Buffer
  /** Throws like `decrypt`. */
  decryptBytes(cipher: Uint8Array, place: string): Buffer
  /** Keyed hash for exact look-up, by the current key unless another is named. */
  digest(kind: string, text: string, version?: number): string
  /** Keyed hash that ties an audit entry to the one before it. */
  seal(text: string, version?: number): string
  /** Tells the right key from a wrong one. */
  check(version: number): string
}

export function createKeyring(keys: Keys): Keyring {
  const versions = [...keys.keys()].sort((a, b) => a - b)
  const version = versions.at(-1)
  if (version === undefined) throw new RangeError('a keyring without a key')
  const derived = new Map<string, Buffer>()
  const keyFor = (use: string, of: number): Buffer => {
    const key = keys.get(of)
    if (!key) throw new RangeError(`no key of version ${of}`)
    const name = `${use} ${of}`
    const known =
      derived.get(name) ?? Buffer.from(hkdfSync('sha256', key, '', `yanzhen ${use}`, 32))
    derived.set(name, known)
    return known
  }
  const hmac = (use: string, of: number, text: string) =>
    createHmac('sha256', keyFor(use, of)).update(text).digest('base64url')
  return {
    version,
    versions,
    encrypt: (text, place) => encrypt(keyFor('field', version), version, text, place),
    decrypt: (cipher, place) => decrypt((of) => keyFor('field', of), cipher, place),
    encryptBytes: (bytes, place) => encryptBytes(keyFor('file', version), version, bytes, place),
    decryptBytes: (cipher, place) => decryptBytes((of) => keyFor('file', of), cipher, place),
    digest: (kind, text, of = version) => hmac(`lookup ${kind}`, of, text),
    seal: (text, of = version) => hmac('audit', of, text),
    check: (of) => hmac('check', of, 'yanzhen'),
  }
}

/** Of a file that was encrypted; null of anything shorter. */
export function versionOfBytes(cipher: Buffer): number | null {
  return cipher.length < VERSION_BYTES ? null : cipher.readUInt32BE()
}
export const VERSION_BYTES = 4

export function newKey(): Uint8Array {
  return randomBytes(32)
}

export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function encrypt(key: Buffer, version: number, text: string, place: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [version, ...[nonce, cipher.getAuthTag(), hidden].map(base64)].join('.')
}

function decrypt(keyOf: (version: number) => Buffer, stored: string, place: string): string {
  const [version = '', nonce = '', tag = '', hidden = ''] = stored.split('.')
  const bytes = (part: string) => Buffer.from(part, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(Number(version)), bytes(nonce), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes(tag))
  return Buffer.concat([decipher.update(bytes(hidden)), decipher.final()]).toString('utf8')
}

function encryptBytes(key: Buffer, version: number, bytes: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const head = Buffer.alloc(VERSION_BYTES)
  head.writeUInt32BE(version)
  const hidden = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([head, nonce, cipher.getAuthTag(), ...hidden])
}

function decryptBytes(
  keyOf: (version: number) => Buffer,
  stored: Uint8Array,
  place: string,
): Buffer {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.length)
  const version = versionOfBytes(bytes)
  if (version === null) throw new RangeError('too short for a file that was encrypted')
  const [nonce, tag, hidden] = [bytes.subarray(4, 16), bytes.subarray(16, 32), bytes.subarray(32)]
  const decipher = createDecipheriv('aes-256-gcm', keyOf(version), nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
  return Buffer.concat([decipher.update(hidden), decipher.final()])
}

const base64 = (bytes: Buffer) => bytes.toString('base64url')

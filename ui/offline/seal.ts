/** AES-GCM: 96 bits that are never used twice with one key (NIST SP 800-38D). */
const IV_BYTES = 12

export type Sealed = { iv: Uint8Array<ArrayBuffer>; cipher: ArrayBuffer }

/** A key that no script can read out of the browser, ours included. */
export const newKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** The name is sealed along, so that one thing cannot be put in the place of another. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const text = new TextEncoder().encode(JSON.stringify(value))
  return { iv, cipher: await crypto.subtle.encrypt(how(iv, name), key, text) }
}

export async function unseal<T>(key: CryptoKey, name: string, { iv, cipher }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt(how(iv, name), key, cipher)
  return JSON.parse(new TextDecoder().decode(text)) as T
}

const how = (iv: Uint8Array<ArrayBuffer>, name: string) => ({
  ...{ name: 'AES-GCM', iv },
  additionalData: new TextEncoder().encode(name),
})

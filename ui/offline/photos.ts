import { read } from '../client.ts'
import { language } from '../words/index.ts'
import type { Photo } from './entries.ts'

/** Enough to read a sheet of paper; a phone's own picture has ten times the bytes. */
const LONGEST_SIDE = 1600
const QUALITY = 0.82
/** A slow line takes its time; one that hangs is tried again, in milliseconds. */
const PATIENCE = 60_000

/** The picture as a JPEG of at most 1600 pixels, in base64; null when the browser cannot read it. */
export async function scaled(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * share))
  canvas.height = Math.max(1, Math.round(picture.height * share))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? null
}

export const addressOfPhoto = (jpeg: string) => `data:image/jpeg;base64,${jpeg}`

/** The server knows a picture by its bytes, so that it is there once however often it is sent. */
export function sendPhoto({ session, name, jpeg }: Photo): Promise<unknown> {
  const address = `/api/v1/entries/session/${session}/files?name=${encodeURIComponent(name)}`
  const headers = { 'content-type': 'application/octet-stream', 'accept-language': language() }
  const body = Uint8Array.from(atob(jpeg), (char) => char.charCodeAt(0))
  const signal = AbortSignal.timeout(PATIENCE)
  return read(fetch(address, { method: 'POST', headers, body, signal }))
}

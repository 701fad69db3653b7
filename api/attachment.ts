import type { Context } from 'hono'

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A file to keep, under a name that may be Chinese (RFC 6266). */
export function attachment(
  c: Context,
  body: Uint8Array | ReadableStream,
  { name, format }: { name: string; format: keyof typeof MEDIA },
): Response {
  const plain = `yanzhen.${format}`
  // The name came with a file of somebody's: no folder, no device, no sign that turns the writing round.
  const plainName = name
    .toWellFormed()
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^\.+/, '')
  const encoded = encodeURIComponent(plainName).replace(/['()*]/g, (sign) => `%${hex(sign)}`)
  return c.body(body as ReadableStream, 200, {
    'content-type': MEDIA[format],
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  })
}

const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase()

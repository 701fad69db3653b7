import type { Context } from 'hono'

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  lrmx: 'application/xml',
}

/** A file to keep, under a name that may be Chinese (RFC 6266). */
export function attachment(
  c: Context,
  body: Uint8Array | ReadableStream,
  { name, format }: { name: string; format: keyof typeof MEDIA },
): Response {
  return c.body(body as ReadableStream, 200, {
    'content-type': MEDIA[format],
    'content-disposition': disposition('attachment', name, format),
  })
}

/** How a browser is to take a file; `plain` ends the name for programs that read ASCII alone. */
export function disposition(how: 'attachment' | 'inline', name: string, plain: string): string {
  const encoded = encodeURIComponent(plainName(name)).replace(/['()*]/g, (sign) => `%${hex(sign)}`)
  return `${how}; filename="yanzhen.${plain}"; filename*=UTF-8''${encoded}`
}

/** A name that came with a file of somebody's: no folder, no device, no sign that turns the writing round. */
export function plainName(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^\.+/, '')
}

const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase()

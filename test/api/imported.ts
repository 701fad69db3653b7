import { workbookOf } from '../../api/exports/workbook.ts'
import type { SignedInClient } from './served.ts'

/** Spreadsheets of tests: real files, sent as a browser sends them. */
export type Cells = readonly (readonly string[])[]

export const csv = (rows: Cells) =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )

export async function xlsx(rows: Cells, name = 'Sheet1'): Promise<Uint8Array> {
  return joined(workbookOf([{ name, rows, widths: rows[0]!.map(() => 12), frozen: 1 }]))
}

export async function joined(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

type Client = Pick<SignedInClient, 'app' | 'get' | 'put' | 'post'>

export function importing(client: Client) {
  const upload = (bytes: Uint8Array, { kind = 'people', name = '名单.xlsx' } = {}) =>
    client.app.request(`/api/v1/imports?kind=${kind}&name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
      headers: { 'content-type': 'application/octet-stream' },
    })
  const find = async (id: string) => json(await client.get(`/imports/${id}`))
  /** As soon as the server has done what it is at. */
  const settled = async (id: string) => {
    for (let round = 0; round < 600; round++) {
      const record = await find(id)
      if (!MOVING.has(record.state)) return record
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`import ${id} does not come to rest`)
  }
  return {
    upload,
    find,
    settled,
    /** Uploads and waits for the preview, or for what is asked. */
    async begin(bytes: Uint8Array, options: { kind?: string; name?: string } = {}) {
      const { id } = await json(await upload(bytes, options))
      return settled(id)
    },
    rows: async (id: string, query = '') =>
      (await json(await client.get(`/imports/${id}/rows${query}`))).rows,
    choose: (record: { id: string; revision: number }, choices: unknown) =>
      client.put(`/imports/${record.id}/choices`, choices, { 'if-match': `"${record.revision}"` }),
    async write(id: string) {
      await json(await client.post(`/imports/${id}/writing`, {}))
      return settled(id)
    },
    async undo(id: string) {
      await json(await client.post(`/imports/${id}/undoing`, {}))
      return settled(id)
    },
  }
}

const MOVING = new Set(['reading', 'checking', 'writing', 'undoing'])

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field.
export async function json(response: Response): Promise<any> {
  const body = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(body))
  return body
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRoster } from '../../api/roster/reader.ts'
import type { RawLine } from '../../api/roster/types.ts'
import { csv } from './lists.ts'

const list = readFileSync(join(import.meta.dirname, '..', 'rosters', 'veterans.xlsx'))
const many = (rows: number) => csv(['姓名,性别,所在村', ...Array(rows).fill('王伟,男,北庄村')])
const never = new AbortController().signal

describe('the thread that reads', () => {
  test('gives the rows in order, batch by batch, and the reading behind them', async () => {
    const lines: RawLine[] = []
    const take = (more: RawLine[]) => void lines.push(...more)
    const reading = await readRoster(list, 'veterans.xlsx', {}, take, never)
    expect(reading).toMatchObject({ format: 'xlsx', rows: 40 })
    expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: 40 }, (_, at) => at + 2))
  })

  test('waits for whoever takes the rows', async () => {
    let [taking, most, rows] = [0, 0, 0]
    const take = async (more: RawLine[]) => {
      most = Math.max(most, ++taking)
      await new Promise((resolve) => setTimeout(resolve, 1))
      rows += more.length
      taking--
    }
    await readRoster(many(4_000), 'many.csv', {}, take, never)
    expect([most, rows]).toEqual([1, 4_000])
  })

  test('a signal ends it in the middle of a file', async () => {
    const stop = new AbortController()
    const reading = readRoster(many(50_000), 'many.csv', {}, () => stop.abort(), stop.signal)
    await expect(reading).rejects.toMatchObject({ kind: 'cancelled' })
  })

  test('a refusal comes out of it with its words', async () => {
    const reading = readRoster(csv(['王伟,男']), 'x.csv', {}, () => {}, never)
    await expect(reading).rejects.toMatchObject({
      kind: 'no-header',
      words: { zh: expect.stringContaining('表头') },
    })
  })

  test('what goes wrong with the rows ends it, too', async () => {
    const fail = () => {
      throw new Error('no room')
    }
    await expect(readRoster(many(10), 'many.csv', {}, fail, never)).rejects.toThrow('no room')
  })

  test('a file of 300 MB is refused before it is looked at', async () => {
    const bytes = new Uint8Array(300 * 1024 ** 2)
    const reading = readRoster(bytes, '名册.xlsx', {}, () => {}, never)
    await expect(reading).rejects.toMatchObject({
      kind: 'too-large',
      words: { zh: expect.stringContaining('60 MB') },
    })
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../ui/words/en.ts'
import { zh } from '../ui/words/zh-CN.ts'

test('every kind of finding in a spreadsheet has a name for the filters, in both languages', () => {
  const kinds = kindsOfTheServer()
  expect(kinds.length).toBeGreaterThan(50)
  expect(kinds.filter((kind) => !isNamed(zh.imports, kind))).toEqual([])
  expect(kinds.filter((kind) => !isNamed(en.imports, kind))).toEqual([])
})

type Names = Pick<typeof zh.imports, 'kinds' | 'kindOf' | 'kindHow'>

/** As a whole, or put together of what it is about and how. */
function isNamed({ kinds, kindOf, kindHow }: Names, kind: string): boolean {
  const [of = '', how = ''] = kind.split('.')
  return kind in kinds || (of in kindOf && how in kindHow)
}

/** What stands where a kind does: 'born-on.differs'. Actions of the audit and files look alike. */
function kindsOfTheServer(): string[] {
  const found = ['../api/roster', '../api/imports'].flatMap((folder) => [
    ...textOf(join(import.meta.dirname, folder)).matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)'/g),
  ])
  const names = found.map(([, name = '']) => name)
  return [...new Set(names)].filter((name) => !/^(import|seats)\.|\.ts$/.test(name))
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What each layer may import from the others; everything else is the reader's surprise. */
const allowed: Record<string, { layers: string[]; types: string[]; why: string }> = {
  matching: { layers: [], types: [], why: 'pure: it knows neither storage nor HTTP' },
  db: { layers: [], types: [], why: 'SQL and nothing else' },
  api: { layers: ['db', 'matching'], types: [], why: 'the only folder that knows both' },
  ui: { layers: [], types: ['api'], why: 'of the server only the type of the app' },
}

describe.each(Object.keys(allowed))('%s imports only what its layer may', (layer) => {
  test.each(filesOf(layer))('%s', (file) => {
    const rule = allowed[layer]!
    for (const { target, isType } of importsOf(file)) {
      const other = relative(root, join(root, dirname(file), target)).split('/')[0]!
      if (other === layer || !(other in allowed)) continue
      const may = [...rule.layers, ...(isType ? rule.types : [])]
      expect(may, `${file} imports ${target}; ${layer} is ${rule.why}`).toContain(other)
    }
  })
})

test('matching asks nothing of the outside: no clock, no chance, no I/O', () => {
  for (const file of filesOf('matching')) {
    const text = readFileSync(join(root, file), 'utf8')
    expect(text, file).not.toMatch(
      /Date\.now|new Date\(|Math\.random|performance\.|process\.|fetch\(|from 'node:/,
    )
  }
})

function filesOf(layer: string): string[] {
  return readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(layer, file))
}

function importsOf(file: string) {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^\s*(import|export)( type)? [^;'"]*?from '(\.[^']+)'/gm)].map(
    (match) => ({
      target: match[3]!,
      isType: match[2] !== undefined,
    }),
  )
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** Beside the assets: what a browser needs to install the program and to open it. */
const OTHERS = ['/', '/manifest.webmanifest', '/icons/yanzhen.svg', '/icons/yanzhen-192.png']
/** What a mentor works with; the rest is kept as it is used. */
const WITHOUT_NETWORK = /\/ui\/((pages|parts)\/mentoring|pages\/home|offline\/)/

/** Writes the service worker with the files of this build; its bytes change with them, so browsers renew it. */
export function serviceWorker(): Plugin {
  return {
    name: 'yanzhen-service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = [...OTHERS, ...assetsOf(bundle).map((name) => `/${name}`)]
      const template = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
      const source = template
        .replace('__VERSION__', version)
        .replace('__FILES__', JSON.stringify(files))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}

/** The program's beginning and the mentor's pages, with everything that these import at once. */
function assetsOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((it) => it.type === 'chunk')
  const found = new Set<string>()
  const add = (name: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (found.has(name)) return
    found.add(name)
    for (const other of chunk?.imports ?? []) add(other)
    for (const style of chunk?.viteMetadata?.importedCss ?? []) found.add(style)
  }
  for (const { fileName, isEntry, moduleIds } of chunks)
    if (isEntry || moduleIds.some((id) => WITHOUT_NETWORK.test(id))) add(fileName)
  return [...found].sort()
}

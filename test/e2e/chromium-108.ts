import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { surroundings } from './browser.ts'

const { resolve } = createRequire(import.meta.url)
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb']
/** The package unpacks to a place that does not say its version, so the newer one would be taken for it. */
const FOLDER = join(tmpdir(), 'yanzhen-chromium-108')

/** The oldest browser that offices run, from December 2022, with libraries of its own. */
export async function launch108(): Promise<Browser> {
  await mkdir(FOLDER, { recursive: true })
  const bin = join(dirname(resolve('chromium-108/package.json')), 'bin')
  const executablePath = await unpacked(join(bin, 'chromium.br'))
  const libraries = await unpacked(join(bin, 'aws.tar.br'))
  await unpacked(join(bin, 'swiftshader.tar.br'))
  const env = { ...(await surroundings()), LD_LIBRARY_PATH: join(libraries, 'lib') }
  return chromium.launch({ executablePath, args: FLAGS, env })
}

async function unpacked(path: string): Promise<string> {
  const { default: packed } = await import(resolve('chromium-108/build/lambdafs.js'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = FOLDER
  try {
    return await packed.inflate(path)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

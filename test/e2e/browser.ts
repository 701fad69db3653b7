import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb']
const FONTS = dirname(
  createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'),
)

/** The browser of the machine where there is one, else the one inside a package. */
export async function launch(): Promise<Browser> {
  const system = SYSTEM.find((path) => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args: FLAGS })
  // Read at import: it makes the package bring its own libraries as well.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: FLAGS,
  })
}

/** A fresh reader. Chinese glyphs come from a package, since a bare machine has none. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options })
  await context.route('**/test-fonts/**', async (route) => {
    const path = new URL(route.request().url()).pathname.split('/test-fonts/')[1]!
    const body = await readFile(join(FONTS, path))
    if (!path.endsWith('.css')) return route.fulfill({ body, contentType: 'font/woff2' })
    await route.fulfill({ body: asInterfaceFace(body.toString()), contentType: 'text/css' })
  })
  await context.route(isPage, async (route) => {
    // A connection that the server lets go of while idle may be taken at the same moment.
    const answer = await route.fetch({ maxRetries: 3 })
    const html = (await answer.text()).replace('</head>', `${FACES}</head>`)
    await route.fulfill({ response: answer, body: html })
  })
  return context
}

const FACES = [400, 500, 600]
  .map((weight) => `<link rel="stylesheet" href="/test-fonts/${weight}.css">`)
  .join('')

const isPage = (url: URL) =>
  !/^\/(api|assets|test-fonts|docs)\//.test(url.pathname) && !url.pathname.includes('.')

/** Goes by a name that the interface asks for, so that nothing of the product changes for a test. */
const asInterfaceFace = (css: string) =>
  css
    .replaceAll("'Noto Sans SC'", "'Microsoft YaHei'")
    .replaceAll('./files/', '/test-fonts/files/')
    .replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '')

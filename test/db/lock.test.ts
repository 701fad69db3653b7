import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdFolder } from '../../db/lock.ts'
import { isDatabaseProblem } from '../../db/problem.ts'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'yanzhen-lock-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('a folder is held by one at a time, and said to be', () => {
  const release = holdFolder(folder)
  const problem = problemOf(() => holdFolder(folder))
  expect(problem.code).toBe('in-use')
  for (const words of [problem.words.zh, problem.words.en]) expect(words).toContain(folder)
  release()
  holdFolder(folder)()
  expect(fs.readdirSync(folder)).toEqual(['yanzhen.lock'])
})

test('another process cannot hold it either, and one that crashed holds it no more', () => {
  const release = holdFolder(folder)
  expect(held('')).toBe('in-use')
  release()
  expect(held(`process.kill(process.pid, 'SIGKILL')`)).toBe('')
  holdFolder(folder)()
})

test.runIf(process.platform !== 'win32')('a lock that may not be written holds nothing', () => {
  const closed = join(folder, 'closed')
  fs.mkdirSync(closed)
  holdFolder(closed)()
  fs.chmodSync(join(closed, 'yanzhen.lock'), 0o444)
  fs.chmodSync(folder, 0o755)
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    expect(problemOf(() => holdFolder(closed)).code).toBe('no-permission')
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
})

function problemOf(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (isDatabaseProblem(error)) return error
    throw error
  }
  throw new Error('no problem was told')
}

/** What a second process meets that holds the folder and then does something. */
function held(then: string): string {
  const lock = join(import.meta.dirname, '../../db/lock.ts')
  const text = `
    import { holdFolder } from ${JSON.stringify(lock)}
    try { holdFolder(${JSON.stringify(folder)}) } catch ({ code }) { process.stdout.write(code) }
    ${then}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' })
    .stdout
}

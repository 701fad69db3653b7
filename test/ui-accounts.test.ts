import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXPORTS } from '../api/audit-summary.ts'
import { deviceOf } from '../ui/parts/account/device.ts'
import { en } from '../ui/words/en.ts'
import { zh } from '../ui/words/zh-CN.ts'

describe('what a browser says of itself, in the names that people know it by', () => {
  test.each([
    {
      agent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
      device: { browser: 'Edge', system: 'Windows' },
      why: 'Edge names Chrome and Safari as well',
    },
    {
      agent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.42',
      device: { browser: 'WeChat', system: 'iPhone' },
      why: 'an iPhone names Mac OS X',
    },
    {
      agent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36 UOS',
      device: { browser: 'Chrome', system: 'UOS' },
      why: 'office desktops are Linux with a name',
    },
    {
      agent: 'Mozilla/5.0 (Android 13; Mobile; rv:121.0) Gecko/121.0 Firefox/121.0',
      device: { browser: 'Firefox', system: 'Android' },
      why: 'a plain one',
    },
    { agent: 'curl/8.5.0', device: { browser: null, system: null }, why: 'no browser' },
    { agent: null, device: { browser: null, system: null }, why: 'nothing said' },
  ])('$device.browser on $device.system: $why', ({ agent, device }) => {
    expect(deviceOf(agent)).toEqual(device)
  })
})

test('the auditor reads every action that the server writes down, in both languages', () => {
  const missing = actionsOfTheServer().filter(
    (id) => !(id in zh.audit.actions) || !(id in en.audit.actions),
  )
  expect(missing).toEqual([])
})

test('the auditor’s count of exports opens exactly the entries that it counts', () => {
  const text = readFileSync(
    join(import.meta.dirname, '../ui/parts/account/audit-actions.ts'),
    'utf8',
  )
  const group = /exports: \[([^\]]+)\]/.exec(text)?.[1] ?? ''
  const ids = [...group.matchAll(/'([^']+)'/g)].map((match) => match[1])
  expect(ids.sort()).toEqual([...EXPORTS].sort())
})

/** Ids beside `action:`, and those handed to what records a miss. */
function actionsOfTheServer(): string[] {
  const folder = join(import.meta.dirname, '../api')
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const found = text.matchAll(
    /action: (?:\w+ \? )?'([a-z]+\.[a-z-]+)'|Miss\(c, '([a-z]+\.[a-z-]+)'/g,
  )
  return [...new Set([...found].map((match) => match[1] ?? match[2] ?? ''))]
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  at,
  BEIZHUANG,
  codes,
  copied,
  databaseOf,
  folder,
  HEAD,
  LINES,
  reading,
  run,
  serving,
  verified,
  withCounty,
  write,
} from './terminal.ts'

withCounty()

describe('a county is set up from the statistics codes', () => {
  test('with its places, seats, dictionaries, policy, notice, settings and first administrator', async () => {
    const { stdout, status } = await run(
      at('whole'),
      'set-up',
      '--county',
      '370406',
      '--divisions',
      codes,
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/村 villages: 2\n[\s\S]*社区 communities: 2\n/)
    expect(stdout).toMatch(/请县里核定[\s\S]*The\s+county should correct them/)
    expect(stdout).toMatch(/一次性口令 one-time password: \w{5}(-\w{5}){3}\n/)
    const rows = <Row>(sql: string) => reading(at('whole'), (db) => db.prepare(sql).all() as Row[])
    expect(rows('select name, province, is_demonstration as d from counties')).toEqual([
      { name: '山亭区', province: '山东省', d: 0 },
    ])
    expect(rows('select name, kind from villages order by code')).toEqual([
      { name: '双山社区', kind: 'community' },
      { name: '涧河社区', kind: 'community' },
      { name: '北庄村', kind: 'village' },
      { name: '洪门村', kind: 'village' },
    ])
    expect(rows(SEATS)).toEqual([
      { kind: 'community', party: 5, committee: 7, supervision: 3 },
      { kind: 'village', party: 3, committee: 3, supervision: 3 },
    ])
    for (const table of ['departments', 'sources', 'reasons', 'skills'])
      expect(rows(`select * from ${table}`).length, table).toBeGreaterThan(3)
    for (const table of ['policies', 'notices', 'settings'])
      expect(rows(`select version from ${table}`), table).toEqual([{ version: 1 }])
    expect(rows('select username, role, must_change_password as must from accounts')).toEqual([
      { username: 'admin', role: 'admin', must: 1 },
    ])
    expect(await verified(at('whole'))).toEqual({ entries: 2, fault: null, keptHeads: 1 })
  })

  test.each([
    { name: 'with a mark', text: `\uFEFF${LINES.join('\n')}\n`, why: 'UTF-8 of a spreadsheet' },
    { name: 'GB 18030', text: gb18030(LINES), why: 'Chinese Windows' },
  ])('from a file $name: $why', async ({ name, text }) => {
    const file = write(`${name}.csv`, text)
    const made = await run(
      ...[at(name), 'set-up', '--county', '370404', '--divisions', file, '--name', '峄城'],
    )
    expect(made.stdout).toContain('已建立 峄城（370404，')
    expect(reading(at(name), (db) => db.prepare('select name from villages').all())).toEqual([
      { name: '仙坛社区' },
    ])
  })

  test('each wrong line is told with its number and reason, and nothing is written', async () => {
    const wrong = [
      `${BEIZHUANG},370406104200,北庄村委会`,
      `${BEIZHUANG},3.70406E+11,洪门村委会`,
      `${BEIZHUANG},370406104200,抱犊崮村委会`,
      `${BEIZHUANG},370406105201,水泉村委会`,
      `${BEIZHUANG},370406104202,`,
      `${BEIZHUANG},370406104203,双河,村委会`,
      '37,山东省,3704,枣庄市,370406,山亭县,370406104,北庄镇,370406104204,小庄村委会',
      '37,山东省,3704,枣庄市,37O406,山亭区,370406104,北庄镇,370406104205,大庄村委会',
    ]
    const file = write('wrong.csv', [HEAD, ...wrong].join('\n'))
    const made = await run(at('wrong'), 'set-up', '--county', '370406', '--divisions', file)
    expect({ status: made.status, stdout: made.stdout }).toEqual({ status: 1, stdout: '' })
    expect(made.stderr).toMatch(
      /7 处错误，没有写入任何数据[\s\S]*7 mistakes, and nothing was written/,
    )
    for (const told of [
      /第 3 行：village_code“3\.70406E\+11”应为 12 位数字.*科学计数法/,
      /第 4 行：village_code 370406104200 与第 2 行重复/,
      /第 5 行：village_code“370406105201”.*以 370406104 开头/,
      /第 6 行：village 为空/,
      /第 7 行：列数与表头不同/,
      /第 8 行：county“山亭县”与前面同一代码的“山亭区”不一致/,
      /第 9 行：county_code“37O406”应为 6 位数字/,
      /line 3: .*rounded/,
    ])
      expect(made.stderr).toMatch(told)
    expect(existsSync(join(folder, 'wrong'))).toBe(false)
  })

  test.each([
    {
      args: ['--county', '370499'],
      says: /没有代码为 370499.*370406 山亭区、370404 峄城区/,
      why: 'not in the file',
    },
    { args: ['--county', '3704'], says: /须写明县代码/, why: 'no code of a county' },
    { args: [], says: /须写明县代码/, why: 'no county' },
    {
      args: ['--county', '370406', '--divisions', '/nowhere.csv'],
      says: /无法读取 \/nowhere\.csv/,
      why: 'no file',
    },
    {
      args: ['--county', '370406', '--json'],
      says: /参数有误/,
      why: 'an option of another command',
    },
  ])('refuses $args: $why', async ({ args, says }) => {
    const { status, stderr } = await run(at('none'), 'set-up', '--divisions', codes, ...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(says)
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  test('refuses a file without the columns, and a database that is in use', async () => {
    const other = write('other.csv', '代码,名称\n370406001001,双山居委会\n')
    const strange = await run(at('none'), 'set-up', '--county', '370406', '--divisions', other)
    expect(strange.stderr).toMatch(/缺少列 province、county_code/)
    const before = readFileSync(databaseOf(at('base')))
    const again = await run(at('base'), 'set-up', '--county', '370404', '--divisions', codes)
    expect(again.stderr).toMatch(/已有一个县的数据，未作任何改动[\s\S]*holds a county already/)
    expect(readFileSync(databaseOf(at('base'))).equals(before)).toBe(true)
  })

  test('the server that starts on it is no demonstration: the sign-in page lists nobody', async () => {
    const env = copied('base', 'served')
    const server = await serving(env)
    const session = await (await fetch(`${server.address}/api/v1/session`)).json()
    expect(session).toMatchObject({ isDemonstration: false, demonstration: [] })
    expect(server.said()).not.toContain('one-time password')
    await server.stop()
  })
})

const SEATS = `
  select distinct kind,
    (select sum(seats) from posts p where p.village_code = v.code and post in ('secretary', 'party-member')) party,
    (select sum(seats) from posts p where p.village_code = v.code and post in ('chair', 'committee-member')) committee,
    (select sum(seats) from posts p where p.village_code = v.code and post like 'supervision%') supervision
  from villages v order by kind`

/** The signs of these lines as GB 18030 writes them, by the table that Node reads it with. */
function gb18030(lines: string[]): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...lines.join('\n')].flatMap((sign) => codes.get(sign) ?? sign.charCodeAt(0)))
}

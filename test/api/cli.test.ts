import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wrapped } from '../../api/wrapped.ts'
import { TOWNSHIP } from '../cast.ts'
import { SURROUNDINGS } from '../surroundings.ts'

let data: string
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'yanzhen-cli-'))
})
afterAll(() => {
  for (const end of ['', '-keys']) rmSync(data + end, { recursive: true, force: true })
})

describe('the terminal', () => {
  test('plans Beizhuang as one JSON object that an outsider can verify', () => {
    const { stdout, status } = run('plan', '--township', TOWNSHIP, '--json')
    expect(status).toBe(0)
    const plan = JSON.parse(stdout)
    expect(Object.keys(plan)).toEqual([
      ...['scope', 'referenceOn', 'villages', 'people', 'kin'],
      ...['slates', 'plan', 'before', 'after'],
    ])
    expect(plan.villages).toHaveLength(21)
    const people = new Map(plan.people.map((person: { id: string }) => [person.id, person]))
    const seats = plan.slates.flatMap(({ village, seats }: Slate) =>
      seats.map((seat) => ({ village, ...seat })),
    )
    expect(seats.every(({ talent }: { talent: string }) => people.has(talent))).toBe(true)
    const places = new Map<string, Set<string>>()
    for (const { talent, village } of seats) {
      places.set(talent, (places.get(talent) ?? new Set()).add(village))
    }
    expect([...places.values()].every(({ size }) => size === 1)).toBe(true)
    expect(Object.keys(plan.people[0])).toEqual([
      ...['id', 'name', 'sex', 'birthOn', 'age', 'education', 'partyStatus', 'nationality'],
      ...['sources', 'homeVillage'],
    ])
    const ofTwo = seats.filter(({ post }: { post: string }) => !/supervis/.test(post))
    const talents = new Set(ofTwo.map(({ talent }: { talent: string }) => talent))
    expect(plan.after.people).toBe(talents.size)
    expect(plan.plan.tiers.map(({ tier }: { tier: string }) => tier)).toEqual([
      'law',
      'policy',
      'wish',
    ])
    expect(plan.plan.gap).toBeLessThanOrEqual(0.001)
  })

  test('prints tables for people in both languages', () => {
    expect(run('plan', '--township', '370406405').stdout).toMatch(
      /建议人选[\s\S]*换届前[\s\S]*已证明最少/,
    )
    const english = run('plan', '--township', '370406405', '--lang', 'en').stdout
    expect(english).toMatch(/Proposed[\s\S]*Before[\s\S]*proven least/)
  })

  test('writes the full model of a plan for outsiders beside it', () => {
    const file = join(data, 'model.mps')
    const { stdout, status } = run('plan', '--township', '370406405', '--json', '--mps', file)
    expect(status).toBe(0)
    const { villages, slates } = JSON.parse(stdout)
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(
      /^\* Committees for villages[\s\S]*\nNAME yanzhen FREE\n[\s\S]*\nENDATA\n$/,
    )
    for (const { code } of villages) expect(text).toContain(`seats.${code}.secretary`)
    for (const { talent } of slates[0].seats)
      expect(text).toContain(`x.${talent}.${villages[0].code}.`)
  })

  test.each([
    {
      args: ['plan', '--township', '370406999'],
      says: /没有代码为 370406999[\s\S]*370406104 北庄镇/,
      why: 'an unknown township',
    },
    { args: ['plan', '--county', '110101'], says: /没有代码为 110101/, why: 'an unknown county' },
    { args: ['plan'], says: /--township/, why: 'no place' },
    {
      args: ['plan', '--township', TOWNSHIP, '--lang', 'fr'],
      says: /zh 或 en/,
      why: 'an unknown language',
    },
    { args: ['plan', '--out'], says: /参数有误/, why: 'an option without its value' },
    {
      args: ['plan', '--township', TOWNSHIP, '--out', '/nonexistent/plan.txt'],
      says: /^\n无法写入 \/nonexistent\/plan\.txt/,
      why: 'a file that cannot be written, before anything is solved',
    },
    {
      args: ['plan', '--township', TOWNSHIP, '--mps', '/nonexistent/model.mps'],
      says: /^\n无法写入 \/nonexistent\/model\.mps/,
      why: 'a model that cannot be written',
    },
    { args: ['appoint'], says: /没有“appoint”这个命令/, why: 'an unknown command' },
  ])('ends with 1 and a clear sentence for $why', ({ args, says }) => {
    const { status, stdout, stderr } = run(...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(says)
  })

  test('migrate and seed say what they did, help lists the commands', () => {
    expect(run('migrate').stdout).toContain('数据库已是本程序的版本')
    expect(run('seed').stdout).toContain('未改动')
    expect(run('help').stdout).toContain('npm run plan')
  })
})

test.each([
  {
    text: '村务公开三十八期',
    columns: 8,
    lines: ['村务公开', '三十八期'],
    why: 'wide signs count two',
  },
  {
    text: '无漏项（考核）',
    columns: 12,
    lines: ['无漏项（考', '核）'],
    why: 'no line begins with a closing sign',
  },
  {
    text: 'barred mainly by age',
    columns: 12,
    lines: ['barred', 'mainly by', 'age'],
    why: 'words stay whole',
  },
])('“$text” is wrapped: $why', ({ text, columns, lines }) => {
  expect(wrapped(text, columns).split('\n')).toEqual(lines)
})

type Slate = { village: string; seats: { talent: string }[] }

function run(...args: string[]) {
  const env = { ...SURROUNDINGS, YANZHEN_DATA: data }
  const cwd = join(import.meta.dirname, '../..')
  return spawnSync(process.execPath, ['api/cli.ts', ...args], { cwd, env, encoding: 'utf8' })
}

import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { at, folder, run, write } from './terminal.ts'

const FEATURES = `feature,value,min,max
gender,female,2,2
gender,male,2,2
home,north,1,3
home,south,1,3
`
const PEOPLE = `id,gender,home
a,female,north
b,female,south
c,female,south
d,male,north
e,male,north
f,male,south
`
const WEIGHTS = `id,weight
a,1
b,2.5
c,2
d,0
e,1e0
f,.5
`

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Files = {
  features?: string | Buffer
  people?: string | Buffer
  weights?: string
  select?: string
}
let files = 0

/** The command over files with these texts. */
async function asked({ features = FEATURES, people = PEOPLE, weights, select = '4' }: Files = {}) {
  const file = (name: string, text: string | Buffer) => write(`${name}-${files++}.csv`, text)
  return run(
    at('nowhere'),
    ...['quota', '--json', '--select', select],
    ...['--features', file('features', features), '--people', file('people', people)],
    ...(weights === undefined ? [] : ['--weights', file('weights', weights)]),
  )
}

const answered = async (given: Files = {}) => {
  const { status, stdout, stderr } = await asked(given)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('people are chosen under quotas from files', () => {
  test('the heaviest, with the proof that nobody could do better', async () => {
    expect(await answered({ weights: WEIGHTS })).toEqual({
      status: 'solved',
      objective: 6,
      bound: 6,
      selected: ['b', 'c', 'e', 'f'],
      conflicts: [],
      isEveryConflict: true,
      remedies: [],
    })
  })

  test('without weights anybody who keeps the quotas, the same again', async () => {
    const first = await answered()
    expect(first).toMatchObject({ status: 'solved', objective: 4, bound: 4 })
    expect(await answered()).toEqual(first)
  })

  test('what cannot be is answered with its conflicts and remedies, in both languages', async () => {
    expect(await answered({ features: `${FEATURES}home,island,1,2\n` })).toMatchObject({
      status: 'impossible',
      objective: null,
      bound: null,
      selected: [],
      conflicts: [['home=island min 1']],
      isEveryConflict: true,
      remedies: [
        {
          kind: 'fewest',
          seats: 1,
          changes: [{ feature: 'home', value: 'island', bound: 'min', from: 1, to: 0 }],
          words: {
            zh: 'home=island 的下限由 1 降为 0',
            en: 'lower the min of home=island from 1 to 0',
          },
        },
      ],
    })
  })

  test('more than there are people is no mistake either', async () => {
    const found = await answered({
      select: '7',
      features: 'feature,value,min,max\nhome,north,0,9\nhome,south,0,9\n',
    })
    expect(found).toMatchObject({ status: 'impossible', conflicts: [['select 7']] })
    expect(found.remedies[0].words.en).toBe('select 6 instead of 7')
  })

  test('and read by people: the chosen, or the conflicts with what would mend them', async () => {
    const files = ['--features', write('f.csv', FEATURES), '--people', write('p.csv', PEOPLE)]
    const { stdout } = await run(at('nowhere'), 'quota', ...files, '--select', '4')
    expect(stdout).toMatch(/已选 4 人 chosen: 4[\s\S]*权重合计[\s\S]* {2}[a-f]\n/)
    const clash = await run(at('nowhere'), 'quota', ...files, '--select', '5')
    expect(clash.stdout).toMatch(/无法按配额选出[\s\S]*gender=female max 2、gender=male max 2/)
  })
})

describe('a table is read as it comes', () => {
  test.each<{ why: string } & Files>([
    {
      why: 'with a byte order mark and Windows line ends',
      features: `\uFEFF${FEATURES}`.replaceAll('\n', '\r\n'),
    },
    { why: 'with blanks around cells', features: FEATURES.replaceAll(',', ' , ') },
    { why: 'with quotes', people: PEOPLE.replaceAll(/(\w+),(\w+),(\w+)/g, '"$1","$2","$3"') },
    { why: 'without an end to its last line', people: PEOPLE.trimEnd() },
    { why: 'with empty lines', people: PEOPLE.replaceAll('\n', '\n\n') },
    {
      why: 'with the headings of the published instances',
      features: FEATURES.replace('feature,value', 'category,feature'),
    },
    {
      why: 'with columns that no quota asks for',
      people: PEOPLE.replaceAll('\n', ',x\n').replace(',x', ',e-mail'),
    },
    {
      why: 'with its id in another column, named',
      people: PEOPLE.replaceAll(/(.*),(.*),(.*)/g, '$2,$3,$1').replace(',id', ',nationbuilder_id'),
    },
  ])('$why', async ({ why, ...given }) => {
    expect(await answered({ ...given, weights: WEIGHTS })).toMatchObject({
      status: 'solved',
      selected: ['b', 'c', 'e', 'f'],
    })
  })

  test('in the bytes of a spreadsheet on Chinese Windows (GB 18030)', async () => {
    // 性别,男,女: what a text encoder of this platform cannot write.
    const gender = [0xd0, 0xd4, 0xb1, 0xf0]
    const [man, woman] = [
      [0xc4, 0xd0],
      [0xc5, 0xae],
    ]
    const bytes = (...parts: (string | number[])[]) =>
      Buffer.concat(parts.map((part) => Buffer.from(part as string)))
    const found = await answered({
      features: bytes(
        'feature,value,min,max\n',
        gender,
        ',',
        man!,
        ',1,1\n',
        gender,
        ',',
        woman!,
        ',0,1\n',
      ),
      people: bytes('id,', gender, '\n1,', man!, '\n2,', woman!, '\n'),
      select: '1',
    })
    expect(found.selected).toEqual(['1'])
  })

  test('without ids, as some are published: people go by their lines', async () => {
    const people = PEOPLE.replaceAll(/^\w+,/gm, '')
    expect((await answered({ people })).selected.every((id: string) => /^[2-7]$/.test(id))).toBe(
      true,
    )
  })
})

describe('what is wrong in a table is told with its line, in both languages', () => {
  test.each<{ why: string; zh: string; en: string } & Files>([
    {
      why: 'a value without a quota',
      people: PEOPLE.replace('e,male,north', 'e,male,west'),
      zh: '第 6 行：“home”列的值“west”不在特征表中（有：north、south）',
      en: 'line 6: the value “west” in column “home” is not among its features (north, south)',
    },
    {
      why: 'a cell that is empty',
      people: PEOPLE.replace('e,male,north', 'e,,north'),
      zh: '第 6 行：“gender”列的值“”不在特征表中',
      en: 'line 6: the value “” in column “gender”',
    },
    {
      why: 'a feature without a column',
      people: PEOPLE.replace('home', 'town'),
      zh: '缺少列“home”',
      en: 'lacks the column “home”',
    },
    {
      why: 'somebody twice',
      people: `${PEOPLE}a,male,south\n`,
      zh: '第 8 行：编号“a”已在第 2 行',
      en: 'line 8: the id “a” stands in line 2 already',
    },
    {
      why: 'somebody without an id',
      people: PEOPLE.replace('c,female', ',female'),
      zh: '第 4 行：编号为空',
      en: 'line 4: the id is empty',
    },
    {
      why: 'a column twice',
      people: PEOPLE.replace('id,gender', 'home,gender'),
      zh: '两列都叫“home”',
      en: 'two columns named “home”',
    },
    {
      why: 'a row with a cell too few',
      people: PEOPLE.replace('b,female,south', 'b,female'),
      zh: '第 3 行：列数与表头不同',
      en: 'line 3: has another number of columns',
    },
    {
      why: 'a minimum above its maximum',
      features: FEATURES.replace('home,north,1,3', 'home,north,4,3'),
      zh: '第 4 行：home=north 的下限 4 大于上限 3',
      en: 'line 4: home=north: min 4 is above max 3',
    },
    {
      why: 'a bound that is no number',
      features: FEATURES.replace('home,north,1,3', 'home,north,1,-3'),
      zh: '第 4 行：上下限应为不小于 0 的整数，现为“-3”',
      en: 'line 4: min and max are whole numbers from 0 up, not “-3”',
    },
    {
      why: 'a bound that is empty',
      features: FEATURES.replace('home,north,1,3', 'home,north,,3'),
      zh: '第 4 行：上下限应为',
      en: 'line 4: min and max are whole numbers',
    },
    {
      why: 'a quota twice',
      features: `${FEATURES}home,north,0,1\n`,
      zh: '第 6 行：home=north 已在第 4 行',
      en: 'line 6: home=north stands in line 4 already',
    },
    {
      why: 'features without bounds',
      features: 'feature,value\nhome,north\n',
      zh: '缺少列“min”',
      en: 'lacks the column “min”',
    },
    { why: 'an empty file', features: '', zh: '缺少列“feature”', en: 'lacks the column “feature”' },
    {
      why: 'a weight that is no number',
      weights: WEIGHTS.replace('c,2\n', 'c,NaN\n'),
      zh: '第 4 行：权重应为 0 到 1000000000 的数，现为“NaN”',
      en: 'line 4: a weight is a number from 0 to 1000000000, not “NaN”',
    },
    {
      why: 'a weight below 0',
      weights: WEIGHTS.replace('c,2\n', 'c,-2\n'),
      zh: '第 4 行：权重应为',
      en: 'line 4: a weight is a number from 0 to 1000000000, not “-2”',
    },
    {
      why: 'a weight beyond all numbers',
      weights: WEIGHTS.replace('c,2\n', 'c,1e999\n'),
      zh: '第 4 行：权重应为',
      en: 'line 4: a weight is a number from 0 to 1000000000, not “1e999”',
    },
    {
      why: 'a weight whose sum with others is no number',
      weights: WEIGHTS.replace('c,2\n', 'c,1e308\n'),
      zh: '第 4 行：权重应为',
      en: 'line 4: a weight is a number from 0 to 1000000000, not “1e308”',
    },
    {
      why: 'a weight of nobody',
      weights: `${WEIGHTS}z,1\n`,
      zh: '第 8 行：编号“z”不在人员表中',
      en: 'line 8: the id “z” is not among the people',
    },
    {
      why: 'two weights of one person',
      weights: `${WEIGHTS}a,3\n`,
      zh: '第 8 行：编号“a”已在第 2 行',
      en: 'line 8: the id “a” stands in line 2 already',
    },
    {
      why: 'somebody without a weight',
      weights: WEIGHTS.replace('c,2\n', ''),
      zh: '有 1 人没有权重：c',
      en: 'no weight for 1 of the people: c',
    },
    { why: 'nobody to choose', select: '0', zh: '须写明', en: 'how many to choose' },
    { why: 'a part of somebody to choose', select: '2.5', zh: '须写明', en: 'how many to choose' },
  ])('$why', async ({ zh, en, why, ...given }) => {
    const { status, stdout, stderr } = await asked(given)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(zh)
    expect(stderr).toContain(en)
  })

  test('a file that is not there', async () => {
    const args = [
      'quota',
      '--features',
      '/nowhere.csv',
      '--people',
      '/nowhere.csv',
      '--select',
      '2',
    ]
    expect((await run(at('nowhere'), ...args)).stderr).toMatch(
      /无法读取 \/nowhere.csv[\s\S]*Cannot read/,
    )
  })

  test('of a wrong column twenty are told and the others counted', async () => {
    const people = `id,gender,home\n${Array.from({ length: 30 }, (_, at) => `${at},male,moon`).join('\n')}`
    const { stderr } = await asked({ people })
    expect(stderr).toContain('有 30 处错误')
    expect(stderr).toContain('另有 10 处')
    expect(stderr).toContain('… and 10 more')
  })
})

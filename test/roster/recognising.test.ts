import { describe, expect, test } from 'vitest'
import { FIELDS } from '../../api/roster/fields.ts'
import { recognise } from '../../api/roster/recognise.ts'
import type { RosterKind } from '../../api/roster/types.ts'

const column = (header: string, ...texts: string[]) => {
  const columns = [{ at: 0, header, samples: texts.slice(0, 5) }]
  return { columns, lines: texts.map((text, at) => ({ line: at + 2, cells: [text] })) }
}
const meaning = (header: string, ...texts: string[]) => {
  const { columns, lines } = column(header, ...texts)
  const { mapping, questions } = recognise('people', columns, lines)
  return mapping[0] ?? questions[0]!.guesses
}

describe('a header says what its column is', () => {
  const rows = [
    ['姓名*', 'name', 'a star'],
    ['姓 名', 'name', 'spaced out'],
    ['身份证号码（18位）', 'idNumber', 'a remark in brackets'],
    ['公民身份号码', 'idNumber', 'as the card has it'],
    ['村（社区）', 'village', 'in full width'],
    ['村(社区)', 'village', 'in half width'],
    ['籍贯村', 'village', 'graduates are listed by where they come from'],
    ['最高学历学位', 'education', 'as organisation departments print it'],
    ['全日制教育／学历', 'fullTimeEducation', 'joined over two levels'],
    ['基本情况／性别', 'sex', 'a group above'],
    ['現任職務', 'occupation', 'traditional'],
    ['熟悉专业有何专长', 'skills', 'as the appointment form has it'],
    ['获奖情况', 'note', 'goes into the remarks with its header'],
    ['序号', 'ignored', 'numbering'],
    ['镇党委审核意见', 'ignored', 'opinions of offices are no facts'],
    ['健康状况', 'ignored', 'must not be kept'],
    ['宗教信仰', 'ignored', 'must not be kept'],
  ] as const
  test.each(rows)('%s → %s: %s', (header, field) => {
    expect(meaning(header, 'x')).toBe(field)
  })

  test.each(Object.keys(FIELDS) as RosterKind[])(
    'every field of %s is known by its own words',
    (kind) => {
      const columns = FIELDS[kind].map(({ words }, at) => ({
        at,
        header: words.zh,
        samples: ['x'],
      }))
      const { mapping } = recognise(kind, columns, [])
      expect(Object.values(mapping)).toEqual(FIELDS[kind].map(({ id }) => id))
    },
  )
})

describe('where the header is strange, its cells may say it', () => {
  const rows = [
    {
      header: '号码一',
      texts: ['12040154823', '12037415868'],
      means: 'phone',
      why: 'eleven digits',
    },
    {
      header: '证件',
      texts: ['990406197001218054', '990406199904254477'],
      means: 'idNumber',
      why: 'sound numbers',
    },
    { header: 'X', texts: ['男', '女', '男'], means: 'sex', why: 'men and women' },
    { header: '成份', texts: ['党员', '群众'], means: 'partyStatus', why: 'political words' },
    { header: '（E 列，无标题）', texts: [], means: 'ignored', why: 'nothing stands there' },
  ]
  test.each(rows)('$header $texts → $means: $why', ({ header, texts, means }) => {
    expect(meaning(header, ...texts)).toBe(means)
  })
})

describe('what stays unclear is asked once, with guesses', () => {
  const rows = [
    { header: '户籍地', texts: ['北庄村'], first: 'village', why: 'a village or an address' },
    {
      header: '工作年限',
      texts: ['5'],
      first: 'experienceYears',
      why: 'of all work, or of work in villages',
    },
    { header: '时间', texts: ['1985.03', '1990.12'], first: 'bornOn', why: 'days of something' },
    {
      header: '家庭成员／姓名',
      texts: ['王伟'],
      first: 'note',
      why: 'a relative is not the person',
    },
    { header: '口味', texts: ['甜'], first: 'note', why: 'nothing that we know' },
  ]
  test.each(rows)('$header: $why', ({ header, texts, first }) => {
    expect(meaning(header, ...texts)[0]).toBe(first)
  })

  test('a second column of the same is asked, the first keeps its meaning', () => {
    const columns = ['联系电话', '手机'].map((header, at) => ({ at, header, samples: ['x'] }))
    const { mapping, questions } = recognise('people', columns, [])
    expect([mapping, questions.map(({ at }) => at)]).toEqual([{ 0: 'phone', 1: null }, [1]])
  })

  test('an income without its unit is asked of villages', () => {
    const columns = [{ at: 0, header: '村集体收入', samples: ['12.5'] }]
    const { questions } = recognise('villages', columns, [])
    expect(questions[0]!.guesses).toEqual(['collectiveIncomeWan', 'collectiveIncome'])
  })
})

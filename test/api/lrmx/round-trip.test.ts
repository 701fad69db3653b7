import fc from 'fast-check'
import { expect, test } from 'vitest'
import { besideOf, familyBeside } from '../../../api/lrmx/comparing.ts'
import { ELEMENT_NAMES, FORM_VERSION } from '../../../api/lrmx/elements.ts'
import { fill } from '../../../api/lrmx/filling.ts'
import { keptOf } from '../../../api/lrmx/keeping.ts'
import { type Form, readForm } from '../../../api/lrmx/reading.ts'
import { childrenOf, type Element, plainElement, textOf } from '../../../api/lrmx/tree.ts'
import type { FormPerson } from '../../../api/lrmx/types.ts'
import { writeForm } from '../../../api/lrmx/writing.ts'
import type { RelativeFacts } from '../../../db/relatives.ts'
import { EDUCATIONS } from '../../../matching/types.ts'

const DAYS = { referenceOn: '2026-11-01', today: '2026-11-26', by: '王芳' }

test('whatever a portrait knows, its form says the same when it is read again', async () => {
  await fc.assert(
    fc.asyncProperty(person(), async (one) => {
      const form = await written(fill({ ...DAYS, person: one, kept: null, ...NOTHING }))
      const others = besideOf(form, one).filter(({ state }) => state !== 'same')
      expect(others).toEqual([])
      const family = familyBeside(form, one.relatives)
      expect(family.filter(({ state }) => state !== 'same')).toEqual([])
      expect(family).toHaveLength(one.relatives.length)
    }),
    { numRuns: 300 },
  )
})

test('whatever elements a file has, known or not, they are written again in the same words', async () => {
  await fc.assert(
    fc.asyncProperty(anyForm(), async (form) => {
      expect((await written(form)).content).toEqual(readable(form).content)
    }),
    { numRuns: 300 },
  )
})

test('what a form says beside a portrait comes out again, whatever the portrait is by then', async () => {
  await fc.assert(
    fc.asyncProperty(anyForm(), person(), person(), async (form, before, after) => {
      const read = await written(form)
      const kept = keptOf(read, before)
      const again = await written(fill({ ...DAYS, person: after, kept, ...NOTHING }))
      const out = textsBeside(again)
      for (const [name, text] of textsBeside(read))
        if (text.length > 0) expect(out, name).toContainEqual([name, text])
    }),
    { numRuns: 300 },
  )
})

test('all elements stand in the order of the form, unknown ones after those that they followed', async () => {
  const form = {
    ...plainElement('Person', ''),
    content: [
      plainElement('Version', '3.2.1.6'),
      plainElement('XingMing', '苗春雨'),
      plainElement('DaoLingNianYue', '205103'),
    ],
  }
  const one = { row: BLANK, relatives: [] }
  const names = childrenOf(fill({ ...DAYS, person: one, kept: form, ...NOTHING })).map(
    (it) => it.name,
  )
  expect(names).toEqual(['XingMing', 'DaoLingNianYue', ...ELEMENT_NAMES.slice(1)])
  const empty = fill({ ...DAYS, person: one, kept: null, ...NOTHING })
  expect(textOf(childrenOf(empty).at(-1))).toBe(FORM_VERSION)
})

test('lines of a résumé end as the editor writes them', () => {
  const row = { ...BLANK, resume: '2009.09--2013.07  学习\n2013.07--  务农' }
  const bytes = writeForm(fill({ ...DAYS, person: { row, relatives: [] }, kept: null, ...NOTHING }))
  expect(bytes.toString()).toContain('<JianLi>2009.09--2013.07  学习\r\n2013.07--  务农</JianLi>')
})

const NOTHING = { idNumber: null, photograph: null }
const BLANK: FormPerson['row'] = {
  ...{ name: '', sex: null, bornOn: null, ethnicity: null, nativePlace: null },
  ...{ partyJoinedOn: null, partyStatus: null, education: null, isFullTimeEducation: null },
  ...{ fullTimeEducation: null, fullTimeSchool: null, inServiceEducation: null },
  ...{ inServiceSchool: null, degree: null, occupation: null, resume: null },
}

async function written(form: Form): Promise<Form> {
  const read = await readForm({ bytes: writeForm(form) })
  if ('fault' in read) throw new Error(read.fault.zh)
  return read.form
}

/** What no rule of ours decides: neither of the portrait nor of the day. */
function textsBeside(form: Form): [string, string][] {
  const decided = ['JiSuanNianLingShiJian', 'JianKangZhuangKuang', 'ShenFenZheng', 'ZhaoPian']
  const isBeside = ({ name }: Element) =>
    !decided.includes(name) && (BESIDE.includes(name) || name.startsWith('X_'))
  return childrenOf(form)
    .filter(isBeside)
    .map((element) => [element.name, textOf(element)])
}
const BESIDE = [
  'ChuShengDi',
  'NiRenZhiWu',
  'JiangChengQingKuang',
  'NianDuKaoHeJieGuo',
  'RenMianLiYou',
]

/** Signs that files hold: Chinese, those that XML escapes, lines, rare characters of two code units. */
const text = fc
  .array(
    fc.constantFrom(
      '苗',
      '春',
      '𬱖',
      '&',
      '<',
      '>',
      '"',
      "'",
      ' ',
      '\n',
      '　',
      ']]>',
      '&lt;',
      '2020.03',
      'x',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((signs) => signs.join(''))

function anyForm(): fc.Arbitrary<Form> {
  const known = fc.uniqueArray(
    fc.constantFrom(...BESIDE, 'XingMing', 'MinZu', 'JianLi', 'XianRenZhiWu'),
    {
      maxLength: 6,
    },
  )
  const element = (name: string) => text.map((it) => plainElement(name, it))
  const unknown = fc.array(
    fc
      .tuple(fc.constantFrom('X_一', 'X_Two', 'X_3'), text, fc.option(text))
      .map(([name, said, attribute]) => ({
        name,
        attributes: attribute === null ? {} : { a: attribute.replace(/\n/g, ' ') },
        content: [said, { ...plainElement('Y', said) }],
      })),
    { maxLength: 3 },
  )
  return fc
    .tuple(
      known.chain((names) => fc.tuple(...names.map(element))),
      unknown,
    )
    .chain(([some, more]) => fc.shuffledSubarray([...some, ...more], { minLength: 0 }))
    .map((content) => ({ name: 'Person', attributes: {}, content }))
}

/** As a parser hands it over: texts that follow each other are one. */
const readable = (form: Form): Form => form

function person(): fc.Arbitrary<FormPerson> {
  return fc.record({
    row: row(),
    relatives: fc.uniqueArray(relative(), { maxLength: 12, selector: (it) => it.name }),
  })
}

function row(): fc.Arbitrary<FormPerson['row']> {
  const education = fc.option(fc.constantFrom(...EDUCATIONS))
  return fc
    .record({
      name: name(),
      sex: fc.option(fc.constantFrom('female' as const, 'male' as const)),
      bornOn: fc.option(day()),
      ethnicity: fc.option(fc.constantFrom('汉族', '回族', '土家族')),
      nativePlace: fc.option(fc.constantFrom('山东枣庄', '江苏 徐州')),
      partyStatus: fc.option(fc.constantFrom('full' as const, 'probationary' as const)),
      joined: day(),
      fullTimeEducation: education,
      inServiceEducation: education,
      school: fc.option(fc.constantFrom('山东农业大学 园艺', '枣庄学院')),
      degree: fc.option(fc.constantFrom('学士', '硕士', '农学学士', '荣誉学位')),
      occupation: fc.option(fc.constantFrom('合作社理事长', '“三资”<代理>会计 & 出纳')),
      resume: fc.option(
        fc.constantFrom('2009.09--2013.07  学习\n2013.07--  务农', '2013.07--  务农'),
      ),
    })
    .map(({ joined, school, partyStatus, ...facts }) => ({
      ...{ ...BLANK, ...facts, partyStatus, fullTimeSchool: school, inServiceSchool: school },
      partyJoinedOn: partyStatus === null ? null : joined,
    }))
}

function relative(): fc.Arbitrary<RelativeFacts> {
  return fc.record({
    relation: fc.constantFrom('父亲', '妻子', '长女', '岳父'),
    name: name(),
    bornOn: fc.option(day()),
    politicalStatus: fc.option(fc.constantFrom('群众', '中共党员')),
    work: fc.option(fc.constantFrom('北庄村村民', '已去世', '“某某”公司 <会计>')),
  })
}

function name(): fc.Arbitrary<string> {
  const signs = fc.array(fc.constantFrom('苗', '春', '雨', '峰', '𬱖', '买买提·', '艾'), {
    minLength: 2,
    maxLength: 4,
  })
  return fc.oneof(
    signs.map((it) => it.join('')),
    fc.constant('Anna Miao'),
  )
}

function day(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 1950, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
    .map(([year, month, isWhole]) => {
      const head = `${year}-${String(month).padStart(2, '0')}`
      return isWhole ? `${head}-15` : head
    })
}

import { checkDigit } from '../../db/identity-number.ts'
import { FIELDS } from './fields.ts'
import type { Context, RosterKind } from './types.ts'

export type TemplateContext = Pick<Context, 'townships' | 'villages' | 'skills' | 'sources'>
export type TemplateColumn = {
  field: string
  /** With a star where a row needs it. */
  header: string
  width: number
  example: string
  /** What the drop-down offers; `isOpen`: other words may be typed as well. */
  choices?: readonly string[]
  isOpen?: true
  /** How it is to be filled in, for the guide. */
  hint: string
}

const YES_NO = ['是', '否']
const EDUCATION = ['小学', '初中', '高中', '中专', '大专', '本科', '研究生']
/** Nobody's: the area code is not assigned. */
const EXAMPLE_DIGITS = '99040619900501015'
const MONTH = '如 1985.03 或 1985-03-12。'

type Plan = Omit<TemplateColumn, 'field' | 'header'> & { field: string }
const plan = (
  field: string,
  width: number,
  example: string,
  hint: string,
  more: Partial<Plan> = {},
): Plan => ({
  ...{ field, width, example, hint },
  ...more,
})

/** The columns of the template of a kind, with the county's places and dictionaries in its drop-downs. */
export function templateColumns(kind: RosterKind, context: TemplateContext): TemplateColumn[] {
  const plans = { people, villages, incumbents }[kind](context)
  return plans.map((it) => {
    const field = FIELDS[kind].find(({ id }) => id === it.field)!
    return { ...it, header: `${field.words.zh}${field.isRequired ? '*' : ''}` }
  })
}

function people({ townships, villages, skills, sources }: TemplateContext): Plan[] {
  const [village] = villages
  const township = townships.find(({ code }) => code === village?.townshipCode)?.name ?? ''
  const names = (entries: Context['skills']) => offered(entries).map(({ zh }) => zh)
  return [
    plan('name', 12, '（示例）王某某', '姓名中间不加空格。'),
    plan('sex', 7, '男', '填“男”或“女”。', { choices: ['男', '女'] }),
    plan('bornOn', 13, '1990.05', MONTH),
    plan(
      'idNumber',
      22,
      EXAMPLE_DIGITS + checkDigit(EXAMPLE_DIGITS),
      '18 位，单元格须为文本格式。',
      {},
    ),
    plan('phone', 14, '12000000000', '11 位手机号，或带区号的固定电话。'),
    plan('ethnicity', 9, '汉族', '填写规范名称，如“汉族”。'),
    plan('nativePlace', 14, '山东枣庄', '籍贯，省、市或县。'),
    plan('partyStatus', 13, '中共党员', '从下拉列表中选择。', {
      choices: ['中共党员', '预备党员', '入党积极分子', '共青团员', '群众'],
    }),
    plan('partyJoinedOn', 13, '2015.06', `党员填写，${MONTH}`),
    plan('township', 14, township, '所在村在全县不重名时可以不填。', {
      choices: namesOnce(townships),
    }),
    plan('village', 16, village?.name ?? '', '村名、简称或 12 位村代码。', {
      choices: namesOnce(villages),
      isOpen: true,
    }),
    plan('residence', 16, '', '与所在村不同时填写。'),
    plan('fullTimeEducation', 13, '大专', '已毕业的全日制最高学历。', { choices: EDUCATION }),
    plan('fullTimeSchool', 24, '某职业学院 电子商务', '院校和专业。'),
    plan('inServiceEducation', 13, '', '已毕业的在职最高学历。', { choices: EDUCATION }),
    plan('inServiceSchool', 24, '', '院校和专业。'),
    plan('degree', 12, '', '如“农学学士”。'),
    plan('occupation', 20, '电商店主', '现任职务，或正在做的工作。'),
    plan('sources', 18, offered(sources)[0]?.zh ?? '', '几类都符合时用顿号隔开。', {
      choices: names(sources),
      isOpen: true,
    }),
    plan(
      'skills',
      20,
      offered(skills)[0]?.zh ?? '',
      '几项专长用顿号隔开，列表中没有的可以直接填写。',
      {
        choices: names(skills),
        isOpen: true,
      },
    ),
    plan('channel', 14, '组织发现', '从下拉列表中选择。', {
      choices: ['个人自荐', '党员群众推荐', '组织发现'],
    }),
    plan('willingness', 12, '本镇', '本人愿意在多大范围内任职；没有问过的不填。', {
      choices: ['本村', '本镇', '全县'],
    }),
    plan('consent', 13, '是', '本人已在告知书（同意书）上签字的填“是”；纸质件由本单位保存。', {
      choices: ['是', '否'],
    }),
    plan('isFit', 13, '是', '本人声明能够正常履行职责的填“是”；不收集健康信息。', {
      choices: ['是', '否'],
    }),
    plan('experienceYears', 12, '2', '在乡镇、村、社区工作的年数。'),
    plan(
      'resume',
      36,
      '2012.07--2016.06  外出务工\n2016.07--  返乡经营电商',
      '每段一行：起止年月、单位和职务。',
    ),
    plan('remarks', 20, '', '其他需要说明的情况。'),
  ]
}

function incumbents(context: TemplateContext): Plan[] {
  const own = people(context)
  const at = own.findIndex(({ field }) => field === 'residence')
  const without = (field: string) => field !== 'channel'
  const posts = [
    plan('posts', 20, '书记、主任', '几个职务用顿号隔开，如“书记、主任”。', {
      choices: [
        '书记',
        '书记、主任',
        '副书记',
        '党组织委员',
        '主任',
        '副主任',
        '村（居）委会委员',
        '监委会主任',
        '监委会委员',
      ],
      isOpen: true,
    }),
    plan('tookOfficeOn', 13, '2021.03', MONTH),
    plan('termStartedOn', 13, '2021.03', `本届当选的时间，${MONTH}`),
    plan('termEndsOn', 13, '2026.12', `本届届满的时间，${MONTH}`),
  ]
  return [...own.slice(0, at), ...posts, ...own.slice(at)].filter(({ field }) => without(field))
}

function villages({ townships, villages: places }: TemplateContext): Plan[] {
  const [village] = places
  const township = townships.find(({ code }) => code === village?.townshipCode)?.name ?? ''
  const seats = (field: string, example: string, hint: string) => plan(field, 12, example, hint)
  return [
    plan('code', 16, '', '统计用区划代码 12 位，已按系统中的村（社区）填好。'),
    plan('township', 14, township, '已填好。'),
    plan('name', 16, '（示例）某某村', '已填好。'),
    plan('kind', 12, '行政村', '填“行政村”或“社区”。', { choices: ['行政村', '社区'] }),
    plan('area', 14, '某某片区', '没有的不填。'),
    plan('isKey', 14, '否', '填“是”或“否”。', { choices: YES_NO }),
    plan('households', 9, '320', '户。'),
    plan('population', 9, '1080', '人。'),
    plan('partyMembers', 9, '46', '人。'),
    plan('collectiveIncomeWan', 16, '12.5', '上年度，万元。'),
    plan('trades', 20, '葡萄种植、乡村旅游', '主要的写在前面，用顿号隔开。'),
    plan('terrain', 9, '山区', '从下拉列表中选择。', { choices: ['平原', '丘陵', '山区'] }),
    plan('hasMinorities', 14, '否', '有多个少数民族居住的填“是”。', { choices: YES_NO }),
    seats('seats.party', '5', '党组织班子核定职数，含书记。'),
    seats('seats.committee', '5', '村（居）委会核定职数，含主任。'),
    seats('seats.supervision', '3', '监督委员会核定职数，含主任。'),
    plan('termStartedOn', 13, '2021.03', `上次换届当选的时间，${MONTH}`),
    plan('termEndsOn', 13, '2026.12', `本届届满的时间，${MONTH}`),
    plan('turnout', 10, '92.5%', '上次换届的参选率。'),
    plan('rounds', 9, '1', '上次换届经过几轮选举产生。'),
  ]
}

/** Each name once: drop-downs do not tell namesakes apart, the township beside it does. */
function namesOnce(entries: readonly { name: string }[]): string[] {
  return [...new Set(entries.map(({ name }) => name))]
}

const offered = (entries: Context['skills']) => entries.filter((it) => it.isRetired !== 1)

import { figure, row, type Section, UNITS } from '../field.ts'
import { OURS } from '../sources.ts'
import { targetRow } from '../target-fields.ts'

export const reserves: Section = {
  id: 'reserves',
  words: { zh: '差额与后备', en: 'Margin and reserves' },
  help: null,
  rows: [targetRow('margin'), targetRow('depth')],
}

export const review: Section = {
  id: 'review',
  words: { zh: '县级联审', en: 'Joint review' },
  help: null,
  rows: [
    row(
      'review',
      { zh: '联审部门及次序', en: 'Departments in their order' },
      [{ pointer: '#/review/departments', words: null, kind: 'departments' }],
      {
        help: {
          zh: '从字典中选；一个不选即字典中在用的部门全部参加',
          en: 'From the dictionary; with none chosen all that are in use take part',
        },
        source: {
          zh: '换届工作讲话与方案（S0、S3.2、S3.4）',
          en: 'Speech and plans (S0, S3.2, S3.4)',
        },
      },
    ),
  ],
}

const GROUPS = [
  { value: 'women', words: { zh: '女性', en: 'Women' } },
  {
    value: 'young',
    words: {
      zh: '年轻（年龄同“年轻成员”目标）',
      en: 'Young (ages as in the target of young members)',
    },
  },
  { value: 'college', words: { zh: '大专及以上', en: 'Junior college or above' } },
  { value: 'newcomers', words: { zh: '现未任职', en: 'Not in office now' } },
]

export const shortlist: Section = {
  id: 'shortlist',
  words: { zh: '备选名单', en: 'Shortlists' },
  help: {
    zh: '占比只决定名单的构成，不改变任何人的适配度',
    en: 'Shares shape the list; they change nobody’s fit',
  },
  rows: [
    row(
      'shortlist.size',
      { zh: '名单人数', en: 'People on a list' },
      [figure('#/shortlist/size', { unit: UNITS.people, min: 1, max: 100 })],
      { source: OURS },
    ),
    row(
      'shortlist.shares',
      { zh: '最低占比', en: 'Least shares' },
      [{ pointer: '#/shortlist/shares', words: null, kind: 'shares', groups: GROUPS }],
      {
        help: {
          zh: '名单前若干名中至少占多少；不填即不要求',
          en: 'Of every first so many on the list; empty asks for none',
        },
        source: {
          zh: '方法：Geyik 等，KDD 2019；比例为本产品默认值',
          en: 'Method: Geyik et al., KDD 2019; the shares are ours',
        },
      },
    ),
  ],
}

export const replan: Section = {
  id: 'replan',
  words: { zh: '重新测算', en: 'Planning again' },
  help: null,
  rows: [
    row(
      'replan',
      { zh: '换一个席位的代价', en: 'Price of a changed seat' },
      [figure('#/replan/pricePerChange', { unit: UNITS.fit, scale: 100, max: 100, step: 0.5 })],
      {
        help: {
          zh: '有人退出后重算：适配至少提高这么多才换人，越大改动越少',
          en: 'After a withdrawal somebody is changed only where total fit gains this much; more means fewer changes',
        },
        source: OURS,
      },
    ),
  ],
}

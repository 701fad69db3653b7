import { educationWords, kindWords, levelWords, ruleBook } from '../../../matching/index.ts'
import type { RuleId } from '../../../matching/types.ts'
import { choice, choicesOf, figure, flag, row, type Section, UNITS } from '../field.ts'

const rule = (id: RuleId) => ruleBook.find((one) => one.id === id)!
const AGE = { unit: UNITS.age, min: 18, max: 100 }

export const ages: Section = {
  id: 'ages',
  words: { zh: '年龄与任期', en: 'Ages and terms' },
  help: null,
  rows: [
    row(
      'referenceOn',
      { zh: '年龄基准日', en: 'Reference day of ages' },
      [{ pointer: '#/referenceOn', words: null, kind: 'day' }],
      {
        help: { zh: '全部年龄按这一天的周岁计算', en: 'All ages are completed years on this day' },
        source: rule('age.max').source,
      },
    ),
    row('age.max', { zh: '年龄上限', en: 'Age limit' }, [figure('#/age/max', AGE)], {
      help: {
        zh: '超过的不列入，除非下面允许放宽',
        en: 'Older people are barred unless relaxed below',
      },
      source: rule('age.max').source,
    }),
    row(
      'age.retirement',
      { zh: '法定退休年龄', en: 'Statutory retirement age' },
      [
        figure('#/age/retirement/female', AGE, { zh: '女', en: 'Women' }),
        figure('#/age/retirement/male', AGE, { zh: '男', en: 'Men' }),
      ],
      {
        help: {
          zh: '填 2025 年以前的年龄，渐进式延迟由程序推算',
          en: 'As before 2025; the gradual delay is worked out',
        },
        source: rule('age.retired').source,
      },
    ),
    row(
      'age.mayAskBack',
      { zh: '回请离退休干部到村任职', en: 'Ask retired officials back to villages' },
      [flag('#/age/mayAskBack')],
      { source: rule('age.retired').source },
    ),
    row(
      'termYears',
      { zh: '任期', en: 'Term' },
      [figure('#/termYears', { unit: UNITS.years, min: 1, max: 10 })],
      {
        help: { zh: '任期内将达退休年龄的给出提醒', en: 'Who retires within it is pointed out' },
        source: rule('age.term').source,
      },
    ),
  ],
}

const educations = choicesOf(educationWords)

export const standing: Section = {
  id: 'standing',
  words: { zh: '学历与经历', en: 'Education and experience' },
  help: null,
  rows: [
    row(
      'education',
      { zh: '最低学历', en: 'Least education' },
      [
        choice('#/education/village', educations, kindWords.village),
        choice('#/education/community', educations, kindWords.community),
      ],
      { help: rule('education.min').says, source: rule('education.min').source },
    ),
    row(
      'experience',
      { zh: '社区岗位的工作年限', en: 'Years of work for posts of communities' },
      [
        figure('#/experience/communityYears', {
          ...{ unit: UNITS.years, max: 40, step: 0.5 },
        }),
      ],
      { help: rule('experience.min').says, source: rule('experience.min').source },
    ),
  ],
}

export const relaxations: Section = {
  id: 'relaxations',
  words: { zh: '适当放宽', en: 'Relaxations' },
  help: {
    zh: '符合放宽情形的，由哪一级批准；选“不放宽”即一律不列入',
    en: 'Who approves where the grounds are met; without a level nobody is let through',
  },
  rows: ruleBook
    .filter(({ relaxation }) => relaxation !== undefined)
    .map(({ id, title, relaxation, source }) =>
      row(
        `relaxation.${id}`,
        title,
        [
          choice(
            `#/relaxations/${id}`,
            [{ value: null, words: { zh: '不放宽', en: 'Not relaxed' } }, ...choicesOf(levelWords)],
            { zh: '由谁批准', en: 'Approved by' },
          ),
        ],
        { help: relaxation ?? null, source },
      ),
    ),
}

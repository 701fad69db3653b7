import type { Words } from '../../matching/types.ts'
import { FIELDS } from '../roster/fields.ts'
import type { Fault } from '../roster/types.ts'

/** Faults that show only beside the pool or the other rows; those of a cell by itself are the roster's. */
export function doubled(line: number, by: 'number' | 'name' | 'person'): Fault {
  const how = DOUBLED[by]
  return fault('row.doubled', {
    zh: `与第 ${line} 行重复（${how.zh}）。请保留一行，另一行选择不导入；${how.else.zh}`,
    en: `Doubles row ${line} (${how.en}). Leave one of them out; ${how.else.en}`,
  })
}

const WRONG_NUMBER = { zh: '如号码写错，请改正。', en: 'where a number is wrong, mend it.' }
const TWO_ROWS = {
  zh: '如确是两个人，请补全两人的身份证号。',
  en: 'where they are two people, give both identity numbers.',
}
const DOUBLED = {
  number: { zh: '身份证号或编号相同', en: 'the same identity number or id', else: WRONG_NUMBER },
  name: {
    zh: '姓名、出生年月和所在村相同',
    en: 'the same name, month of birth and village',
    else: TWO_ROWS,
  },
  person: { zh: '同为人才库中的一个人', en: 'one person of the pool', else: TWO_ROWS },
}

export function doubledVillage(line: number): Fault {
  return fault('row.doubled', {
    zh: `与第 ${line} 行是同一个村（社区）。请保留一行，另一行选择不导入。`,
    en: `The same village as row ${line}. Leave one of them out.`,
  })
}

export const ELSEWHERE = fault('person.elsewhere', {
  zh: '此身份证号在本县（市、区）其他地方已有登记，请联系县（市、区）组织部门核实；这一行可先选择不导入。',
  en: 'This identity number is known elsewhere in the county: ask the county office, and leave the row out for now.',
})
export const UNKNOWN_ID = fault('person.unknown-id', {
  zh: '人才库中没有这个编号的人，可能已移出，或不在本账号范围内。若是新入库的人，请清空编号一格。',
  en: 'Nobody in the pool has this id: the person may have left it, or is out of your reach. For somebody new empty the cell of the id.',
})
export const SEVERAL = fault('person.several', {
  zh: '人才库中有多人与此行姓名、出生年月和所在村相同。请填写身份证号，或填写导出表中的编号。',
  en: 'Several people of the pool have this name, month of birth and village: give the identity number, or the id of an export.',
})
export const TWO_PEOPLE = fault('person.two-people', {
  zh: '编号与身份证号分别属于人才库中的两个人。请核对这两格。',
  en: 'The id and the identity number belong to two different people of the pool: check both cells.',
})
export const OTHER_TOWNSHIP = fault('person.other-township', {
  zh: '此人户籍（常住）在其他乡镇（街道），本账号只能查看。请选择不导入，或由其所在乡镇、县级组织部门修改。',
  en: 'The person’s home is in another township and your account may only look. Leave the row out, or let that township or the county change it.',
})
export const OUT_OF_SCOPE = fault('village.out-of-scope', {
  zh: '所在村（社区）不属于本乡镇（街道）。请核对村名，或由其所在乡镇、县级组织部门导入。',
  en: 'The village is not in your township: check its name, or let that township or the county import the person.',
})
export const NO_TERM = fault('term.unknown', {
  zh: '该村（社区）没有届次记录，表中也没有届次起始或任职时间。请填写“本届起始时间”。',
  en: 'The village has no term yet, and the list gives neither its beginning nor a day of taking office.',
})

/** Said where the list says something else and the pool is kept. */
export function kept(fields: readonly string[]): Fault {
  const words = fields.map(wordsOfField)
  return notice('person.kept', {
    zh: `与人才库不同、按您的选择保留库中内容：${words.map((it) => it.zh).join('、')}。`,
    en: `Differs from the pool, which is kept as you chose: ${words.map((it) => it.en).join(', ')}.`,
  })
}
export const ALIKE = notice('person.alike', {
  zh: '人才库中同村有同名的人，出生年月或身份证号不同或未登记，将按新人入库。请核对是否同一人。',
  en: 'The pool has a namesake in the village whose birth or number differs or is not known; the row comes in as somebody new. Check whether they are one person.',
})
export function otherName(name: string): Fault {
  return notice('person.other-name', {
    zh: `身份证号与人才库中的“${name}”相同，但姓名不同，请核对。`,
    en: `The identity number is that of “${name}” in the pool, whose name differs: check it.`,
  })
}

export function missing(field: string): Fault {
  const { zh, en } = wordsOfField(field)
  return {
    ...fault(`${field}.missing`, {
      zh: `新入库的人须填写${zh}。`,
      en: `Somebody new needs this: ${en}.`,
    }),
    field,
  }
}

export function wordsOfField(field: string): Words {
  const all = [...FIELDS.people, ...FIELDS.incumbents, ...FIELDS.villages]
  return all.find(({ id }) => id === field)?.words ?? { zh: field, en: field }
}

function fault(kind: string, words: Words): Fault {
  return { at: null, field: null, kind, level: 'error', words }
}

function notice(kind: string, words: Words): Fault {
  return { at: null, field: null, kind, level: 'notice', words }
}

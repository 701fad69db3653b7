import { z } from 'zod'
import { invalid } from './validate.ts'

/** Why somebody looks at, keeps or erases a record. */
export const Reason = z.string().trim().min(4).max(200)

/** Eleven digits are a telephone number or more, spaces between them or not; seven after a dash are a landline. */
const NUMBER = /\d{11}|\d{3,4}-\d{7}/

/** A reason stays in the audit when the person is erased: it says why, and neither who nor which number. */
export function requireImpersonal(reason: string, name: string, pointer = '#/reason'): void {
  if (isPersonal(reason, name)) throw invalid([{ pointer, detail: PERSONAL }])
}

/** A text names the person or a number. */
export function isPersonal(text: string, name: string): boolean {
  const isNamed = name.length > 1 && text.includes(name)
  return isNamed || NUMBER.test(text.replace(/\s/g, ''))
}

const PERSONAL = {
  zh: '事由会长期留在审计记录中，请不要写姓名、身份证号或电话号码，只写用途，如“核对联审名单”。',
  en: 'The reason stays in the audit: leave out names, identity and telephone numbers, and say what it is for, such as “checking the list of the joint review”.',
}

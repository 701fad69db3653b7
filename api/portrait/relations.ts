import type { RELATIONS } from '../shapes/portrait.ts'

export type Relation = (typeof RELATIONS)[number]

/** Within the degrees that may not sit on the committees of one village (S3: 近亲属). */
export const isBarring = (relation: Relation) => relation !== 'distant'

/** What a written word for a relative means; null where it may be several things. */
export function relationOf(written: string): Relation | null {
  const word = written.replace(/[\s（）()]/g, '')
  return ENTRIES.find(([, words]) => words.test(word))?.[0] ?? null
}

/** The more special words first: 岳父 is no 父, 堂兄 no 兄. */
const ENTRIES: readonly [Relation, RegExp][] = [
  ['distant', /^(远|族|宗)|远亲|干(爹|妈|爸|女|儿)/],
  [
    'in-law',
    /姻|岳|丈(人|母)|公公|婆婆|公婆|公爹|婆母|女婿|儿媳|嫂|弟媳|弟妹|姐夫|妹夫|内(兄|弟)|妻(兄|弟|姐|妹)|大(伯|舅)子|小(叔|舅|姑|姨)子|大姑子|大姨子|连襟|妯娌|亲家|in-law/i,
  ],
  ['cousin', /堂|表|cousin/i],
  ['uncle', /伯|叔|姑|舅|姨|婶|侄|外甥|甥|uncle|aunt|nephew|niece/i],
  ['spouse', /^(配偶|丈夫|妻子?|夫|爱人|老公|老婆)$|spouse|husband|wife/i],
  [
    'parent',
    /祖|爷|奶|孙|外公|外婆|姥|父|母|爸|妈|爹|娘|儿|女$|女儿|子$|father|mother|son|daughter|parent/i,
  ],
  ['sibling', /兄|弟|姐|姊|妹|哥|brother|sister|sibling/i],
]

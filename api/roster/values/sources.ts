import { plain } from '../text.ts'
import type { Context } from '../types.ts'
import { splitAround, wholeNames } from './skills.ts'

export type SourcesRead = { sources: string[]; unknown: string[]; isOther: boolean }

/** What lists call the groups of domain.md → id of the first dictionary. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/^(退役军人|退伍军人|复员军人|转业军人|复转军人|退役士兵|退伍兵)$/, 'veteran'],
  [
    /^(致富能手|致富带头人|致富带富能手|创业致富带头人|经济能人|产业带头人|农村致富带头人|种养大户|创业致富能手)$/,
    'wealth-creator',
  ],
  [
    /^(返乡人员|返乡创业人员|返乡能人|返乡务工人员|外出务工返乡人员|返乡创业|回乡创业人员|返乡青年|外出务工经商返乡人员)$/,
    'returnee',
  ],
  [
    /^(本土大学生|本土大学毕业生|本地大学毕业生|大学毕业生|高校毕业生|本村大学毕业生|返乡大学生|回乡大学生|本乡本土大学毕业生|大学生)$/,
    'graduate',
  ],
  [
    /^(合作社负责人|农民合作社负责人|专业合作社负责人|合作社理事长|合作社带头人)$/,
    'cooperative-head',
  ],
  [
    /^(现任村干部|现任两委|现任两委成员|现任村两委成员|现任村两委|在职村干部|村干部|现任村\(社区\)干部|现任“两委”成员)$/,
    'incumbent',
  ],
  [
    /^(在外客商|外出经商人员|在外经商人员|务工经商人员|企业家|经商人员|外出务工经商人员)$/,
    'merchant',
  ],
  [/^(退休干部|离退休干部|退居二线干部|退二线干部|退休、退居二线干部)$/, 'retired-official'],
  [/^(村医教师|村医|乡村医生|乡村教师|教师|村医\(教师\))$/, 'doctor-or-teacher'],
  [/^(大学生村官|选调生|到村任职选调生|大学生村干部)$/, 'degree-official'],
  [/^(下派干部|第一书记|驻村干部|选派干部|机关下派干部|选派第一书记)$/, 'posted-in'],
  [/^(社会工作者|社工|专职社区工作者|社区工作者)$/, 'social-worker'],
  [/^(妇联干部|妇联主席|妇女干部|妇联执委)$/, 'womens-federation'],
  [/^(志愿者|优秀志愿者|骨干志愿者)$/, 'volunteer'],
]

/** Groups of one cell. 其他 says that the person belongs to none of them. */
export function readSources(
  text: string,
  { sources: entries }: Pick<Context, 'sources'>,
): SourcesRead {
  const { ids, has, whole } = dictionaryOf(entries)
  const parts = splitAround(text, whole)
  const [sources, unknown] = [new Set<string>(), [] as string[]]
  let isOther = false
  for (const part of parts) {
    const typed = plain(part)
    const called = CALLED.find(([words]) => words.test(typed))?.[1]
    const id = ids.get(typed.toLowerCase()) ?? (called && has.has(called) ? called : undefined)
    if (id) sources.add(id)
    else if (/^(其他|其它|其他人员|其他类)$/.test(typed)) isOther = true
    else unknown.push(part)
  }
  return { sources: [...sources], unknown, isOther }
}

type Dictionary = { ids: Map<string, string>; has: Set<string>; whole: string[] }
const remembered = new WeakMap<object, Dictionary>()

function dictionaryOf(entries: Context['sources']): Dictionary {
  const known = remembered.get(entries)
  if (known) return known
  const names = entries.flatMap(({ id, zh, en }) =>
    [id, plain(zh), plain(en)].map((it) => [it.toLowerCase(), id] as const),
  )
  const ids = new Map(names)
  const has = new Set(entries.map(({ id }) => id))
  const made = { ids, has, whole: wholeNames(ids.keys()) }
  remembered.set(entries, made)
  return made
}

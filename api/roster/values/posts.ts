import { plain } from '../text.ts'
import type { SeatPost } from '../types.ts'

export type PostsRead = { posts: SeatPost[]; unknown: string[] }

/** What posts are called, the narrower word first. 副 posts sit on their committee as members. */
const CALLED: readonly (readonly [RegExp, readonly SeatPost[]])[] = [
  [/一肩挑/, ['secretary', 'chair']],
  [/(监委会|监督委员会|村务监督|居务监督|监委|监督委)(主任|负责人)/, ['supervision-head']],
  [/监委会|监督委员会|村务监督|居务监督|监委|监督委/, ['supervision-member']],
  [/副书记/, ['party-member']],
  [/(第一书记|团支部书记|团委书记|团总支书记)/, []],
  [/书记/, ['secretary']],
  [
    /(组织|宣传|纪检|统战|青年)(委员|员)|支部委员|支委|党(组织|委|总支)委员|^(党)?委员\(党组织\)$/,
    ['party-member'],
  ],
  [/副主任/, ['committee-member']],
  [
    /(妇联|妇女|计生|治保|人民调解|调解)主(任|席)|妇联主席|民兵连长|团支书|文书|会计|报账员|网格员/,
    [],
  ],
  [/主任/, ['chair']],
  [
    /^(村|居|村民|居民|村民委员会|居民委员会|村委会|居委会|村委|居委|社区)*(委员|委员会委员|成员)$/,
    ['committee-member'],
  ],
]

/** Posts of one cell: 书记兼主任, 党支部书记、村委会主任, 支部委员. Posts outside of the committees are told as such. */
export function readPosts(text: string): PostsRead {
  const posts = new Set<SeatPost>()
  const unknown: string[] = []
  for (const part of partsOf(plain(text))) {
    const found = CALLED.find(([words]) => words.test(part))?.[1]
    if (found === undefined || found.length === 0) unknown.push(part)
    for (const post of found ?? []) posts.add(post)
  }
  return { posts: [...posts], unknown }
}

function partsOf(text: string): string[] {
  return text
    .replace(/[“”"']/g, '')
    .split(/[、,，;；/／\\|+]|兼任|兼|和|及|(?<=书记)(?=村|居|社区|主任)/)
    .filter((it) => it !== '')
}

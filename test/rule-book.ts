import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultPolicy } from '../matching/policy.ts'
import { type PairRule, pairRuleBook, type Rule, ruleBook } from '../matching/rules/index.ts'
import { POSTS, type Post, type Words } from '../matching/types.ts'
import { kindWords, levelWords, postWords } from '../matching/words.ts'

export const RULE_BOOK = join(import.meta.dirname, '../docs/rule-book.md')

/** docs/rule-book.md as it follows from the rules and the default policy. */
export function page(): string {
  return `${[OPENING, ...ruleBook.map(ruleSection), ...pairRuleBook.map(pairSection)].join('\n\n')}\n`
}

const OPENING = `# 规则手册 · Rule book

由 \`matching/rules\` 生成（\`npm run rule-book\`），请勿手改。门槛和审批层级取自默认政策，各县可改。
对每个人、每个岗位，每条规则的结论是：符合、提醒、可放宽（注明审批层级）、未知（注明缺什么）、不符合。
未知的人选不列入方案，只列出所缺材料。

Generated from \`matching/rules\` by \`npm run rule-book\`; do not edit. Thresholds and levels of approval are those of
the default policy, which a county changes. For every person and post each rule answers: met, caution, relaxable
(with the level that approves), not known (with what is missing) or breach. Who is not known yet is never put into
a plan, only named with the missing paper.

S0–S4 是本产品所依据的换届工作资料：S0 自治区换届工作讲话，S1 市级筹备讲话，S2 乡镇材料汇编，S3 方案与总结（S3.4 为街道换届方案），S4 各省做法综述。
S0–S4 are the term-change papers the product was asked for from: S0 and S1 speeches, S2 papers of townships, S3 plans and
summaries (S3.4 the plan of an urban street), S4 a report on the practice of provinces.`

function ruleSection(rule: Rule): string {
  return section(rule.id, rule.title, [
    ['内容', 'Says', rule.says],
    ['适用', 'Concerns', rule.concerns],
    ['岗位', 'Posts', postsOf(rule)],
    ['效果', 'Effect', EFFECTS[rule.effect]],
    ['放宽', 'Relaxed by', relaxationOf(rule)],
    ['未知时需', 'When not known, needs', listOf(rule.missing ?? [])],
    ['依据', 'Source', rule.source],
  ])
}

function pairSection(rule: PairRule): string {
  return section(rule.id, rule.title, [
    ['内容', 'Says', rule.says],
    ['适用', 'Concerns', rule.concerns],
    ['依据', 'Source', rule.source],
  ])
}

type Line = [zh: string, en: string, words: Words | null]

function section(id: string, title: Words, lines: Line[]): string {
  const said = lines.flatMap(([zh, en, words]) =>
    words === null ? [] : [`| ${zh}<br>${en} | ${words.zh} | ${words.en} |`],
  )
  return [
    `## \`${id}\` ${title.zh} · ${title.en}`,
    '',
    '| | 中文 | English |',
    '|---|---|---|',
    ...said,
  ].join('\n')
}

const EFFECTS = {
  bar: { zh: '不符合则不能列入方案', en: 'A breach keeps the person out of the plan' },
  caution: { zh: '只提醒，不限制', en: 'A caution only; it never bars' },
}

/** Said by asking the rule itself, so that it cannot go stale. */
function postsOf({ appliesTo }: Rule): Words {
  const kinds = (['village', 'community'] as const).filter((kind) =>
    POSTS.some((post) => appliesTo(post, kind)),
  )
  const posts: Post[] = POSTS.filter((post) => kinds.some((kind) => appliesTo(post, kind)))
  if (kinds.length === 2 && posts.length === POSTS.length) return { zh: '全部', en: 'All' }
  const where = kinds.map((kind) => kindWords[kind])
  const which = posts.map((post) => postWords[post])
  return {
    zh: `${where.map(({ zh }) => zh).join('、')}：${which.map(({ zh }) => zh).join('、')}`,
    en: `${where.map(({ en }) => en).join(', ')}: ${which.map(({ en }) => en).join(', ')}`,
  }
}

function relaxationOf({ id, relaxation }: Rule): Words | null {
  const level = defaultPolicy.relaxations[id]
  if (relaxation === undefined) return null
  if (level === undefined) return relaxation
  return {
    zh: `${relaxation.zh}（${levelWords[level].zh}审批）`,
    en: `${relaxation.en} (approved by ${levelWords[level].en})`,
  }
}

function listOf(items: Words[]): Words | null {
  if (items.length === 0) return null
  return { zh: items.map(({ zh }) => zh).join('；'), en: items.map(({ en }) => en).join('; ') }
}

if (import.meta.main) writeFileSync(RULE_BOOK, page())

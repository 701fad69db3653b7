import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEED } from '../db/seed/index.ts'
import {
  ageOf,
  agesOf,
  BEIZHUANG,
  countBy,
  hasCollege,
  incumbents,
  isAged,
  isFull,
  isWoman,
  mean,
  newcomers,
  peopleOf,
  rows,
  seatsIn,
  share,
  type Talent,
  teams,
} from './census.ts'

export const DEMONSTRATION = join(import.meta.dirname, '../docs/demonstration.md')

/** docs/demonstration.md as it follows from the seed. */
export function page(): string {
  return `${[opening(), places(), people(), evidence(), cast(), planted(), traits(), cultivation()].join('\n\n')}\n`
}

function opening(): string {
  return `# 演示县 · The demonstration county

由 \`db/seed\` 的数据生成（\`node test/demonstration.ts\`），请勿手改。山亭区 ${rows.villages.length} 个村（社区）的名称和代码是真实的；
人员、家庭、材料、户数、人口、集体收入、产业、选举结果全部虚构，与任何真实的人、村无关。不存身份证号和电话。

Generated from the rows of \`db/seed\` by \`node test/demonstration.ts\`; do not edit: a test holds it fresh. Names and
12-digit codes of the district's ${rows.townships.length} townships and ${rows.villages.length} villages are real (the statistics bureau's list).
Everything else is invented: people, families, evidence, households, income, trades, elections. No identity or
telephone number is stored. All of it follows from the seed ${SEED}; the same seed gives the same rows on every
machine. Ages are completed years on 2026-12-31, the reference day of the default policy.`
}

function places(): string {
  const seats = (posts: string[]) => seatsIn('', posts)
  const beizhuang = rows.villages.filter(({ townshipCode }) => townshipCode === BEIZHUANG)
  return `## Places

${table(
  ['', 'the county', '北庄镇'],
  [
    ['villages and communities', rows.villages.length, beizhuang.length],
    ['of them communities (居委会)', kinds(rows.villages), kinds(beizhuang)],
    ['key and difficult villages', keys(rows.villages), keys(beizhuang)],
    ['office areas (片区)', areas(rows.villages), areas(beizhuang)],
    [
      'seats of Party committees',
      seats(['secretary', 'party-member']),
      seatsIn(BEIZHUANG, ['secretary', 'party-member']),
    ],
    [
      'seats of villagers’ committees',
      seats(['chair', 'committee-member']),
      seatsIn(BEIZHUANG, ['chair', 'committee-member']),
    ],
    [
      'people in the pool',
      rows.talents.length,
      rows.talents.filter(({ homeTownshipCode }) => homeTownshipCode === BEIZHUANG).length,
    ],
  ],
)}

The 78 Party seats, five key villages and four office areas of 北庄镇 are those of S2. Each place has three to five needs
that follow from its trades; ${rows.skills.length} skills in all.`
}

function people(): string {
  const groups = countBy(
    rows.talentSources.filter(({ source }) => source !== 'incumbent'),
    ({ source }) => source,
  )
  const figure = (name: string, of: (list: readonly Talent[]) => string) => [
    name,
    of(incumbents),
    of(newcomers),
  ]
  const part = (fits: (talent: Talent) => boolean) => (list: readonly Talent[]) =>
    percent(share(list, fits))
  return `## People

${table(
  ['', 'incumbents', 'others'],
  [
    figure('people', (list) => String(list.length)),
    figure('mean age', (list) => mean(agesOf(list)).toFixed(1)),
    figure('35 or under', part(isAged(0, 35))),
    figure('over 55', part(isAged(56, 99))),
    figure('women', part(isWoman)),
    figure('junior college or above', part(hasCollege)),
    figure('full Party members', part(isFull)),
    figure(
      'probationary',
      part(({ partyStatus }) => partyStatus === 'probationary'),
    ),
    figure(
      'active applicants',
      part(({ partyStatus }) => partyStatus === 'activist'),
    ),
    figure(
      'smaller nationalities',
      part(({ nationality }) => nationality === 'minority'),
    ),
    figure(
      'consent given',
      part(({ consent }) => consent === 'given'),
    ),
    figure(
      'consent not known',
      part(({ consent }) => consent === null),
    ),
    figure(
      'consent withdrawn',
      part(({ consent }) => consent === 'withdrawn'),
    ),
    figure(
      'declared able to serve',
      part(({ isFit }) => isFit === 1),
    ),
    figure(
      'willing in the home village',
      part(({ willingness }) => willingness === 'village'),
    ),
    figure(
      'willing in the township',
      part(({ willingness }) => willingness === 'township'),
    ),
    figure(
      'willing in the county',
      part(({ willingness }) => willingness === 'county'),
    ),
    figure(
      'willingness not known',
      part(({ willingness }) => willingness === null),
    ),
    figure(
      'birth not known',
      part(({ bornOn }) => bornOn === null),
    ),
    figure(
      'birth known by month',
      part(({ bornOn }) => bornOn?.length === 7),
    ),
    figure(
      'experience not known',
      part(({ experienceYears }) => experienceYears === null),
    ),
    figure(
      'reserves',
      part(({ status }) => status === 'reserve'),
    ),
  ],
)}

On the committees now: ${teamWords()}. Terms began in March 2021.

Groups (a person may belong to two): ${[...groups].map(([group, count]) => `${group} ${count}`).join(', ')}.

${familyWords()}`
}

function teamWords(): string {
  const seated = teams.reduce((sum, { all }) => sum + all.size, 0)
  const both = teams.reduce((sum, { both: crossing }) => sum + crossing.size, 0)
  const combined = share(teams, ({ isCombined }) => isCombined)
  return `${(seated / teams.length).toFixed(1)} people a village, ${percent(both / seated)} of them on both committees, secretary and chair one person in ${percent(combined)} of the villages`
}

function familyWords(): string {
  const barred = rows.familyLinks.filter(({ isBarred }) => isBarred === 1)
  const people = new Set(barred.flatMap(({ talentId, relativeId }) => [talentId, relativeId]))
  const relations = [...countBy(rows.familyLinks, ({ relation }) => relation)]
  return `Families live in one village: ${percent(people.size / rows.talents.length)} of the people have somebody in the pool with whom they may not sit
(${relations.map(([relation, count]) => `${relation} ${count}`).join(', ')}; only \`distant\` is no bar). ${rows.residenceConsents.length} consents of election committees to outsiders are recorded.`
}

function evidence(): string {
  const byCriterion = [...Map.groupBy(rows.evidence, ({ criterion }) => criterion)]
  const skilled = new Set(rows.talentSkills.map(({ talentId }) => talentId)).size
  return `## Evidence

${table(
  ['criterion', 'nothing known', 'pieces', 'proven', 'mean value'],
  byCriterion.map(([criterion, pieces]) => [
    criterion,
    percent(1 - new Set(pieces.map(({ talentId }) => talentId)).size / rows.talents.length),
    pieces.length,
    percent(share(pieces, ({ standing }) => standing === 'proven')),
    mean(pieces.map(({ value }) => value)).toFixed(2),
  ]),
)}

\`expertise\` and \`tie\` are derived from skills and home. ${percent(1 - skilled / rows.talents.length)} of the people have no skill on record; honours: ${[
    ...countBy(rows.honours, ({ level }) => level),
  ]
    .map(([level, count]) => `${level} ${percent(count / rows.talents.length)}`)
    .join(', ')}.`
}

function cast(): string {
  const names = [
    ['李文博', '洪门村', 'heads the grape cooperative; everything about him is on paper'],
    ['宋雅楠', '洪门村', 'came home to sell online; her reputation is not known'],
    ['赵庆河', '洪门村', 'on the Party committee now, keeps the accounts'],
    ['张立群', '洪门村', 'on the villagers’ committee now, mediates; cousin of 刘思敏'],
    ['刘思敏', '洪门村', 'graduate come home, league member, bookkeeping'],
    ['王海洋', '毛宅村', 'family farm and cold store; may stand in 洪门村 too'],
  ]
  return `## The named cast

The same six people as in the tests, in the seed with richer evidence.

${table(
  ['name', 'age', 'sex', 'Party', 'willing', 'home', ''],
  names.map(([name, village, words]) => {
    const person = peopleOf(village!).find((talent) => talent.name === name)!
    const { sex, partyStatus, willingness } = person
    return [name!, ageOf(person)!, sex!, partyStatus!, willingness!, village!, words!]
  }),
)}

李文博 is willing in his own village only, since a full member who moves could be secretary in 上十河村 (below).`
}

function planted(): string {
  const fulls = (village: string) =>
    peopleOf(village).filter((person) => isFull(person) && (ageOf(person) ?? 99) <= 55)
  const named = (people: readonly Talent[]) => people.map(({ name }) => name).join('、')
  const young = peopleOf('三道峪村').filter(isAged(0, 35))
  const women = peopleOf('毛宅村').filter((person) => isWoman(person) && isAged(0, 55)(person))
  const only = fulls('上十河村').filter(({ willingness }) => willingness !== null)
  const silent = fulls('上十河村').filter(({ willingness }) => willingness === null)
  return `## Planted cases, all in 北庄镇

Held against the rules by \`test/api/demonstration.test.ts\`.

${table(
  ['village', 'what cannot be met', 'why', 'the cheapest way out'],
  [
    [
      '三道峪村',
      'young.min',
      'nobody of 35 or under can be seated',
      `ask ${named(young)} (${young.map(ageOf).join()}), whose willingness is not known`,
    ],
    [
      '毛宅村',
      'women.min, by law',
      'no woman can sit on the villagers’ committee: the one in office is over 55',
      `one paper each from ${named(women)}: declaration of fitness, consent`,
    ],
    [
      '上十河村',
      'Party seats, margin',
      `only ${named(only)} can be secretary: the full members in office are over 55`,
      `ask ${named(silent)}, whose willingness is not known`,
    ],
    [
      '羊栏村',
      'Party seats',
      `the full members who could sit are one family: ${named(fulls('羊栏村'))}`,
      'a full member from outside the family',
    ],
    [
      '洪门村',
      'margin',
      'three full members for three seats, four are wanted',
      'ask 周振宇, whose willingness is not known',
    ],
  ],
)}

Other targets are missed here and there because the people happen not to be there, as in any county.`
}

function traits(): string {
  return `## Planted traits

So that the cases hold, full members of 北庄镇 serve at home only or have not been asked, and nobody who would serve
anywhere in the county is a full member. Outside the cases the generator changes people where a village would else
have too few with all papers: as many full members as Party seats (in 北庄镇 a fifth and one more), a woman, somebody of 35 or under.`
}

function cultivation(): string {
  return `## Cultivation

At the first start everybody in reserve has had a year of cultivation up to that day (\`api/demonstration/cultivation.ts\`, drawn from the same seed): in
北庄镇 nearly all have a mentor, elsewhere about half; six mentors a township, who have no password, beside \`demo-mentor\` with 李文博, 宋雅楠 and 刘思敏.
Meetings about once a month, plans from the county's templates, five courses (one still to come), trial posts with evaluations, checks of the
last two quarters, half a year of attendance. 宋雅楠 assists the chair of 洪门村. Texts and marks are invented; what follows as evidence is worked out by
the program.`
}

type Cell = string | number

function table(head: Cell[], lines: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n')
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`

const kinds = (villages: typeof rows.villages) =>
  villages.filter(({ kind }) => kind === 'community').length
const keys = (villages: typeof rows.villages) => villages.filter(({ isKey }) => isKey === 1).length
const areas = (villages: typeof rows.villages) =>
  new Set(villages.map(({ townshipCode, area }) => `${townshipCode} ${area}`)).size

if (import.meta.main) writeFileSync(DEMONSTRATION, page())

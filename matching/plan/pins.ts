import { patternOf, seatsOf } from '../pattern.ts'
import { assess, eligibilityOf, inReach } from '../rules/index.ts'
import {
  type Pin,
  type PinConflict,
  POSTS,
  type Problem,
  type Talent,
  type Village,
} from '../types.ts'
import { postWords } from '../words.ts'

/** Why the pins of a problem cannot all stand; empty when they can. An impossible demand is a result, not an error. */
export function pinConflicts(problem: Problem): PinConflict[] {
  const { pins, talents, villages } = problem
  if (pins.length === 0) return []
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]))
  const villageOf = new Map(villages.map((village) => [village.code, village]))
  const placed = pins.flatMap((pin) => {
    const talent = talentOf.get(pin.talent)
    const village = villageOf.get(pin.village)
    return talent && village ? [{ pin, talent, village }] : []
  })
  const strangers = pins.filter((pin) => !placed.some((one) => one.pin === pin))
  return [
    ...strangers.map((pin) => ({
      pins: [pin],
      words: {
        zh: '此人或此村不在测算范围内，请取消固定',
        en: 'the person or the village is outside this plan; take the pin back',
      },
    })),
    ...placed.flatMap(outOfReach),
    ...placed.flatMap((one) => notEligible(one, problem)),
    ...placed.flatMap((one) => alsoExcluded(one, problem)),
    ...tooMany(placed),
    ...twoPlaces(placed),
    ...kinTogether(placed, problem),
  ]
}

type Placed = { pin: Pin; talent: Talent; village: Village }

/** Rules speak of who stays in the pool; who left it, or serves elsewhere only, is not looked at here. */
function outOfReach({ pin, talent, village }: Placed): PinConflict[] {
  if (inReach(talent, village)) return []
  const hasLeft = talent.status === 'left'
  return [
    {
      pins: [pin],
      words: {
        zh: `${talent.name}${hasLeft ? '已退出人才库' : `不愿到${village.name}任职`}，请取消固定`,
        en: `${talent.name} ${hasLeft ? 'has left the pool' : `would not serve in ${village.name}`}; take the pin back`,
      },
    },
  ]
}

function notEligible({ pin, talent, village }: Placed, { policy }: Problem): PinConflict[] {
  const findings = assess(talent, village, pin.post, policy)
  const eligibility = eligibilityOf(findings)
  if (eligibility === 'eligible' || eligibility === 'relaxable') return []
  const reasons = findings.filter(({ outcome }) => outcome === 'breach' || outcome === 'unknown')
  const post = postWords[pin.post]
  return [
    {
      pins: [pin],
      words: {
        zh: `${talent.name}不能固定为${village.name}${post.zh}：${reasons.map(({ words }) => words.zh).join('；')}`,
        en: `${talent.name} cannot be pinned as ${post.en} of ${village.name}: ${reasons.map(({ words }) => words.en).join('; ')}`,
      },
    },
  ]
}

function alsoExcluded({ pin, talent, village }: Placed, { exclusions }: Problem): PinConflict[] {
  const isExcluded = exclusions.some(
    (exclusion) =>
      exclusion.talent === pin.talent &&
      exclusion.village === pin.village &&
      (exclusion.post === null || exclusion.post === pin.post),
  )
  if (!isExcluded) return []
  return [
    {
      pins: [pin],
      words: {
        zh: `${talent.name}在${village.name}既被固定又被排除，请取消其中一项`,
        en: `${talent.name} is both pinned and excluded in ${village.name}; take one of the two back`,
      },
    },
  ]
}

function tooMany(placed: readonly Placed[]): PinConflict[] {
  const byVillage = Map.groupBy(placed, ({ village }) => village)
  return [...byVillage].flatMap(([village, here]) =>
    POSTS.flatMap((post) => {
      const pinned = here.filter(({ pin }) => pin.post === post)
      const people = new Set(pinned.map(({ pin }) => pin.talent))
      const seats = seatsOf(village, post)
      if (people.size <= seats) return []
      const names = [...new Set(pinned.map(({ talent }) => talent.name))].join('、')
      const { zh, en } = postWords[post]
      return [
        {
          pins: pinned.map(({ pin }) => pin),
          words: {
            zh: `${village.name}${zh}只有 ${seats} 席，固定了 ${people.size} 人：${names}`,
            en: `${village.name} has ${seats} seat${seats === 1 ? '' : 's'} for ${en} but ${people.size} people are pinned: ${names}`,
          },
        },
      ]
    }),
  )
}

/** One person in two villages, or in two posts of one committee. */
function twoPlaces(placed: readonly Placed[]): PinConflict[] {
  const byTalent = Map.groupBy(placed, ({ talent }) => talent)
  return [...byTalent].flatMap(([talent, own]) => {
    const villages = [...new Set(own.map(({ village }) => village))].map(
      ({ name, townshipName }) => `${townshipName}${name}`,
    )
    const pins = own.map(({ pin }) => pin)
    if (villages.length > 1) {
      return [
        {
          pins,
          words: {
            zh: `${talent.name}只能在一个村任职，却固定在${villages.join('、')}`,
            en: `${talent.name} can serve in one village only but is pinned in ${villages.join(', ')}`,
          },
        },
      ]
    }
    const posts = [...new Set(own.map(({ pin }) => pin.post))]
    if (patternOf(posts) !== undefined) return []
    return [
      {
        pins,
        words: {
          zh: `${talent.name}不能同时担任${posts.map((post) => postWords[post].zh).join('、')}`,
          en: `${talent.name} cannot hold ${posts.map((post) => postWords[post].en).join(' and ')} at once`,
        },
      },
    ]
  })
}

function kinTogether(placed: readonly Placed[], { kin }: Problem): PinConflict[] {
  return kin.flatMap(({ a, b }) => {
    const first = placed.filter(({ talent }) => talent.id === a)
    const second = placed.filter(({ talent }) => talent.id === b)
    const village = first.find((one) =>
      second.some((other) => other.village === one.village),
    )?.village
    if (village === undefined) return []
    const names = `${first[0]!.talent.name}、${second[0]!.talent.name}`
    return [
      {
        pins: [...first, ...second].map(({ pin }) => pin),
        words: {
          zh: `${names}有亲属关系，不能同在${village.name}两委任职`,
          en: `${names} are relatives and may not sit together in ${village.name}`,
        },
      },
    ]
  })
}

import { describe, expect, test } from 'vitest'
import { type Ended, outcomeWords } from '../../api/nominees/outcome-words.ts'

const ENDED: Ended = {
  ...{ state: 'settled', outcome: 'elected', posts: ['committee-member'] },
  ...{ termStartsOn: null, termEndsOn: null },
}
const NOT_CHOSEN: Partial<Ended> = { outcome: 'not-chosen' }
const AROUND = { round: '2026 年换届', village: '洪门村' }
const said = (ended: Partial<Ended>, around: object = {}) =>
  outcomeWords({ ...ENDED, ...ended }, { ...AROUND, ...around })

const ENDS: { ended: Partial<Ended>; zh: string; thanks: RegExp; why: string }[] = [
  { ended: { state: 'open', outcome: null }, zh: '正在办理', thanks: /感谢/, why: 'under way' },
  {
    ended: { state: 'withdrawn', outcome: null },
    ...{ zh: '按本人意愿，您已退出本轮提名', thanks: /感谢您参与/, why: 'withdrawn' },
  },
  {
    ended: { ...NOT_CHOSEN, state: 'stopped' },
    ...{ zh: '这次没有把您列为继续办理的人选', thanks: /感谢您的参与和理解/, why: 'stopped' },
  },
  {
    ended: NOT_CHOSEN,
    ...{ zh: '您这次没有当选', thanks: /感谢您的参与和理解/, why: 'not elected' },
  },
  {
    ended: { termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
    zh: '您已当选，任期自 2027-01-15 至 2032-01-14',
    ...{ thanks: /感谢乡亲们的信任/, why: 'elected' },
  },
  {
    ended: { outcome: 'appointed', posts: ['secretary'] },
    ...{ zh: '经上级党组织批准', thanks: /感谢您承担/, why: 'a Party post of a village' },
  },
  {
    ended: { outcome: 'reserve', posts: [] },
    ...{ zh: '您已列为村级后备人才', thanks: /感谢您的付出/, why: 'for the pool' },
  },
]

describe('what the person is told of a nomination', () => {
  test.each(ENDS)(
    '$why: says it plainly and thanks, in both languages',
    ({ ended, zh, thanks }) => {
      const words = said(ended)
      expect(words.zh).toContain(zh)
      expect(words.zh).toMatch(thanks)
      expect(words.en).toMatch(/Thank you|thank you/)
      expect(words.zh + words.en, 'committees are elected (LAW 11)').not.toMatch(/任命|appointed/)
    },
  )

  test('begins with the seat and the round that it was about', () => {
    expect(said({}).zh).toMatch(/^您被提名为洪门村村（居）委会委员人选（2026 年换届）。/)
    expect(said({ posts: ['secretary', 'chair'] }).zh).toContain('党组织书记、村（居）委会主任')
    const pool = said({ posts: [], outcome: 'reserve' }, { village: null })
    expect(pool.zh).toMatch(/^您被提名列入村级人才库（2026 年换届）。/)
  })

  test('names the stage of who is under way, where it is known', () => {
    const stage = { zh: '公示', en: 'Public notice' }
    expect(said({ state: 'open', outcome: null }, { stage }).zh).toContain('现在的环节是“公示”')
  })

  test.each([
    { talkedOn: null, zh: '组织上会安排专人与您当面谈话', why: 'a talk is due' },
    { talkedOn: '2026-12-20', zh: '组织上已于 2026-12-20 与您谈话', why: 'it was held' },
  ])('tells who was not chosen of the talk and the pool: $why', ({ talkedOn, zh }) => {
    for (const state of ['stopped', 'settled'] as const) {
      const words = said({ ...NOT_CHOSEN, state }, { talkedOn }).zh
      expect(words).toContain(zh)
      expect(words).toContain('您仍在人才库中')
      expect(words).toContain('可以随时提出退出')
    }
  })

  test.each(['stopped', 'withdrawn'] as const)(
    '%s: says nothing of the pool to who left it',
    (state) => {
      const words = said({ ...NOT_CHOSEN, state }, { hasLeft: true })
      expect(words.zh + words.en).not.toMatch(/库|pool/)
    },
  )
})

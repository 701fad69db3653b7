import { HONGMEN } from '../cast.ts'
import { ok, type SignedInClient } from './served.ts'

/** Somebody new of a village, so that each test has a person of its own. */
export async function somebody(
  { post }: Pick<SignedInClient, 'post'>,
  village = HONGMEN,
): Promise<string> {
  const name = `欧阳${[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'][entered % 22]}${'一二三四'[Math.floor(entered / 22)]}`
  entered += 1
  const body = { name, homeVillage: village, channel: 'recommended', basis: 'duty', isNew: true }
  const { id } = await ok((await post('/talents', body)) as Response)
  return id
}
let entered = 0

export const DUTIES = '协助书记处理日常村务，列席“两委”会议'
export const TRIAL = {
  ...{ village: HONGMEN, kind: 'secretary-assistant', duties: DUTIES },
  ...{ startsOn: '2026-07-01', endsOn: '2026-11-20' },
}

/** Begins a trial post and answers its id. */
export async function started(
  { post }: Pick<SignedInClient, 'post'>,
  talent: string,
  given: Partial<typeof TRIAL> = {},
): Promise<string> {
  return (await ok((await post('/trial-posts', { ...TRIAL, talent, ...given })) as Response)).id
}

export const MARKS = { conduct: 5, duties: 4, ability: 4, people: 5, fairness: null, overall: 4 }

import { memberOf } from '../member.ts'
import type { Policy, ShortlistGroup, Talent, Words } from '../types.ts'

/** What is known of a person's belonging to each group; null where the fact itself is not known. */
export type Groups = Record<ShortlistGroup, boolean | null>

/** Completed years up to which somebody counts as young: the policy's own, as for the target `young.min`. */
export function youngTo({ targets }: Policy): number {
  return targets['young.min'].ages?.to ?? 35
}

export function groupsOf(talent: Talent, policy: Policy): Groups {
  const { age, isCollege, isWoman } = memberOf(talent, policy.referenceOn)
  return {
    women: talent.sex === null ? null : isWoman,
    young: age === null ? null : age <= youngTo(policy),
    college: talent.education === null ? null : isCollege,
    newcomers: talent.incumbency === null,
  }
}

export function groupWords(group: ShortlistGroup, years: number): Words {
  const words: Record<ShortlistGroup, Words> = {
    women: { zh: '女性', en: 'women' },
    young: { zh: `${years} 岁及以下`, en: `aged ${years} or under` },
    college: { zh: '大专及以上', en: 'junior college or above' },
    newcomers: { zh: '现未任职', en: 'not in office now' },
  }
  return words[group]
}

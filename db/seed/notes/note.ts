import type { Group } from '../person.ts'
import type { SkillId } from '../skills.ts'

/** Who a note can be true of; what is left out asks nothing. */
export type About = {
  groups?: readonly Group[]
  skills?: readonly SkillId[]
  /** Full or probationary Party member. */
  isMember?: boolean
  /** Holds a seat now. */
  isSitting?: boolean
  ages?: readonly [number, number]
}
/** `{3~9}` in a text becomes a number between the two, `{trade}` the village's main trade. */
export type Note = { text: string; source: keyof typeof SOURCES } & About

/** Where evidence comes from, and how much its kind says (0 to 1, ours). */
export const SOURCES = {
  乡镇年度考核: 0.85,
  支部民主评议: 0.7,
  村民代表测评: 0.75,
  县级表彰: 0.9,
  乡镇核实: 0.7,
  培训结业: 0.45,
  合作社台账: 0.7,
  司法所核实: 0.8,
  村账核查: 0.75,
  单位鉴定: 0.65,
  部队鉴定: 0.8,
  学校鉴定: 0.6,
  志愿服务记录: 0.55,
  网格平台记录: 0.6,
  群众座谈: 0.5,
  导师评语: 0.55,
  本人填报: 0.3,
} as const

export const note = (text: string, source: Note['source'], about: About = {}): Note => ({
  text,
  source,
  ...about,
})

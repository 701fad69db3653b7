import type { Words } from '../../matching/index.ts'
import type { WAYS } from '../shapes/mentoring.ts'

export const wayWords = {
  talk: { zh: '谈心', en: 'Talk' },
  'on-site': { zh: '现场带', en: 'On site' },
  phone: { zh: '电话', en: 'Telephone' },
  shadowing: { zh: '跟岗点评', en: 'Shadowing, with comments' },
  urgent: { zh: '带办急事', en: 'Urgent matter' },
} satisfies Record<(typeof WAYS)[number], Words>

/** What somebody on trial is, with the month that runs. */
export const trialWords = {
  'trial-post': { zh: '准岗', en: 'trial post' },
  'secretary-assistant': { zh: '书记助理', en: 'assistant to the secretary' },
  'chair-assistant': { zh: '主任助理', en: 'assistant to the chair' },
  'committee-assistant': { zh: '委员助理', en: 'assistant to the committee' },
  shadowing: { zh: '跟岗', en: 'shadowing' },
} satisfies Record<string, Words>

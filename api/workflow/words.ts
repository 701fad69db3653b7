import type { Words } from '../../matching/index.ts'
import type { GateFinding } from './file.ts'

/** What the workflow says to people. */
export const WORDS = {
  approval: ({ words, approvedBy }: GateFinding): Words => {
    const level = LEVELS[approvedBy ?? 'county']
    return {
      zh: `${words.zh}，须${level.zh}批准放宽`,
      en: `${words.en}; the ${level.en} must approve`,
    }
  },
  department: {
    unanswered: ({ zh, en }: Words): Words => ({ zh: `${zh}未答复`, en: `No answer from ${en}` }),
    dropped: ({ zh, en }: Words): Words => ({
      zh: `${zh}已不在联审部门之列，请确认不再征求`,
      en: `${en} takes part no more: say that it is not asked`,
    }),
    more: ({ zh, en }: Words): Words => ({ zh: `${zh}要求补充`, en: `${en} asks for more` }),
    objection: ({ zh, en }: Words): Words => ({ zh: `${zh}有异议`, en: `${en} objects` }),
    expired: ({ zh, en }: Words, day: string): Words => ({
      zh: `${zh}的答复已于 ${day} 到期，须重新征求`,
      en: `The answer of ${en} ended on ${day}: ask again`,
    }),
    stale: ({ zh, en }: Words): Words => ({
      zh: `${zh}答复之后情况有变，须重新征求`,
      en: `Facts changed after ${en} answered: ask again`,
    }),
  },
  signature: ({ zh, en }: Words): Words => ({ zh: `${zh}未签字`, en: `${en} has not signed` }),
  notComplete: {
    zh: '上级部门的审查尚未办结',
    en: 'The offices above have not finished their review',
  },
  unpublished: { zh: '尚未发布公示', en: 'The notice is not published' },
  running: (day: string): Words => ({
    zh: `公示至 ${day}，次日起可以结束`,
    en: `The notice runs until ${day}; it may end the day after`,
  }),
  objections: (count: number): Words => ({
    zh: `${count} 件异议未答复`,
    en: `Objections without a reply: ${count}`,
  }),
  upheld: {
    zh: '公示异议查实，只能终止或另作答复',
    en: 'An objection was upheld: stop, or reply anew',
  },
} as const

export const LEVELS = {
  township: { zh: '乡镇党委', en: 'township Party committee' },
  county: { zh: '县级组织部门', en: 'county department' },
  city: { zh: '市级', en: 'city' },
} satisfies Record<string, Words>

export const REFUSALS = {
  closed: {
    zh: '本轮次已结束，不能再签办。如确需更正，请由县级新建轮次。',
    en: 'The round is closed: nothing more is signed in it.',
  },
  ended: {
    zh: '此人选已办结、退出或终止，不能再签办。请刷新页面看最新状态。',
    en: 'This nominee is settled, withdrawn or stopped. Load the page again.',
  },
  'not-ended': { zh: '此人选仍在办理，无须恢复。', en: 'This nominee is open as it is.' },
  'wrong-stage': {
    zh: '当前环节不办此事。请刷新页面，看现在走到哪一步。',
    en: 'This is not done at the present stage. Load the page again.',
  },
  'wrong-level': {
    zh: '此事不由您的账号办理。请看页面上“等谁办”。',
    en: 'Your account does not do this; the page says who does.',
  },
  'paper-needed': {
    zh: '村里签在纸上、由乡镇代为登记的，请勾选“纸质件”。',
    en: 'What the village signed on paper is entered by the township as such: tick “on paper”.',
  },
  'no-signer': {
    zh: '本环节由指定职务签字，您的账号没有登记相应职务。请系统管理员在账号中登记“签字职务”。',
    en: 'Named positions sign here and your account has none of them: the administrator can enter it.',
  },
  signed: { zh: '您已签过，无须再签。', en: 'You have signed already.' },
  'not-asked': {
    zh: '没有等您答复的征求意见，可能已收回或已办结。',
    en: 'Nothing is asked of your department here any more.',
  },
  'nothing-asked': { zh: '没有等待补充的事项。', en: 'Nothing was asked for.' },
  'not-dropped': {
    zh: '该部门仍在联审之列，不能免去。请等它答复或催办。',
    en: 'The department still takes part: it cannot be left out.',
  },
  'still-valid': {
    zh: '该部门的答复仍然有效，无须重新征求。',
    en: 'The answer of the department still stands.',
  },
  'not-relaxable': {
    zh: '按现有材料，这一条无须或不能放宽。',
    en: 'As things are this rule needs no relaxation, or allows none.',
  },
  'no-sanction': {
    zh: '没有“处分影响期未满”的异议，或此人不是现任成员，不适用本办法。',
    en: 'No department objects because of a sanction in force, or the person is not in office.',
  },
  'too-late': {
    zh: '县委研究之后不能再改拟任岗位。请终止后重新提名。',
    en: 'The seat cannot change after the study: stop, and nominate anew.',
  },
  'no-objection': {
    zh: '没有这件异议，或已答复。',
    en: 'There is no such objection, or it is answered.',
  },
  'not-due': { zh: '此人选不需要谈话登记。', en: 'No talk is due with this person.' },
  'party-only': {
    zh: '村民（居民）委员会成员由选举产生，社区党组织书记也不得以任命代替选举；只有村党组织职务可以登记任命。',
    en: 'Committees are elected, and community secretaries too: only Party posts of a village may be filled by appointment.',
  },
} satisfies Record<string, Words>
export type RefusalCode = keyof typeof REFUSALS

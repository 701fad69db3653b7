import type { Db } from './connect.ts'
import { DICTIONARIES, type Dictionary } from './dictionaries.ts'
import { insertPresetTemplates } from './plan-templates.ts'
import type { Scope } from './scope.ts'
import { SKILLS } from './seed/skills.ts'

type Words = { zh: string; en: string }

/** Dictionaries that a county begins with and then edits: what domain.md and the joint review's papers name. */
const DEFAULTS: Record<Dictionary, Record<string, Words>> = {
  skills: SKILLS,
  sources: {
    'wealth-creator': { zh: '致富能手', en: 'Wealth creator' },
    returnee: { zh: '返乡人员', en: 'Returnee' },
    graduate: { zh: '本土大学生', en: 'Local graduate' },
    veteran: { zh: '退役军人', en: 'Veteran' },
    merchant: { zh: '在外客商', en: 'Merchant away from home' },
    'cooperative-head': { zh: '合作社负责人', en: 'Head of a cooperative' },
    incumbent: { zh: '现任两委', en: 'Incumbent' },
    'retired-official': { zh: '退休、退居二线干部', en: 'Retired official' },
    'doctor-or-teacher': { zh: '村医教师', en: 'Village doctor or teacher' },
    'degree-official': { zh: '大学生村官', en: 'Village official with a degree' },
    'posted-in': { zh: '下派干部', en: 'Posted-in official' },
    'social-worker': { zh: '社会工作者', en: 'Social worker' },
    'womens-federation': { zh: '妇联干部', en: 'Women’s federation' },
    volunteer: { zh: '志愿者', en: 'Volunteer' },
  },
  reasons: {
    sentenced: { zh: '受过刑事处罚', en: 'Sentenced for a crime' },
    'sanction-in-force': { zh: '党纪政务处分影响期未满', en: 'Sanction still in force' },
    'under-investigation': { zh: '涉嫌违纪违法正在调查', en: 'Under investigation' },
    'dishonest-debtor': { zh: '失信被执行人', en: 'Judgment debtor in default' },
    'other-fact': { zh: '其他事实，材料存部门', en: 'Another fact; papers with the department' },
  },
  departments: {
    'discipline-inspection': { zh: '纪委监委', en: 'Discipline inspection' },
    organisation: { zh: '组织部', en: 'Organisation' },
    publicity: { zh: '宣传部', en: 'Publicity' },
    'political-legal': { zh: '政法委', en: 'Political and legal affairs' },
    police: { zh: '公安', en: 'Police' },
    procuratorate: { zh: '检察院', en: 'Procuratorate' },
    court: { zh: '法院', en: 'Court' },
    justice: { zh: '司法行政', en: 'Justice' },
    'letters-and-visits': { zh: '信访', en: 'Letters and visits' },
    health: { zh: '卫生健康', en: 'Health' },
    'civil-affairs': { zh: '民政', en: 'Civil affairs' },
    agriculture: { zh: '农业农村', en: 'Agriculture' },
  },
}

/** The notice of a county that has not written its own yet (PIPL 17): who, why, what, how long, which rights. */
export const FIRST_NOTICE: Words = {
  zh: '本县（市、区）党委组织部为村（社区）“两委”换届储备和培养人选，登记您的基本情况、学历、政治面貌、专长、工作实绩、近亲属任职关系和培养记录，身份证号和电话加密保存。仅组织部门、所属乡镇（街道）、您的导师和联审部门在职责范围内使用，不作他用，不对外提供。系统只提供参考，任用由组织研究、依法选举。资料保存到换届结束后两年，到期由组织部审核删除。您可以随时查看、更正、撤回同意、要求删除，并查看谁看过您的资料。',
  en: 'The organisation department of this county keeps your basic facts, education, political status, skills, record of work, offices of close relatives and cultivation record, to prepare the term change of village committees. Identity and telephone numbers are stored encrypted. Only the department, your township, your mentors and the departments of the joint review use them, each within its duty, for nothing else. The program only advises; people and elections decide. The record is kept until two years after the term change and is then reviewed. You may read, correct and withdraw at any time, ask for erasure, and see who looked.',
}

/** Fills the dictionaries of a county that is being set up, and its templates of cultivation plans. */
export async function insertDefaults(db: Db, scope: Scope): Promise<void> {
  const { countyCode } = scope
  for (const dictionary of DICTIONARIES) {
    const rows = Object.entries(DEFAULTS[dictionary]).map(([id, words]) => ({
      ...{ countyCode, id, ...words },
      isRetired: 0 as const,
    }))
    await db
      .insertInto(dictionary)
      .values(rows)
      .onConflict((it) => it.doNothing())
      .execute()
  }
  await insertPresetTemplates(db, scope)
}

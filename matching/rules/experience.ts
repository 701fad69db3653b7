import { EDUCATIONS, type Talent } from '../types.ts'
import { breach, defineRule, MET, unknown } from './rule.ts'

const RECORD = unknown({
  zh: '乡镇（街道）、村（社区）工作年限证明',
  en: 'proof of years worked in a township, community or village',
})

type Facts = { years: number | null; least: number; ground: 'bachelor' | 'recruited' | null }

export const experienceMin = defineRule<Facts>({
  id: 'experience.min',
  title: { zh: '工作经历', en: 'Experience' },
  source: {
    zh: '街道“两委”换届方案（S3.4）',
    en: 'Term-change plan of an urban street (S3.4)',
  },
  says: {
    zh: '乡镇（街道）、村（社区）工作累计满规定年限（默认2年）',
    en: 'Years of township, community or village work in total as the policy says (2 by default)',
  },
  concerns: { zh: '社区岗位人选', en: 'Posts of communities' },
  effect: 'bar',
  relaxation: {
    zh: '全日制大学本科以上学历，或新招录的社会工作者',
    en: 'A full-time bachelor or above, or a newly recruited social worker',
  },
  missing: [RECORD.missing],
  appliesTo: (_post, kind) => kind === 'community',
  judge: (talent, _village, _post, { experience: { communityYears: least }, relaxations }) => {
    const years = talent.experienceYears
    if (years !== null && years >= least) return MET
    const ground = groundOf(talent)
    // Whatever the years are, the relaxation covers them.
    const isCovered = ground !== null && relaxations['experience.min'] !== undefined
    return years === null && !isCovered ? RECORD : breach({ years, least, ground })
  },
  relaxes: ({ ground }) => ground !== null,
  explain: ({ years, least, ground }) => ({
    zh: `${years === null ? '工作年限未知' : `工作${years}年`}，要求${least}年${ground === null ? '' : GROUNDS[ground].zh}`,
    en: `${years === null ? 'Years of such work not known' : `${years} years of such work`}, ${least} asked for${ground === null ? '' : GROUNDS[ground].en}`,
  }),
})

const GROUNDS = {
  bachelor: { zh: '；全日制本科以上', en: '; a full-time bachelor or above' },
  recruited: { zh: '；新招录社会工作者', en: '; a newly recruited social worker' },
}

const BACHELOR = EDUCATIONS.indexOf('bachelor')

function groundOf({ education, isFullTimeEducation, isNewSocialWorker }: Talent): Facts['ground'] {
  const isBachelor = education !== null && EDUCATIONS.indexOf(education) >= BACHELOR
  if (isBachelor && isFullTimeEducation === true) return 'bachelor'
  return isNewSocialWorker ? 'recruited' : null
}

import { EDUCATIONS, type Education, type Talent, type Village } from '../types.ts'
import { educationWords, kindWords } from '../words.ts'
import { relaxingHonour } from './honour.ts'
import { breach, defineRule, MET, unknown } from './rule.ts'

const DIPLOMA = unknown({ zh: '学历证明', en: 'proof of education' })

type Facts = {
  education: Education | null
  least: Education
  kind: Village['kind']
  ground: 'honour' | 'contribution' | 'degree' | null
}

export const educationMin = defineRule<Facts>({
  id: 'education.min',
  title: { zh: '学历', en: 'Education' },
  source: {
    zh: '街道“两委”换届方案（S3.4），用于社区；村的标准为本产品默认',
    en: 'Term-change plan of an urban street (S3.4), for communities; the level for villages is ours',
  },
  says: {
    zh: '社区：大学本科以上，或持有助理社会工作师以上证书；村：高中（中专）以上（均为默认）',
    en: 'Community: bachelor, or a certificate of (assistant) social worker; village: senior secondary (defaults)',
  },
  concerns: {
    zh: '新提名人选；本村在任成员除外',
    en: 'New nominees; not the incumbents of that village',
  },
  effect: 'bar',
  relaxation: {
    zh: '市级以上表彰、贡献突出，或社会工作专业学历',
    en: 'An honour of city level or above, outstanding contribution, or a degree in social work',
  },
  missing: [DIPLOMA.missing],
  appliesTo: () => true,
  judge: (talent, village, _post, policy) => {
    const { education, incumbency } = talent
    if (incumbency?.village === village.code || isCertified(talent, village)) return MET
    const least = policy.education[village.kind]
    const level = education === null ? -1 : EDUCATIONS.indexOf(education)
    if (level >= EDUCATIONS.indexOf(least)) return MET
    const ground = groundOf(talent)
    // Whatever the education is, the relaxation covers it.
    const isCovered = ground !== null && policy.relaxations['education.min'] !== undefined
    if (education === null && !isCovered) return DIPLOMA
    return breach({ education, least, kind: village.kind, ground })
  },
  relaxes: ({ ground }) => ground !== null,
  explain: ({ education, least, kind, ground }) => ({
    zh: `${education === null ? '学历未知' : educationWords[education].zh}，${kindWords[kind].zh}要求${educationWords[least].zh}以上${ground === null ? '' : GROUNDS[ground].zh}`,
    en: `Education: ${education === null ? 'not known' : educationWords[education].en}; a ${kind} asks for ${educationWords[least].en} or above${ground === null ? '' : GROUNDS[ground].en}`,
  }),
})

const GROUNDS = {
  honour: { zh: '；有市级以上表彰', en: '; holds an honour of city level or above' },
  contribution: { zh: '；贡献突出', en: '; outstanding contribution' },
  degree: { zh: '；社会工作专业学历', en: '; a degree in social work' },
}

function isCertified({ qualifications }: Talent, { kind }: Village): boolean {
  return (
    kind === 'community' &&
    (qualifications.includes('assistant-social-worker') || qualifications.includes('social-worker'))
  )
}

function groundOf(talent: Talent): Facts['ground'] {
  if (relaxingHonour(talent.honours) !== null) return 'honour'
  if (talent.hasOutstandingContribution) return 'contribution'
  return talent.qualifications.includes('social-work-degree') ? 'degree' : null
}

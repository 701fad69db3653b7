import type { CriterionId, Evidence, Kin, Need, Talent, Village } from '../matching/types.ts'

/**
 * The named cast: six invented people and two real villages of Beizhuang, the same in tests, seed and docs.
 * The builders take only what a test is about: what they fill in bars nobody from anything.
 */
export const TOWNSHIP = '370406104'
export const HONGMEN = '370406104218'
export const MAOZHAI = '370406104201'

/** Somebody of 洪门村, about whom everything the rules ask is known and in order. */
export function talent(about: Partial<Talent> = {}): Talent {
  return {
    id: 'somebody',
    name: '某某',
    sex: 'male',
    bornOn: '1985-06-15',
    education: 'bachelor',
    isFullTimeEducation: true,
    nationality: 'han',
    partyStatus: 'full',
    status: 'in-pool',
    sources: [],
    homeVillage: HONGMEN,
    homeTownship: TOWNSHIP,
    consent: 'given',
    willingness: 'township',
    isFit: true,
    qualifications: [],
    honours: [],
    hasOutstandingContribution: false,
    experienceYears: 5,
    isNewSocialWorker: false,
    incumbency: null,
    consentedVillages: [],
    skills: [],
    evidence: [],
    ...about,
  }
}

/** A village of three seats on each committee in 北庄镇, without needs or a past. */
export function village(about: Partial<Village> = {}): Village {
  return {
    code: HONGMEN,
    name: '洪门村',
    kind: 'village',
    township: TOWNSHIP,
    townshipName: '北庄镇',
    isKey: false,
    hasMinorities: false,
    seats: { party: 3, committee: 3, supervision: 0 },
    needs: [],
    lastTerm: null,
    current: null,
    ...about,
  }
}

/** A proven piece of full strength on the reference day of the default policy. */
export function evidence(criterion: CriterionId, about: Partial<Evidence> = {}): Evidence {
  return {
    id: `${criterion}-1`,
    criterion,
    value: 0.8,
    strength: 1,
    standing: 'proven',
    on: '2026-12-31',
    source: '镇党委',
    note: '年度考核优秀',
    ...about,
  }
}

export function need(skill: string, weight: number, zh: string, en: string): Need {
  return { skill, weight, words: { zh, en } }
}

export const hongmen = village({
  seats: { party: 3, committee: 5, supervision: 0 },
  needs: [
    need('e-commerce', 0.4, '电商销售', 'Selling online'),
    need('grape-growing', 0.3, '葡萄提档', 'Better grapes'),
    need('mediation', 0.2, '纠纷调解', 'Settling disputes'),
    need('bookkeeping', 0.1, '集体账目', 'Collective accounts'),
  ],
})

export const maozhai = village({
  code: MAOZHAI,
  name: '毛宅村',
  needs: [need('fruit-growing', 0.6, '老桃园更新', 'Renewing peach orchards')],
})

/** Heads the grape cooperative; everything about him is on paper. */
export const liWenbo = talent({
  id: 'li-wenbo',
  name: '李文博',
  bornOn: '1988-03',
  sources: ['cooperative-head', 'returnee'],
  skills: [
    { skill: 'grape-growing', level: 0.9, standing: 'proven' },
    { skill: 'cooperative-management', level: 0.8, standing: 'proven' },
  ],
  evidence: [
    evidence('political', { value: 0.85, on: '2026-07-01', note: '获评镇优秀共产党员' }),
    evidence('development', {
      value: 0.9,
      on: '2026-06-20',
      source: '镇农业办',
      note: '合作社带动43户葡萄增收',
    }),
    evidence('coordination', { value: 0.75, on: '2026-03-10', note: '协调6户完成土地流转' }),
    evidence('service', { value: 0.7, on: '2025-11-05', note: '为村民代办服务120件' }),
    evidence('conduct', { value: 0.8, on: '2026-05-12', note: '民主评议优秀' }),
    evidence('record', { value: 0.85, on: '2026-09-30', note: '完成冷库项目建设' }),
    evidence('reputation', { value: 0.8, on: '2026-08-15', note: '群众测评满意率91%' }),
    evidence('potential', { value: 0.7, on: '2026-04-18', note: '县级培训结业良好' }),
  ],
})

/** Came home to sell online; nobody has asked the village about her yet. */
export const songYanan = talent({
  id: 'song-yanan',
  name: '宋雅楠',
  sex: 'female',
  bornOn: '1993-06',
  education: 'junior-college',
  sources: ['returnee'],
  skills: [{ skill: 'e-commerce', level: 0.9, standing: 'proven' }],
  evidence: [
    evidence('political', { value: 0.75, on: '2026-07-01', note: '按期参加组织生活' }),
    evidence('development', { value: 0.85, on: '2026-06-18', note: '网店年销农产品260万元' }),
    evidence('service', { value: 0.8, on: '2026-05-04', note: '教会31户开网店' }),
    evidence('potential', {
      value: 0.85,
      on: '2026-09-10',
      standing: 'claimed',
      note: '自学直播运营',
    }),
  ],
})

export const zhaoQinghe = talent({
  id: 'zhao-qinghe',
  name: '赵庆河',
  bornOn: '1974-02',
  education: 'senior-secondary',
  isFullTimeEducation: null,
  sources: ['incumbent'],
  willingness: 'village',
  experienceYears: 12,
  incumbency: { village: HONGMEN, posts: ['party-member'] },
  skills: [{ skill: 'bookkeeping', level: 0.8, standing: 'proven' }],
  evidence: [
    evidence('conduct', { value: 0.8, on: '2025-12-20', note: '三年审计无问题' }),
    evidence('record', { value: 0.7, on: '2025-12-31', note: '年度考核称职' }),
  ],
})

/** Not a Party member: the villagers' committee asks for none. */
export const zhangLiqun = talent({
  id: 'zhang-liqun',
  name: '张立群',
  bornOn: '1980-05',
  education: 'senior-secondary',
  isFullTimeEducation: null,
  partyStatus: 'none',
  sources: ['incumbent'],
  willingness: 'village',
  experienceYears: 5,
  incumbency: { village: HONGMEN, posts: ['committee-member'] },
  skills: [{ skill: 'mediation', level: 0.85, standing: 'proven' }],
  evidence: [
    evidence('coordination', { value: 0.85, on: '2026-02-01', note: '调解纠纷27起全部和解' }),
    evidence('reputation', { value: 0.8, on: '2026-08-15', note: '群众测评满意率88%' }),
  ],
})

export const liuSimin = talent({
  id: 'liu-simin',
  name: '刘思敏',
  sex: 'female',
  bornOn: '1997-09',
  partyStatus: 'league',
  sources: ['graduate', 'returnee'],
  experienceYears: 1,
  skills: [{ skill: 'bookkeeping', level: 0.7, standing: 'claimed' }],
  evidence: [evidence('potential', { value: 0.8, on: '2026-06-30', note: '财会专业优秀毕业生' })],
})

/** Of the other village; the election committee of 洪门村 has agreed that he may stand. */
export const wangHaiyang = talent({
  id: 'wang-haiyang',
  name: '王海洋',
  bornOn: '1985-04',
  education: 'junior-college',
  partyStatus: 'probationary',
  homeVillage: MAOZHAI,
  consentedVillages: [HONGMEN],
  skills: [{ skill: 'fruit-growing', level: 0.8, standing: 'proven' }],
  evidence: [
    evidence('development', { value: 0.75, on: '2026-05-20', note: '家庭农场年收入40万元' }),
  ],
})

export const cast: Talent[] = [liWenbo, songYanan, zhaoQinghe, zhangLiqun, liuSimin, wangHaiyang]

export const castKin: Kin[] = [{ a: 'zhang-liqun', b: 'liu-simin', relation: '表兄妹' }]

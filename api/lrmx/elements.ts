import type { Words } from '../../matching/types.ts'

/** What the printed form calls each element, in the order in which its editor writes them (form version 3.2.1). */
export const ELEMENTS = {
  XingMing: { zh: '姓名', en: 'Name' },
  XingBie: { zh: '性别', en: 'Sex' },
  ChuShengNianYue: { zh: '出生年月', en: 'Month of birth' },
  MinZu: { zh: '民族', en: 'Nationality' },
  JiGuan: { zh: '籍贯', en: 'Native place' },
  ChuShengDi: { zh: '出生地', en: 'Place of birth' },
  RuDangShiJian: { zh: '入党时间', en: 'Joined the Party' },
  CanJiaGongZuoShiJian: { zh: '参加工作时间', en: 'Began to work' },
  JianKangZhuangKuang: { zh: '健康状况', en: 'Health' },
  ZhuanYeJiShuZhiWu: { zh: '专业技术职务', en: 'Professional title' },
  ShuXiZhuanYeYouHeZhuanChang: { zh: '熟悉专业有何专长', en: 'Expertise' },
  QuanRiZhiJiaoYu_XueLi: { zh: '全日制教育学历', en: 'Full-time education' },
  QuanRiZhiJiaoYu_XueWei: { zh: '全日制教育学位', en: 'Full-time degree' },
  QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: { zh: '全日制毕业院校系及专业', en: 'Full-time school' },
  QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: {
    zh: '全日制学位毕业院校系及专业',
    en: 'School of the full-time degree',
  },
  ZaiZhiJiaoYu_XueLi: { zh: '在职教育学历', en: 'Education in service' },
  ZaiZhiJiaoYu_XueWei: { zh: '在职教育学位', en: 'Degree in service' },
  ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: { zh: '在职毕业院校系及专业', en: 'School in service' },
  ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: {
    zh: '在职学位毕业院校系及专业',
    en: 'School of the degree in service',
  },
  XianRenZhiWu: { zh: '现任职务', en: 'Present office' },
  NiRenZhiWu: { zh: '拟任职务', en: 'Office proposed' },
  NiMianZhiWu: { zh: '拟免职务', en: 'Office to be left' },
  JianLi: { zh: '简历', en: 'Résumé' },
  JiangChengQingKuang: { zh: '奖惩情况', en: 'Honours and sanctions' },
  NianDuKaoHeJieGuo: { zh: '年度考核结果', en: 'Annual assessments' },
  RenMianLiYou: { zh: '任免理由', en: 'Reason of the appointment' },
  JiaTingChengYuan: { zh: '家庭主要成员及重要社会关系', en: 'Family' },
  ChengBaoDanWei: { zh: '呈报单位', en: 'Office that submits' },
  JiSuanNianLingShiJian: { zh: '计算年龄时间', en: 'Day by which ages count' },
  TianBiaoShiJian: { zh: '填表时间', en: 'Day of the form' },
  TianBiaoRen: { zh: '填表人', en: 'Who filled it in' },
  ShenFenZheng: { zh: '身份证号', en: 'Identity number' },
  ZhaoPian: { zh: '照片', en: 'Photograph' },
  Version: { zh: '表格版本', en: 'Version of the form' },
} as const satisfies Record<string, Words>

export type ElementName = keyof typeof ELEMENTS
export const ELEMENT_NAMES = Object.keys(ELEMENTS) as ElementName[]

/** The one that other writers of such files give as well. */
export const FORM_VERSION = '3.2.1.16'

export function isElementName(name: string): name is ElementName {
  return Object.hasOwn(ELEMENTS, name)
}

/** Of an element that the form does not know, its own name. */
export function wordsOfElement(name: string): Words {
  return isElementName(name) ? ELEMENTS[name] : { zh: name, en: name }
}

/** Of one relative, in the order of the form. */
export const RELATIVE_ELEMENTS = [
  'ChengWei',
  'XingMing',
  'ChuShengRiQi',
  'ZhengZhiMianMao',
  'GongZuoDanWeiJiZhiWu',
] as const
export type RelativeElement = (typeof RELATIVE_ELEMENTS)[number]

import type { PlanTemplate, TemplateItem } from './plan-templates.ts'

type Preset = Omit<PlanTemplate, 'isRetired' | 'revision'>

const OF_KIND: Record<string, string[]> = {
  'village-affairs': ['service', 'coordination'],
  shadowing: ['potential'],
  'urgent-task': ['coordination', 'record'],
  training: ['development'],
  degree: ['potential'],
  posting: ['service', 'record'],
  'trial-post': ['record'],
  task: ['record'],
}

/**
 * What a county begins with: the groups of S1 §3.1 and S3.1, each with the kinds of practice that S3.1 names. Aims,
 * days and papers are ours.
 */
export const PRESET_TEMPLATES: readonly Preset[] = [
  {
    id: 'returnee-secretary-assistant',
    name: '返乡人员、本土大学生：挂任书记助理',
    sources: ['returnee', 'graduate', 'degree-official'],
    posts: ['secretary', 'party-member'],
    items: [
      item('village-affairs', 90, '全程参与一次“四议两公开”议事', '会议记录、公示照片'),
      item('shadowing', 120, '跟随村党组织书记跟岗一个月', '跟岗小结，书记签字'),
      item('training', 180, '参加县级后备力量培训班', '结业证书'),
      item('urgent-task', 240, '参加一项防汛、防火或环境整治任务', '乡镇（街道）出具的任务说明'),
      item('posting', 270, '挂任村党组织书记助理六个月', '挂任通知、工作小结', {
        rules: ['experience.min'],
      }),
      item('trial-post', 365, '准岗三个月，测评和考核合格', '测评结果、考核表', {
        rules: ['experience.min'],
      }),
    ],
  },
  {
    id: 'veteran-party-post',
    name: '退役军人：村党组织委员',
    sources: ['veteran'],
    posts: ['party-member', 'secretary'],
    items: [
      item('task', 60, '牵头组织一次主题党日', '活动方案、签到表', { criteria: ['political'] }),
      item('village-affairs', 120, '包联一个网格，入户走访一遍', '走访台账'),
      item('urgent-task', 180, '带队参加一次应急或防汛演练', '演练记录、照片'),
      item('shadowing', 210, '跟岗组织委员或纪检委员一个月', '跟岗小结，委员签字'),
      item('training', 240, '参加县级党务工作培训', '结业证书', {
        criteria: ['political', 'development'],
      }),
      item('trial-post', 365, '准岗村党组织委员三个月', '测评结果、考核表', {
        rules: ['experience.min'],
      }),
    ],
  },
  {
    id: 'wealth-creator-chair',
    name: '致富能手、合作社负责人：村（居）委会主任',
    sources: ['wealth-creator', 'cooperative-head', 'merchant'],
    posts: ['chair', 'committee-member'],
    items: [
      item('village-affairs', 90, '参与一次村集体“三资”清理和财务公开', '清理台账、公开照片', {
        criteria: ['service', 'conduct'],
      }),
      item('task', 180, '牵头一个带动农户的产业项目', '项目台账，写明带动户数', {
        criteria: ['development', 'record'],
      }),
      item('shadowing', 150, '跟随村委会主任跟岗一个月', '跟岗小结，主任签字'),
      item('training', 210, '参加村民自治和政策法规培训', '结业证书'),
      item('urgent-task', 270, '牵头调处一起矛盾纠纷', '调解记录'),
      item('trial-post', 365, '挂任主任助理，准岗三个月', '测评结果、考核表', {
        rules: ['experience.min'],
      }),
    ],
  },
  {
    id: 'womens-federation-committee',
    name: '妇联干部：村（居）委会委员',
    sources: ['womens-federation'],
    posts: ['committee-member', 'chair'],
    items: [
      item('village-affairs', 90, '列席村（居）委会会议，分管一项村务', '会议记录、分工文件'),
      item('task', 150, '牵头办好“一老一小”服务一件实事', '办理台账', {
        criteria: ['service', 'reputation'],
      }),
      item('training', 180, '参加县级村务工作培训', '结业证书'),
      item('urgent-task', 240, '参加一项急难险重任务', '乡镇（街道）出具的任务说明'),
      item('shadowing', 270, '跟岗村（居）委会委员一个月', '跟岗小结，委员签字'),
    ],
  },
  {
    id: 'incumbent-secretary',
    name: '现任两委成员：村党组织书记',
    sources: ['incumbent'],
    posts: ['secretary'],
    items: [
      item('task', 60, '主持一次党员大会并抓好决议落实', '会议记录、落实情况', {
        criteria: ['coordination', 'political'],
      }),
      item('village-affairs', 120, '牵头制定村集体经济增收计划', '计划文本、党员大会表决记录', {
        criteria: ['development', 'coordination'],
      }),
      item('shadowing', 180, '到先进村跟岗两周', '跟岗小结，所在村书记签字'),
      item('training', 240, '参加市级村书记示范培训', '结业证书'),
      item('urgent-task', 300, '牵头完成一项急难险重任务', '乡镇（街道）出具的任务说明'),
      item('degree', 365, '报名学历提升并完成一学年学业', '学籍证明、成绩单', {
        rules: ['education.min'],
      }),
    ],
  },
  {
    id: 'reserve-general',
    name: '村级后备力量：通用',
    sources: [],
    posts: [],
    items: [
      item('village-affairs', 90, '参与村务议事和公开各一次', '会议记录、公开照片'),
      item('training', 180, '参加县级或乡镇（街道）培训', '结业证书'),
      item('urgent-task', 240, '参加一项急难险重任务', '乡镇（街道）出具的任务说明'),
      item('shadowing', 300, '跟岗一个月', '跟岗小结，带岗人签字'),
    ],
  },
]

/** Criteria that are not given are those of the kind: nothing is told twice. */
function item(
  kind: string,
  dueInDays: number,
  aim: string,
  evidence: string,
  moves: { criteria?: string[]; rules?: string[] } = {},
): TemplateItem {
  const { criteria = OF_KIND[kind]!, rules = [] } = moves
  return { kind, aim, dueInDays, evidence, criteria, rules }
}

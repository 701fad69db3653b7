import type { Random } from '../../../db/seed/random.ts'

/** Work and résumé as registers have them: three to six lines of some thirty signs each. */
export function lifeOf(random: Random): { occupation: string; resume: string } {
  const field = random.pick(FIELDS)
  const occupation = `${field}${random.pick(ROLES)}`
  let year = random.integer(1985, 2012)
  const lines = Array.from({ length: random.integer(3, 6) }, () => {
    const from = year
    year += random.integer(2, 5)
    return `${from}.0${random.integer(1, 9)}--${year}.0${random.integer(1, 9)}  ${stepOf(random)}`
  })
  return { occupation, resume: `${lines.join('\n')}\n${year}.07--  ${occupation}` }
}

function stepOf(random: Random): string {
  const kind = random.next()
  if (kind < 0.3) return `${random.pick(SCHOOLS)}${random.pick(SUBJECTS)}专业学习`
  if (kind < 0.5)
    return `在${random.pick(CITIES)}${random.pick(FIELDS)}公司务工，任${random.pick(JOBS)}`
  if (kind < 0.65)
    return `在${random.pick(CITIES)}某部服役，任${random.pick(['战士', '班长', '文书', '驾驶员'])}`
  if (kind < 0.85)
    return `返乡创办${random.pick(FIELDS)}${random.pick(ROLES).slice(0, 3)}，带动${random.integer(5, 90)}户增收`
  return `任村${random.pick(['文书', '会计', '网格员', '妇联主席', '团支部书记', '民兵连长', '党支部委员'])}`
}

const FIELDS =
  '葡萄种植 樱桃种植 肉鸡养殖 生猪养殖 蔬菜大棚 电商直播 农机服务 冷链物流 乡村旅游 花椒加工 石榴种植 板栗加工 水产养殖 中药材种植 粮食收储 建筑劳务 快递驿站 家庭农场 农资经营 家政服务'.split(
    ' ',
  )
const ROLES = '合作社理事长 合作社社员 公司负责人 个体经营者 技术员 服务队队长 基地管理员'.split(
  ' ',
)
const SCHOOLS =
  '山东农业大学 青岛农业大学 枣庄学院 济宁学院 临沂大学 枣庄职业学院 滕州中专 聊城大学 山东科技大学 鲁东大学'.split(
    ' ',
  )
const SUBJECTS =
  '园艺 会计 法学 电子商务 畜牧兽医 行政管理 汉语言文学 土木工程 护理 学前教育 计算机应用'.split(
    ' ',
  )
const CITIES = '济南 青岛 徐州 苏州 上海 临沂 枣庄 杭州 北京 天津'.split(' ')
const JOBS = '车间主任 销售经理 电工 司机 项目管理员 仓库管理员 客服主管'.split(' ')

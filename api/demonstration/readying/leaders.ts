import type { Random } from '../../../db/seed/random.ts'

const SURNAMES = '秦尤许何吕施孔曹严金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎'
const GIVEN = ['国栋', '海英', '卫东', '素梅', '庆丰', '晓明', '玉珍', '长青', '立志', '红霞']
const POSITIONS = [
  '党委副书记',
  '副镇长',
  '纪委书记',
  '人大主席',
  '组织委员',
  '宣传委员',
  '武装部长',
]

/** An invented leader of a township who answers for a village. */
export function nameOfLeader(random: Random): { name: string; position: string } {
  return {
    name: random.pick([...SURNAMES]) + random.pick(GIVEN),
    position: random.pick(POSITIONS),
  }
}

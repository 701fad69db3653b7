import { v7 as newId } from 'uuid'
import type { NewAccount } from '../../../db/accounts.ts'
import { createRandom } from '../../../db/seed/random.ts'

/** Invented mentors: what S3.1 and S4 name (township leaders, office heads, former secretaries). */
const SURNAMES = '陈林黄吴刘蔡杨许郑谢洪曾邱廖赖徐周叶苏庄江吕何罗高萧潘朱简钟彭游詹胡施沈余卢梁赵'
const GIVEN = [
  '建国',
  '秀兰',
  '志强',
  '丽华',
  '广义',
  '凤英',
  '守信',
  '文静',
  '长河',
  '春梅',
  '立新',
]
const POSITIONS = [
  '党委副书记',
  '组织办主任',
  '农业综合服务中心主任',
  '民政办主任',
  '退休村党组织书记',
  '司法所所长',
]

/** Accounts that look after people and that nobody signs in with: they have no password. */
export function mentorAccounts(townships: readonly { code: string; name: string }[]): Mentor[] {
  return townships.flatMap(({ code, name }) => {
    const random = createRandom(370406, `mentors ${code}`)
    return POSITIONS.map((position, at) => ({
      township: code,
      account: {
        ...{ id: newId(), username: `mentor-${code.slice(-3)}-${at + 1}`, role: 'mentor' },
        name: random.pick([...SURNAMES]) + random.pick(GIVEN),
        ...{ position: `${name}${position}`, townshipCode: null, departmentId: null },
        ...{ villageCodes: [], talentId: null, state: 'active', passwordHash: null },
        ...{ mustChangePassword: 0, totpSecret: null, totpStep: null, isDemonstration: 0 },
        ...{ createdAt: CREATED, createdBy: 'system', confirmedAt: CREATED },
        ...{ confirmedBy: 'system', signedInAt: null },
      },
    }))
  })
}
export type Mentor = { township: string; account: NewAccount }
const CREATED = '2026-02-20T01:00:00.000Z'

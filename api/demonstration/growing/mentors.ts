import { v7 as newId } from 'uuid'
import type { NewAccount } from '../../../db/accounts.ts'
import type { MentorProfileTable } from '../../../db/schema/cultivation.ts'
import { createRandom } from '../../../db/seed/random.ts'
import type { SkillId } from '../../../db/seed/skills.ts'
import type { Post } from '../../../matching/index.ts'

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
type Known = { position: string; skills: SkillId[]; posts: Post[] }
const KNOWN: readonly Known[] = [
  { position: '党委副书记', skills: ['party-work', 'project-funding'], posts: [] },
  { position: '组织办主任', skills: ['party-work', 'writing'], posts: [] },
  {
    position: '农业综合服务中心主任',
    ...{ skills: ['fruit-growing', 'grape-growing', 'cooperative-management'], posts: [] },
  },
  { position: '民政办主任', skills: ['social-work', 'elderly-care'], posts: [] },
  {
    position: '退休村党组织书记',
    ...{ skills: ['mediation', 'water-works'], posts: ['secretary', 'chair'] },
  },
  { position: '司法所所长', skills: ['law', 'mediation'], posts: [] },
]

/** Accounts that look after people and that nobody signs in with: they have no password. */
export function mentorAccounts(townships: readonly { code: string; name: string }[]): Mentor[] {
  return townships.flatMap(({ code, name }) => {
    const random = createRandom(370406, `mentors ${code}`)
    return KNOWN.map(({ position, ...known }, at) => ({
      known,
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
/** Where they work and what they can, which suggestions for a person rest on. */
export function profilesOf(countyCode: string, mentors: readonly Mentor[]): MentorProfileTable[] {
  return mentors.map(({ township, account, known }) => ({
    ...{ countyCode, mentorId: account.id, townshipCode: township, villageCode: null },
    ...{ talentId: null, posts: JSON.stringify(known.posts), skills: JSON.stringify(known.skills) },
    ...{ menteesMax: null, revision: 1 },
  }))
}

export type Mentor = { township: string; account: NewAccount; known: Omit<Known, 'position'> }
const CREATED = '2026-02-20T01:00:00.000Z'

import type { NewAccount } from '../../db/accounts.ts'

export type Holder = Pick<NewAccount, 'username' | 'name' | 'role' | 'position'> &
  Partial<Pick<NewAccount, 'townshipCode' | 'departmentId' | 'villageCodes' | 'signsAs'>>

export const TOWNSHIP = '370406104'
export const HONGMEN = '370406104218'

/** One of each role, which the sign-in page of the demonstration names first; all names are invented. */
const ONE_OF_EACH: Holder[] = [
  { username: 'demo-county', name: '周晓岚', role: 'county', position: '区委组织部组织二科' },
  {
    ...{ username: 'demo-township', name: '孟庆华', role: 'township', position: '北庄镇组织委员' },
    ...{ townshipCode: TOWNSHIP, signsAs: 'organisation-member' },
  },
  {
    ...{ username: 'demo-village', name: '褚福来', role: 'village', position: '洪门村文书' },
    villageCodes: [HONGMEN],
  },
  { username: 'demo-mentor', name: '田维勇', role: 'mentor', position: '北庄镇农业综合服务中心' },
  {
    ...{ username: 'demo-reviewer', name: '邵明哲', role: 'reviewer', position: '区纪委监委' },
    departmentId: 'discipline-inspection',
  },
  { username: 'demo-talent', name: '李文博', role: 'talent', position: null },
  { username: 'demo-admin', name: '姜立新', role: 'admin', position: '区委组织部信息中心' },
  { username: 'demo-auditor', name: '杜若兰', role: 'auditor', position: '区委办公室' },
]

/** The other departments of the joint review. */
const DEPARTMENTS: [id: string, name: string, position: string][] = [
  ['organisation', '于洁', '区委组织部干部科'],
  ['publicity', '康宁', '区委宣传部'],
  ['political-legal', '高原', '区委政法委'],
  ['police', '严明', '区公安分局'],
  ['procuratorate', '罗平', '区检察院'],
  ['court', '姜涛', '区法院'],
  ['justice', '陆明', '区司法局'],
  ['letters-and-visits', '卜凡', '区信访局'],
  ['health', '汤怡', '区卫健局'],
  ['civil-affairs', '邵静', '区民政局'],
  ['agriculture', '戚峰', '区农业农村局'],
]

/** The other six who sign the first list of the combined role (S3.5). */
const SIGNERS: [signsAs: string, name: string, position: string][] = [
  ['township-secretary', '郑国强', '北庄镇党委书记'],
  ['township-head', '何敏', '北庄镇镇长'],
  ['deputy-secretary', '柳青山', '北庄镇党委副书记'],
  ['discipline-secretary', '蒋正', '北庄镇纪委书记'],
  ['civil-affairs-deputy', '石磊', '北庄镇副镇长'],
  ['police-head', '贺鹏', '北庄派出所所长'],
]

export const HOLDERS: readonly Holder[] = [
  ...ONE_OF_EACH,
  ...DEPARTMENTS.map(
    ([departmentId, name, position]): Holder => ({
      ...{ username: `demo-${departmentId}`, name, role: 'reviewer', position, departmentId },
    }),
  ),
  ...SIGNERS.map(
    ([signsAs, name, position]): Holder => ({
      ...{ username: `demo-${signsAs}`, name, role: 'township', position, signsAs },
      townshipCode: TOWNSHIP,
    }),
  ),
]

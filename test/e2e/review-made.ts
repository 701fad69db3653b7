import { randomUUID } from 'node:crypto'
import { asking } from './server.ts'

const HONGMEN = '370406104218'
const OWN = 'discipline-inspection'

export type Made = { name: string; nominee: string }

/** Somebody signed in who speaks to the program itself. */
export async function speaking(address: string, username: string) {
  const { cookie } = await asking(address, username)
  return async (method: string, path: string, body?: unknown, revision?: number) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const said = await answer.json()
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`)
    return said
  }
}
export type Speaking = Awaited<ReturnType<typeof speaking>>

/** Signs against the file as it stands. */
export async function signAs(as: Speaking, nominee: string, act: object) {
  const { revision } = await as('GET', `/nominees/${nominee}`)
  return as('POST', `/nominees/${nominee}/acts`, { act }, revision)
}

/** A term change of today; `departments`: who is asked, all of the dictionary when left out. */
export async function openRound(county: Speaking, name: string, departments?: string[]) {
  if (departments) await nameDepartments(county, departments)
  const year = new Date().getUTCFullYear()
  const { id } = await county('POST', '/rounds', {
    ...{ kind: 'term-change', name, opensOn: `${year}-01-01`, closesOn: `${year}-12-31` },
    ...{ termStartsOn: `${year + 1}-03-01`, termEndsOn: `${year + 6}-02-28` },
  })
  return id as string
}

async function nameDepartments(county: Speaking, departments: string[]) {
  const { policy } = await county('GET', '/policy')
  const { versions } = await county('GET', '/policy/versions')
  await county('POST', '/policy/versions', {
    policy: { ...policy, review: { ...policy.review, departments } },
    ...{ basedOn: versions[0].version, note: '联审部门按本次换届方案确定' },
  })
}

/** People of 洪门村 whom no rule keeps from a committee, each nominated once. */
export async function nominate(county: Speaking, round: string, count: number): Promise<Made[]> {
  const { ranking, people } = await county('POST', '/rankings', {
    ...{ village: HONGMEN, post: 'committee-member' },
  })
  const made: Made[] = []
  for (const { talent } of ranking.ranked) {
    if (made.length === count) break
    const person = people.find(({ id }: { id: string }) => id === talent)
    if (person?.homeVillage.code !== HONGMEN) continue
    const { nominee } = await county('POST', '/nominations', {
      ...{ id: randomUUID(), round, talent, channel: 'discovered', nominator: '北庄镇党委' },
      reason: '电商带动明显，调解邻里纠纷群众认可，村里缺这方面的人。',
      ...{ village: HONGMEN, posts: ['committee-member'] },
    })
    made.push({ name: person.name, nominee })
  }
  return made
}

/** A department passes, as its own account. */
export async function passAs(
  reviewer: Speaking,
  nominee: string,
  answer: object = { answer: 'pass' },
) {
  const { case: own } = await reviewer('GET', `/review-cases/${nominee}`)
  return reviewer('POST', `/review-cases/${nominee}/answer`, answer, own.revision)
}

export { HONGMEN, OWN }

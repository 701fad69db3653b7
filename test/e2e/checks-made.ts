import { asking } from './server.ts'

type Client = Awaited<ReturnType<typeof asking>>
type Board = { counts: { all: number }; quarter: string; people: { talent: { id: string } }[] }

/**
 * Brings the people under cultivation of Beizhuang to a number, by decisions that a township signs, and has the mentor say
 * what they think of the own people.
 */
export async function makeCultivated(address: string, number: number): Promise<void> {
  const township = await asking(address, 'demo-township')
  const board = await read<Board>(await township.get('/checks'))
  const free = await read<{ people: { id: string }[] }>(
    await township.get('/talents?status=in-pool&limit=200'),
  )
  const missing = Math.max(0, number - board.counts.all)
  for (const { id } of free.people.slice(0, missing)) await bringIn(address, township, id)
  await giveOpinions(address)
}

/** What a mentor says of the quarter, of everybody they look after. */
async function giveOpinions(address: string): Promise<void> {
  const mentor = await asking(address, 'demo-mentor')
  const { quarter, people } = await read<Board>(await mentor.get('/checks'))
  for (const { talent } of people) {
    const grades = { attitude: 'excellent', tasks: 'good', public: null, growth: 'clear' }
    const body = { talent: talent.id, quarter, grades, remarks: '', instead: null }
    await mentor.post('/check-opinions', body)
  }
}

async function bringIn(address: string, township: Client, id: string): Promise<void> {
  const { revision } = await read<{ revision: number }>(await township.get(`/talents/${id}`))
  const body = {
    ...{ direction: 'in', way: 'from-within', village: null, on: '2026-01-05' },
    reason: '支部推荐列入后备',
  }
  const answer = await fetch(`${address}/api/v1/talents/${id}/movements`, {
    method: 'POST',
    headers: {
      ...{ cookie: township.cookie, 'content-type': 'application/json' },
      'if-match': `"${revision}"`,
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}

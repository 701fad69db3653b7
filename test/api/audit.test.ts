import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepHead } from '../../api/audit-heads.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, idOf, ok, type Served, type SignedInClient, serve } from './served.ts'

let folder: string
let served: Served
let auditor: SignedInClient
let id: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yanzhen-audit-'))
  served = await serve({ rows: fewRows(), auditHeads: join(folder, 'heads.jsonl') })
  auditor = await served.as('demo-auditor')
  id = await idOf(served, '李文博')
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true, force: true })
})

type Entry = {
  sequence: number
  actor: string
  action: string
  outcome: string
  subjects: string[]
  subjectCount: number
  detail: Record<string, unknown>
}
const entries = async (query = 'limit=1'): Promise<Entry[]> =>
  (await (await auditor.get(`/audit?${query}`)).json()).entries
const since = async (sequence: number) =>
  (await entries('limit=50')).filter((it) => it.sequence > sequence && it.action !== 'audit.read')

describe('every look and every change is written down, once a request', () => {
  test.each<{ what: string; ask: (as: Served) => unknown; action: string; has?: boolean }>([
    {
      what: 'a portrait',
      ask: (it) => it.get(`/talents/${id}`),
      action: 'portrait.read',
      has: true,
    },
    {
      what: 'a search',
      ask: (it) => it.get('/talents?q=李文博'),
      action: 'talents.searched',
      has: true,
    },
    { what: 'a village', ask: (it) => it.get(`/villages/${HONGMEN}`), action: 'village.read' },
    {
      what: 'a ranking',
      ask: (it) => it.post('/rankings', { village: HONGMEN, post: 'chair' }),
      action: 'ranking.read',
      has: true,
    },
    {
      what: 'a team',
      ask: (it) => it.post('/slates', { village: HONGMEN }),
      action: 'slate.solved',
    },
    {
      what: 'why a team misses targets',
      ask: (it) => it.post('/slates/misses', { village: HONGMEN }),
      action: 'slate.explained',
    },
    {
      what: 'a reveal',
      ask: (it) => it.post(`/talents/${id}/reveals`, { field: 'phone', reason: '通知开会' }),
      action: 'private.revealed',
      has: true,
    },
    {
      what: 'a look-up',
      ask: (it) => it.post('/talents/look-ups', { idNumber: '990406198801011234' }),
      action: 'talents.looked-up',
    },
    {
      what: 'a plan',
      ask: (it) => it.post('/plans', { township: TOWNSHIP }),
      action: 'plan.queued',
    },
    { what: 'a sign-in', ask: (it) => it.as('demo-mentor'), action: 'session.made' },
    {
      what: 'a failed sign-in',
      ask: (it) => it.as('demo-mentor', 'wrong').catch(() => undefined),
      action: 'session.refused',
    },
  ])('$what: $action', async ({ ask, action, has }) => {
    const [before] = await entries()
    await ask(served)
    const written = await since(before!.sequence)
    expect(written.map((it) => it.action)).toEqual([action])
    if (has) expect(await isAbout(written[0]!)).toBe(true)
    const text = JSON.stringify(written)
    expect(text, 'no personal value').not.toMatch(/李文博|120\d{8}|990406|wrong|1988/)
  })

  /** The entry shows its first twenty ids; the filter by subject finds it by any. */
  async function isAbout({ sequence }: Entry) {
    return (await entries(`subject=${id}&limit=3`)).some((it) => it.sequence === sequence)
  }

  test('many ids are one entry, and looking again stores no more of them', async () => {
    const count = () =>
      served.given.db
        .selectFrom('auditSubjects')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    await served.post('/rankings', { village: HONGMEN, post: 'secretary' })
    const once = await count()
    await served.post('/rankings', { village: HONGMEN, post: 'secretary' })
    expect(await count()).toEqual(once)
    const [entry] = await entries('action=ranking.read&limit=1')
    expect(entry!.subjectCount).toBeGreaterThan(entry!.subjects.length)
  })

  test('a change that fails leaves no entry', async () => {
    const [before] = await entries()
    const headers = { 'if-match': '"999"' }
    const body = { value: '12012345678' }
    expect((await served.put(`/talents/${id}/private/phone`, body, headers)).status).toBe(412)
    expect(await since(before!.sequence)).toEqual([])
  })

  test('what cannot be written down is not shown, and not changed', async () => {
    const { db } = served.given
    const { revision } = await ok(await served.api.talents[':id'].$get({ param: { id } }))
    await db.schema.alterTable('audit_entries').renameTo('audit_entries_away').execute()
    const look = await served.get(`/talents/${id}`)
    const change = await served.put(
      `/talents/${id}/private/phone`,
      { value: '12012345678' },
      { 'if-match': `"${revision}"` },
    )
    await db.schema.alterTable('audit_entries_away').renameTo('audit_entries').execute()
    expect([look.status, change.status]).toEqual([500, 500])
    const after = await ok(await served.api.talents[':id'].$get({ param: { id } }))
    expect(after).toMatchObject({
      revision,
      private: { phone: expect.not.stringMatching(/5678$/) },
    })
  })
})

describe('the auditor', () => {
  test('filters by account, outcome, action, subject and day', async () => {
    const [look] = await entries('action=portrait.read&limit=1')
    const { actors } = await (await auditor.get('/audit?limit=1')).json()
    const county = actors.find((it: { username: string }) => it.username === 'demo-county').id
    expect(look!.actor).toBe(county)
    for (const query of [
      `actor=${county}`,
      'action=portrait.read',
      `subject=${id}`,
      'outcome=done',
    ])
      expect((await entries(`${query}&limit=500`)).map((it) => it.sequence)).toContain(
        look!.sequence,
      )
    expect(await entries('until=2020-01-01')).toEqual([])
    expect(await entries('from=2099-01-01')).toEqual([])
    expect((await auditor.get('/audit?from=yesterday')).status).toBe(422)
  })

  test('filters by each group of actions that the page offers, the longest too', async () => {
    const file = join(import.meta.dirname, '../../ui/parts/account/audit-actions.ts')
    const groups = readFileSync(file, 'utf8').matchAll(/^ {2}(\w+): \[([^\]]+)\]/gm)
    const refused: string[] = []
    for (const [, name, list] of groups) {
      const ids = [...list!.matchAll(/'([^']+)'/g)].map((match) => match[1])
      const { status } = await auditor.get(`/audit?limit=1&action=${ids.join(',')}`)
      if (status !== 200) refused.push(name!)
    }
    expect(refused).toEqual([])
  })

  test('reads on, page by page, without a hole', async () => {
    const seen: number[] = []
    for (let before: number | null = 1_000_000; before !== null; ) {
      const page: { entries: Entry[]; next: number | null } = await (
        await auditor.get(`/audit?limit=7&before=${before}`)
      ).json()
      seen.push(...page.entries.map((it) => it.sequence))
      before = page.next
    }
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
    expect(seen.at(-1)).toBe(1)
    expect(new Set(seen).size).toBe(seen[0]! - seen.at(-1)! + 1)
  })

  test('exports a table whose cells no spreadsheet takes for a formula', async () => {
    const formula = `=HYPERLINK("http://example.com","x")`
    await served.post(`/talents/${id}/reveals`, { field: 'phone', reason: formula })
    const answer = await auditor.get('/audit/export?action=private.revealed')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="audit-[\d-]+\.csv"$/,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)], 'the mark that Excel reads UTF-8 by').toEqual([0xef, 0xbb, 0xbf])
    const rows: string[][] = parse(Buffer.from(bytes), { bom: true })
    expect(rows.flat()).toContain(`'${formula}`)
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    expect((await entries())[0]).toMatchObject({ action: 'audit.exported' })
  })

  test('proves the chain, against the heads that are kept outside', async () => {
    const { db, countyCode, auditHeads } = served.given
    expect(await keepHead(db, countyCode, auditHeads!)).toBe(true)
    expect(await keepHead(db, countyCode, auditHeads!), 'nothing has grown').toBe(false)
    const answer = await (await auditor.get('/audit/verification')).json()
    expect(answer).toMatchObject({ fault: null, keptHeads: 1 })
    expect(answer.entries).toBe(answer.last)
  })

  test('is told which entry was altered, and which are missing', async () => {
    const { db } = served.given
    const verify = async () => (await (await auditor.get('/audit/verification')).json()).fault
    const alter = (action: string) =>
      db.updateTable('auditEntries').set({ action }).where('sequence', '=', 3).execute()
    const { action } = await db
      .selectFrom('auditEntries')
      .select('action')
      .where('sequence', '=', 3)
      .executeTakeFirstOrThrow()
    await alter('nothing.happened')
    expect(await verify()).toEqual({ sequence: 3, why: 'altered' })
    await alter(action)
    expect(await verify()).toBeNull()
    await db.deleteFrom('auditEntries').where('sequence', '=', 4).execute()
    expect(await verify()).toEqual({ sequence: 4, why: 'missing' })
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a township is suggested mentors with reasons, proposes one, and it begins once both agreed', async () => {
  const { id, name } = await withoutMentor()
  const context = await openContext(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${server.address}/mentorships?talent=${id}`)
  await signIn(page, 'demo-township')
  const suggested = page.getByRole('region', { name: `为${name}推荐的导师` })
  await suggested
    .getByText(/现带 \d+ 人，上限 \d+ 人/)
    .first()
    .waitFor()
  expect(await seriousOf(page)).toEqual([])
  await suggested
    .getByRole('button', { name: /^提出拟帮带/ })
    .first()
    .dblclick()
  const pairs = page.getByRole('region', { name: '拟帮带' })
  await pairs.getByText('待导师答复；待本人答复').waitFor()
  await suggested.getByText('已提出').waitFor()
  for (const who of ['导师', '本人']) {
    await pairs.getByRole('button', { name: `登记${who}同意` }).click()
    await page.getByRole('dialog').getByRole('button', { name: '登记同意' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByText(new RegExp(`已开始帮带${name}。`)).waitFor()
  await page.getByRole('button', { name: `结束对${name}的帮带` }).waitFor()
  await context.close()
})

async function withoutMentor(): Promise<{ id: string; name: string }> {
  const office = await asking(server.address, 'demo-township')
  const { people } = await (await office.get(`/talents?township=${TOWNSHIP}&limit=100`)).json()
  const { mentorships } = await (await office.get('/mentorships')).json()
  const looked = new Set(mentorships.map((one: { talent: { id: string } }) => one.talent.id))
  return people.find(({ id, status }: { id: string; status: string }) => {
    return status === 'reserve' && !looked.has(id)
  })
}

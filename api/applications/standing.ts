import type { Context } from 'hono'
import type { z } from 'zod'
import type { Application } from '../../db/applications.ts'
import { findNominee, type Nominee } from '../../db/nominees.ts'
import { findRound, type Round } from '../../db/rounds.ts'
import type { Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { toldToPerson } from '../nominees/for-person.ts'
import { placeNames } from '../people-by-id.ts'
import type { Standing } from '../shapes/applications.ts'

type Standing_ = z.infer<typeof Standing>

/** Where an application stands, for whoever holds its receipt; no name and nothing of what was typed. */
export async function standingOf(c: Context<Env>, row: Application): Promise<Standing_> {
  const { db, countyCode } = c.var
  const all = { countyCode }
  const round = (await findRound(db, all, row.roundId))!
  const nominee = row.nomineeId === null ? undefined : await findNominee(db, all, row.nomineeId)
  const names = await placeNames(c)
  const village = { code: row.villageCode, name: names.get(row.villageCode) ?? row.villageCode }
  const state = stateOf(row, nominee)
  return {
    ...{ round: { name: round.name, kind: round.kind }, village, state },
    handedInOn: row.createdAt,
    words: nominee ? await nomineeWords(c, nominee, round, names) : wordsOf(row),
    mayWithdraw: state === 'waiting' || (state === 'open' && round.state === 'open'),
  }
}

function stateOf({ state }: Application, nominee: Nominee | undefined): Standing_['state'] {
  if (state !== 'taken') return state
  return nominee?.state ?? 'withdrawn'
}

async function nomineeWords(
  c: Context<Env>,
  row: Nominee,
  round: Round,
  names: Map<string, string>,
): Promise<Words> {
  const village = row.villageCode && (names.get(row.villageCode) ?? row.villageCode)
  const told = await toldToPerson(c.var.db, c.var.countyCode, { row, round, village })
  if (!told.stage || !told.next) return told.words
  return {
    zh: `已受理，当前环节：${told.stage.zh}。${told.next.zh}。`,
    en: `Accepted. Present stage: ${told.stage.en}. ${told.next.en}.`,
  }
}

function wordsOf({ state, answer }: Application): Words {
  if (state === 'refused') {
    const why = (answer ?? '').replace(/[。.]+$/, '')
    return { zh: `未予受理：${why}。`, en: `Not accepted: ${why}.` }
  }
  return state === 'waiting' ? WAITING : WITHDRAWN
}

const WAITING = {
  zh: '等待乡镇核对：乡镇（街道）组织办公室会与您联系，核对身份后受理。',
  en: 'Waits for the township, whose organisation office will contact you to make sure who you are.',
}
const WITHDRAWN = {
  zh: '已由本人撤回，所填内容已删除。需要时可以重新报名。',
  en: 'Withdrawn by yourself; what you typed is deleted. You may apply anew.',
}

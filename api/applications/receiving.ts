import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { countApplications, insertApplication, listWaitingOf } from '../../db/applications.ts'
import { identityBirth, identityFault, identitySex } from '../../db/identity-number.ts'
import type { Round } from '../../db/rounds.ts'
import type { Database } from '../../db/schema.ts'
import { findVillage } from '../../db/villages.ts'
import { patternOf } from '../../matching/index.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { NO_PATTERN, openRoundOf } from '../nominees/opening.ts'
import { requireCurrentNotice } from '../notices.ts'
import { faultsOf } from '../portrait/checks.ts'
import { readIdentity, readPhone } from '../private-values.ts'
import { Problem, type ProblemError } from '../problem.ts'
import type { Applied } from '../shapes/applications.ts'
import { addressDigest } from '../sign-in.ts'
import { invalid } from '../validate.ts'
import { digestOfReceipt, newReceipt } from './receipts.ts'
import { digestOfNumber, seal, type Typed } from './sealed.ts'

/** Waiting in one round: some 15 MB, and more than a county's clerks would look through. */
const MOST_WAITING = 5000
/** Of one identity number in one round, with what was typed. */
const MOST_OF_ONE = 3

/**
 * Takes in what somebody typed of themselves and answers the receipt. Nothing in the answer depends on who is in the
 * pool or has applied: every further application of a number waits as a row of its own, since nobody has proven yet
 * whose number it is. Of one number three keep what was typed; later ones wait without content, so that their receipts
 * answer alike.
 */
export async function receiveApplication(c: Context<Env>, asked: Applied): Promise<string> {
  const { db, countyCode, limits, address } = c.var
  await requireCurrentNotice(c, asked.noticeVersion)
  const round = await requireOpenNow(c, asked.round)
  const village = await findVillage(db, { countyCode }, asked.village)
  if (!village) throw invalid([{ pointer: '#/village', detail: NO_VILLAGE }])
  const typed = await readTyped(c, asked)
  await limits.requireCalmApplication(address)
  const receipt = newReceipt()
  const { code: villageCode, townshipCode } = village
  await changing(c, async (transaction, tell) => {
    const id = newId()
    const hidden = await hiddenOf(c, transaction, { id, roundId: round.id, typed })
    await insertApplication(
      transaction,
      { countyCode },
      {
        ...{ id, roundId: round.id, townshipCode, villageCode, ...hidden },
        ...{ receipt: digestOfReceipt(receipt), noticeVersion: asked.noticeVersion },
        ...{ state: 'waiting', createdAt: c.var.clock().toISOString() },
      },
    )
    const detail = { round: round.id, village: villageCode, address: addressDigest(c) }
    tell({ action: 'application.received', subjects: [id], detail })
  })
  return receipt
}

/** The round, while others than the county may nominate in it. */
async function requireOpenNow(c: Context<Env>, id: string): Promise<Round> {
  const round = await openRoundOf(c, id)
  const today = c.var.today()
  const { opensOn, closesOn } = round
  if (opensOn <= today && today <= closesOn) return round
  throw new Problem('conflict', {
    zh: `本轮次的报名时间为 ${opensOn} 至 ${closesOn}，现在不能提交。如有疑问，请与乡镇（街道）组织办公室联系。`,
    en: `People may put themselves forward from ${opensOn} to ${closesOn}. With questions turn to the office of your township.`,
  })
}

async function readTyped(c: Context<Env>, asked: Applied): Promise<Typed> {
  const { round: _, village: __, hasConsented: ___, noticeVersion: ____, ...given } = asked
  const { bornOn, sex, name, posts, partyStatus } = given
  const number = await readIdentity(c, given.idNumber, { bornOn, sex }, '#/idNumber')
  const phone = readPhone(given.phone, '#/phone')
  const faults: ProblemError[] = [
    ...faultsOf({ name, bornOn, partyStatus }, null, c.var.today()),
    ...differences(number.value, { bornOn, sex }),
    ...(posts.length > 0 && patternOf(posts) === undefined
      ? [{ pointer: '#/posts', detail: NO_PATTERN }]
      : []),
  ]
  if (faults.length > 0) throw invalid(faults)
  return { ...given, idNumber: number.value, phone }
}

/** The card that the number is copied from has birth and sex as well. */
function differences(
  number: string,
  { bornOn, sex }: Pick<Applied, 'bornOn' | 'sex'>,
): ProblemError[] {
  if (identityFault(number) !== null) return []
  return [
    ...(identityBirth(number) === bornOn ? [] : [{ pointer: '#/bornOn', detail: OTHER_BIRTH }]),
    ...(identitySex(number) === sex ? [] : [{ pointer: '#/sex', detail: OTHER_SEX }]),
  ]
}

type Hiding = { id: string; roundId: string; typed: Typed }

async function hiddenOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id, roundId, typed }: Hiding,
) {
  const { keyring, countyCode } = c.var
  const all = { countyCode }
  const waiting = await countApplications(transaction, all, { state: 'waiting', round: roundId })
  if (waiting >= MOST_WAITING) throw new Problem('conflict', FULL)
  const where = { keyring, countyCode }
  const digest = digestOfNumber(where, typed.idNumber)
  const own = await listWaitingOf(transaction, all, { roundId, digests: [digest] })
  const isKept = own.filter(({ cipher }) => cipher !== null).length < MOST_OF_ONE
  return { digest, cipher: isKept ? seal(where, id, typed) : null }
}

const NO_VILLAGE = {
  zh: '请从列表中选择要报名的村（社区）。',
  en: 'Choose the village or community from the list.',
}
const OTHER_BIRTH = {
  zh: '与身份证号中的出生日期不一致，请逐位核对。',
  en: 'It differs from the birth date within the identity number: check both.',
}
const OTHER_SEX = {
  zh: '与身份证号所示性别不一致，请核对。',
  en: 'It differs from what the identity number says: check both.',
}
const FULL = {
  zh: '本轮次等待核对的自荐已达上限，暂时不能在网上提交。请改日再试，或到乡镇（街道）组织办公室现场报名。',
  en: 'As many applications wait in this round as it holds. Try another day, or hand in at the office of your township.',
}

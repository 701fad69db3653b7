import { checkDigit } from '../identity-number.ts'
import type { PrivateField, TalentTable } from '../schema.ts'

export type PrivateValue = { talentId: string; field: PrivateField; value: string }

/**
 * Identity and telephone numbers of invented people, which can be nobody's: the area code 990406 is not assigned, and
 * no mobile number begins with 120. Where the pool knows the month alone the number has a day, as roll lists do; who has
 * no birth on record has no number there either.
 */
export function privateValues(talents: readonly TalentTable[]): PrivateValue[] {
  return talents.flatMap(({ id, bornOn, sex }, at): PrivateValue[] => [
    ...(bornOn !== null && sex !== null
      ? [{ talentId: id, field: 'id-number' as const, value: identityNumber(bornOn, sex, at) }]
      : []),
    { talentId: id, field: 'phone', value: `120${String(10_000_000 + at * 37).slice(-8)}` },
  ])
}

/** People born on one day are told apart by their order, odd for men (GB 11643). */
function identityNumber(bornOn: string, sex: 'female' | 'male', at: number): string {
  const order = ((at * 2) % 998) + (sex === 'male' ? 1 : 0)
  const day = bornOn.length === 10 ? bornOn : `${bornOn}-${String((at % 28) + 1).padStart(2, '0')}`
  const digits = `990406${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

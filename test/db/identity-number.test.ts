import { describe, expect, test } from 'vitest'
import {
  checkDigit,
  type IdentityFault,
  identityBirth,
  identityFault,
  identitySex,
  normalIdentity,
} from '../../db/identity-number.ts'

describe('an identity number by GB 11643-1999', () => {
  test.each<{ number: string; fault: IdentityFault | null; why: string }>([
    // Published in sndnvaps/CheckID_card, README.
    { number: '34052419800101001X', fault: null, why: 'a published example' },
    {
      number: '340524198001010013',
      fault: 'check-digit',
      why: 'the same with another check digit',
    },
    // The standard's own examples.
    { number: '11010519491231002X', fault: null, why: 'the standard’s example of Beijing' },
    {
      number: '440524188001010014',
      fault: 'date',
      why: 'its example of 1880, whom nobody lives to be',
    },
    { number: '', fault: 'length', why: 'nothing' },
    { number: '34052419800101001', fault: 'length', why: '17 signs' },
    { number: '34052419800101001X0', fault: 'length', why: '19 signs' },
    { number: '340524800101001', fault: 'length', why: '15 digits, as until 1999' },
    { number: '34052419800101O01X', fault: 'signs', why: 'the letter O for a zero' },
    { number: '3405241980010100XX', fault: 'signs', why: 'an X that is not the last sign' },
    {
      number: '34052419800101001x',
      fault: 'signs',
      why: 'a small x, as long as nobody made it normal',
    },
    { number: '34052419800101001Y', fault: 'signs', why: 'a letter other than X' },
    { number: body('000524', '19800101'), fault: 'area', why: 'no province has 00' },
    { number: body('380524', '19800101'), fault: 'area', why: 'no province has 38' },
    { number: body('910524', '19800101'), fault: 'area', why: '91 is no province’s either' },
    { number: body('340524', '19801301'), fault: 'date', why: 'a month 13' },
    { number: body('340524', '19800001'), fault: 'date', why: 'a month 0' },
    { number: body('340524', '19800431'), fault: 'date', why: 'April has 30 days' },
    { number: body('340524', '19810229'), fault: 'date', why: '1981 was no leap year' },
    { number: body('340524', '19000229'), fault: 'date', why: 'nor was 1900' },
    { number: body('340524', '20000229'), fault: null, why: '2000 was one' },
    { number: body('340524', '18991231'), fault: 'date', why: 'before 1900' },
    { number: body('340524', '19000101'), fault: null, why: '1900 begins' },
    // Of 万县, in 四川省 until 1997 and Chongqing’s since: its old codes are given to nobody any more.
    { number: body('512222', '19700315'), fault: null, why: 'a county that was abolished' },
    { number: body('370406', '19700315'), fault: null, why: 'the county of the demonstration' },
    { number: body('990406', '19700315'), fault: null, why: 'an invented person' },
  ])('$number: $fault, $why', ({ number, fault }) => {
    expect(identityFault(number)).toBe(fault)
  })

  test('every other check digit is wrong', () => {
    const others = [...'0123456789X'].filter((sign) => sign !== 'X')
    for (const sign of others)
      expect(identityFault(`34052419800101001${sign}`), sign).toBe('check-digit')
  })

  test('one digit that is mistyped is found, and so are two that changed places', () => {
    const right = '34052419800101001X'
    const faults: unknown[] = []
    for (let at = 0; at < 17; at++) {
      for (const digit of '0123456789')
        if (digit !== right[at])
          faults.push(identityFault(right.slice(0, at) + digit + right.slice(at + 1)))
      const [one, next] = [right[at]!, right[at + 1]!]
      if (one !== next && at < 16)
        faults.push(identityFault(right.slice(0, at) + next + one + right.slice(at + 2)))
    }
    expect(faults).not.toContain(null)
  })

  test.each([
    { typed: '34052419800101001x', why: 'a small x' },
    { typed: ' 340524 19800101 001X ', why: 'spaces, as the card shows it' },
    { typed: '340524　19800101　001X', why: 'wide spaces' },
    { typed: '340524\t19800101001X\n', why: 'copied out of a table' },
    { typed: '３４０５２４１９８００１０１００１Ｘ', why: 'signs of full width' },
  ])('“$typed” is brought into its normal form: $why', ({ typed }) => {
    expect(normalIdentity(typed)).toBe('34052419800101001X')
    expect(identityFault(normalIdentity(typed))).toBeNull()
  })

  test('tells the birth date and the sex', () => {
    expect(identityBirth('34052419800101001X')).toBe('1980-01-01')
    expect(identitySex('34052419800101001X')).toBe('male')
    expect(identitySex('11010519491231002X')).toBe('female')
  })
})

/** A number of an area and a day whose check digit is right. */
function body(area: string, day: string): string {
  const digits = `${area}${day}001`
  return digits + checkDigit(digits)
}

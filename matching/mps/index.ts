import { hasPattern, PATTERNS, postsOfPattern } from '../pattern.ts'
import { type Instance, patternFit, prepare } from '../plan/instance.ts'
import { POSTS, type Problem } from '../types.ts'
import { type Column, type Entry, type Model, modelOf, PRICES, type Row } from './model.ts'

export { PRICES as mpsPrices }

const HEADER = `* Committees for villages as one whole-number program: every choice there is, none left out.
* Free MPS. Try: cbc FILE -solve, glpsol --freemps FILE, highs FILE.
*
* Columns  x.PERSON.VILLAGE.POSTS  1 when the person takes exactly these posts of the village
*          miss.TARGET             what lacks to a target, in its own unit
*          seated.PERSON           1 when somebody whom a target counts as free sits anywhere
* Rows     seats.VILLAGE.POST      at most so many sit in a post
*          target.TARGET.VILLAGE   what the people seated add up to, with what lacks, reaches the bound
*          free.TARGET.VILLAGE     at most so many of those counted as free are away, but for what lacks
*          person.PERSON           sits once at most, and once exactly when pinned
*          kin.NUMBER.VILLAGE      of people who are all kin of each other one at most
* Objective: minimise the misses, each at the price of its tier, minus total fit. The fit is negative since not every
* reader knows a maximise sense. Prices in units of fit: law ${PRICES.law}, policy ${PRICES.policy}, wish ${PRICES.wish}.
* Yanzhen itself compares the tiers in order, without prices.
`

/**
 * The full model of a problem as MPS text, in pieces, since that of a county is longer than a string may be. It is
 * written from the instance alone, without a row of the search, so that others can be asked whether it is right.
 */
export function* mpsOf(problem: Problem): Generator<string> {
  const instance = prepare(problem)
  const model = modelOf(instance)
  const { rows, misses } = model
  yield `${HEADER}NAME yanzhen FREE\nROWS\n N cost\n`
  for (const { name, sense } of rows) yield ` ${sense} ${name}\n`
  yield 'COLUMNS\n'
  for (const column of [...misses, ...model.seated.map((one) => one.column)])
    if (!column.isWhole) yield columnText(column, rows)
  yield " begin 'MARKER' 'INTORG'\n"
  for (const column of misses) if (column.isWhole) yield columnText(column, rows)
  for (const choice of choicesOf(instance, model))
    yield columnText(choiceColumn(instance, model, choice), rows)
  yield " end 'MARKER' 'INTEND'\nRHS\n"
  for (const { name, bound } of rows) if (bound !== 0) yield ` rhs ${name} ${bound}\n`
  yield 'BOUNDS\n'
  // A whole column without a bound is 0 or 1 to some readers and endless to others.
  for (const { name } of misses) yield ` PL bound ${name}\n`
  for (const { column, isPinned } of model.seated)
    yield ` ${isPinned ? 'FX' : 'UP'} bound ${column.name} 1\n`
  for (const { name } of choicesOf(instance, model)) yield ` UP bound ${name} 1\n`
  yield 'ENDATA\n'
}

type Choice = { name: string; pair: number; pattern: number }

function* choicesOf({ person, village, patterns }: Instance, { people, villages }: Model) {
  for (let pair = 0; pair < person.length; pair++)
    for (let pattern = 0; pattern < PATTERNS.length; pattern++) {
      if (!hasPattern(patterns[pair]!, pattern)) continue
      const posts = PATTERNS[pattern]!.posts.join('+')
      const name = `x.${people[person[pair]!]}.${villages[village[pair]!]}.${posts}`
      yield { name, pair, pattern } satisfies Choice
    }
}

function choiceColumn(instance: Instance, model: Model, { name, pair, pattern }: Choice): Column {
  const { person, village, problem, members, forms, cliquesOfPerson } = instance
  const someone = person[pair]!
  const place = village[pair]!
  const entries: Entry[] = postsOfPattern[pattern]!.map((post) => [
    model.seatRow + POSTS.length * place + post,
    1,
  ])
  for (const form of model.targetsOf[place]!) {
    const { perPattern, perMember } = forms[form]!
    const value = perPattern(PATTERNS[pattern]!) * perMember(members[someone]!)
    if (value !== 0) entries.push([model.targetRow + form, value])
  }
  for (const { row, people } of model.hereRows[place]!)
    if (people.has(someone)) entries.push([row, -1])
  entries.push([model.rowOfPerson[someone]!, 1])
  for (const clique of cliquesOfPerson[someone]!) {
    const row = model.rowOfKin.get(clique * problem.villages.length + place)
    if (row !== undefined) entries.push([row, 1])
  }
  return { name, cost: -patternFit(instance.fit, pair, pattern), entries, isWhole: true }
}

/** Two entries a line, as the format has it. */
function columnText({ name, cost, entries }: Column, rows: readonly Row[]): string {
  const fields = entries.map(([row, value]) => `${rows[row]!.name} ${value}`)
  if (cost !== 0) fields.unshift(`cost ${cost}`)
  let text = ''
  for (let at = 0; at < fields.length; at += 2)
    text += ` ${name} ${fields[at]}${at + 1 < fields.length ? ` ${fields[at + 1]}` : ''}\n`
  return text
}

import type {
  Candidate,
  Comparison,
  FormField,
  FormFile,
  FormReading,
} from '../../appointment-forms.ts'
import { t } from '../../words/index.ts'
import type { State } from '../mark.tsx'

/** One file that was read, with what somebody chose of it. */
export type Loaded = {
  key: number
  file: FormFile
  reading: FormReading
  /** Id of a person, 'new', or '' while nobody is chosen. */
  whom: string
  take: FormField[]
  relatives: number[]
  /** Id of the person it was written to. */
  written: string | null
  problem: string | null
}

export function loadedOf(key: number, file: FormFile, reading: FormReading): Loaded {
  const loaded = { key, file, reading, take: [], relatives: [], written: null, problem: null }
  return { ...loaded, ...chosenFor(reading, whomFirst(reading)) }
}

/** Whom the form is of beyond doubt; else somebody chooses. */
function whomFirst({ read }: FormReading): string {
  if (!read) return ''
  const [first, ...more] = read.people
  if (!first) return read.isElsewhere ? '' : 'new'
  return more.length === 0 && first.person.because !== 'name' ? first.person.id : ''
}

export function chosenFor(
  reading: FormReading,
  whom: string,
): Pick<Loaded, 'whom' | 'take' | 'relatives'> {
  const beside = besideOf(reading, whom)
  const candidate = candidateOf(reading, whom)
  if (!beside) return { whom, take: [], relatives: [] }
  const hasPicture =
    Boolean(reading.read?.photograph) && (candidate?.person.photograph ?? 'none') === 'none'
  return {
    whom,
    ...newIn(beside),
    ...(hasPicture && { take: [...newIn(beside).take, 'photograph'] }),
  }
}

/** What the portrait lacks: nothing that is there is written over. */
function newIn({ fields, idNumber, relatives }: Comparison) {
  const take: FormField[] = fields.filter(({ state }) => state === 'new').map(({ field }) => field)
  if (idNumber?.state === 'new') take.push('idNumber')
  return {
    take,
    relatives: relatives.filter(({ state }) => state === 'new').map(({ row }) => row),
  }
}

export function allOf(reading: FormReading, whom: string): Pick<Loaded, 'take' | 'relatives'> {
  const beside = besideOf(reading, whom)
  if (!beside) return { take: [], relatives: [] }
  const isTaken = ({ state }: { state: string }) => state === 'new' || state === 'other'
  const take: FormField[] = beside.fields.filter(isTaken).map(({ field }) => field)
  if (beside.idNumber && isTaken(beside.idNumber)) take.push('idNumber')
  if (reading.read?.photograph && candidateOf(reading, whom)?.person.photograph !== 'same')
    take.push('photograph')
  return { take, relatives: beside.relatives.filter(isTaken).map(({ row }) => row) }
}

export function candidateOf({ read }: FormReading, whom: string): Candidate | undefined {
  return read?.people.find(({ person }) => person.id === whom)
}

export function besideOf(reading: FormReading, whom: string): Comparison | undefined {
  if (whom === 'new') return reading.read?.asNew
  return candidateOf(reading, whom)?.beside
}

/** How many fields are missing in the portrait or say something else there. */
export function countDiffering({ fields, idNumber, relatives }: Comparison): number {
  const all = [...fields, ...relatives, ...(idNumber ? [idNumber] : [])]
  return all.filter(({ state }) => state === 'new' || state === 'other').length
}

/** Of one person beyond doubt whom the account may change: written without a further look. */
export function isSure({ reading, whom, written }: Loaded): boolean {
  const candidate = candidateOf(reading, whom)
  return written === null && candidate !== undefined && candidate.person.mayEdit
}

/** Where a file stands, as a word with its mark. */
export function standingOf(loaded: Loaded): { state: State; word: string } {
  const words = t().appointmentForms.states
  const { reading, whom, written, problem } = loaded
  if (written !== null) return { state: 'met', word: words.done }
  if (problem !== null) return { state: 'missed', word: words.failed }
  const { read } = reading
  if (!read) return { state: 'missed', word: words.fault }
  const beside = besideOf(reading, whom)
  if (!beside && read.people.length > 0) return { state: 'weak', word: words.several }
  if (!beside) return { state: 'weak', word: words.elsewhere }
  if (whom === 'new') return { state: 'unknown', word: words.fresh }
  const count = countDiffering(beside)
  return count === 0
    ? { state: 'met', word: words.same }
    : { state: 'weak', word: words.differs(count) }
}

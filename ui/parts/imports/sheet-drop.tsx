import { createSignal, onCleanup } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { FileDrop, type Progress } from '../file-drop.tsx'

/** As the page that takes the sheet says it. */
type Said = { drop: string; choose: string; reading: (name: string) => string }
type Tell = (share: number) => void

/** Takes one spreadsheet, sends it and says how far it is; it can be stopped until it is there. */
export function SheetDrop<Answer>(props: {
  words: Said
  hint?: string
  /** Why a file is not even sent; null when it may be. */
  refusalOf: (file: File) => string | null
  /** Answers what the sheet would change; nothing is written. */
  send: (file: File, tell: Tell, signal: AbortSignal) => Promise<Answer>
  begin?: () => void
  take: (answer: Answer) => void
}) {
  const [progress, setProgress] = createSignal<Progress | null>(null)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  const [wrong, setWrong] = createSignal<string | null>(null)
  onCleanup(() => progress()?.stop?.())
  async function take(file: File | undefined) {
    if (!file || progress()) return
    props.begin?.()
    setProblem(null)
    setWrong(props.refusalOf(file))
    if (wrong()) return
    const ending = new AbortController()
    const said = props.words.reading(file.name)
    const tell = (share: number) => setProgress({ said, share, stop: () => ending.abort() })
    tell(0)
    try {
      const answer = await props.send(file, tell, ending.signal)
      setProgress(null)
      props.take(answer)
    } catch (error) {
      setProgress(null)
      if (!ending.signal.aborted) setProblem(problemOf(error))
    }
  }
  return (
    <FileDrop
      words={props.words}
      accept=".xlsx,.csv"
      hint={props.hint}
      wrong={wrong()}
      problem={problem()}
      progress={progress()}
      take={([file]) => void take(file)}
    />
  )
}

import { createSignal } from 'solid-js'
import {
  type FormFile,
  type FormReading,
  MOST_FORMS,
  pairsOf,
  readForms,
} from '../../appointment-forms.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { FileDrop } from '../file-drop.tsx'

/** Takes files by dragging or choosing, reads them some at a time and shows how far it is. */
export function DropForms(props: { told: (file: FormFile, reading: FormReading) => void }) {
  const words = () => t().appointmentForms
  const [wrong, setWrong] = createSignal<string | null>(null)
  const [count, setCount] = createSignal({ done: 0, total: 0 })
  const sending = createSending(async (files: FormFile[]) => {
    setCount({ done: 0, total: files.length })
    await readForms(files, (file, reading) => {
      setCount(({ done, total }) => ({ done: done + 1, total }))
      props.told(file, reading)
    })
  })
  function take(chosen: File[]) {
    const files = pairsOf(chosen)
    setWrong(null)
    if (chosen.length > 0 && files.length === 0) setWrong(words().noForms)
    else if (files.length > MOST_FORMS) setWrong(words().tooMany(MOST_FORMS))
    else if (files.length > 0) void sending.start(files)
  }
  const progress = () => {
    const { done, total } = count()
    return { said: words().reading(done, total), share: done / Math.max(1, total) }
  }
  return (
    <FileDrop
      words={words()}
      accept=".lrmx,.lrm,.pic"
      isMany
      hint={words().accepts}
      wrong={wrong()}
      problem={sending.problem()}
      progress={sending.isBusy() ? progress() : null}
      take={take}
    />
  )
}

import { createSignal, Show } from 'solid-js'
import type { Course, SheetPreview } from '../../courses.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { SheetDrop } from '../imports/sheet-drop.tsx'
import { saveSheet } from './save-file.ts'
import { SheetCheck } from './sheet-check.tsx'
import { previewSheet, refusalOf } from './sheet-upload.ts'

/** A course by spreadsheet: out, in again, looked through, and only then written. */
export function Sheet(props: { course: Course; say: (text: string | null) => void }) {
  const [preview, setPreview] = createSignal<SheetPreview | null>(null)
  return (
    <Show
      when={preview()}
      keyed
      fallback={<Steps course={props.course} take={setPreview} begin={() => props.say(null)} />}
    >
      {(known) => (
        <SheetCheck
          course={props.course}
          preview={known}
          again={() => setPreview(null)}
          done={(said) => {
            setPreview(null)
            props.say(said)
          }}
        />
      )}
    </Show>
  )
}

function Steps(props: {
  course: Course
  begin: () => void
  take: (preview: SheetPreview) => void
}) {
  const words = () => t().courses.sheet
  const saving = createSending(() => saveSheet(props.course.id))
  return (
    <ol class="course-steps">
      <li>
        <h2>{words().step1}</h2>
        <p class="second">{words().step1Text}</p>
        <Refusal problem={saving.problem()} />
        <button
          type="button"
          class="button"
          aria-disabled={saving.isBusy()}
          onClick={() => void saving.start()}
        >
          <Icon name="download" />
          {saving.isBusy() ? words().downloading : words().download}
        </button>
      </li>
      <li>
        <h2>{words().step2}</h2>
        <p class="second">{words().step2Text}</p>
        <SheetDrop
          words={words()}
          refusalOf={refusalOf}
          send={(...sent) => previewSheet(props.course.id, ...sent)}
          begin={props.begin}
          take={props.take}
        />
      </li>
    </ol>
  )
}

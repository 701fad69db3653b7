import { calendarFile } from '../../to-do.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'

/** Takes the own calendar out as a file. */
export function CalendarButton(props: { say: (text: string) => void }) {
  const sending = createSending(async () => {
    save(await calendarFile())
    props.say(t().toDo.calendarDone)
  })
  return (
    <div class="push to-do-calendar">
      <button
        type="button"
        class="button"
        aria-disabled={sending.isBusy()}
        onClick={() => void sending.start()}
      >
        <Icon name="download" />
        {t().toDo.calendar}
      </button>
      <span class="hint">{t().toDo.calendarHint}</span>
      <Refusal problem={sending.problem()} />
    </div>
  )
}

function save(file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = 'yanzhen.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}
const KEEP_MS = 60_000

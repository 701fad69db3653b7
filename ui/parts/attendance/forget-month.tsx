import { useAction } from '@solidjs/router'
import { forgetAttendance, type GridPerson } from '../../checks.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { cellOf } from './drafts.ts'

/** Asks before an entry goes that was made by mistake. */
export function ForgetMonth(props: {
  person: GridPerson | null
  month: string
  monthName: string
  close: () => void
  say: (text: string) => void
}) {
  const forget = useAction(forgetAttendance)
  return (
    <Ask
      isOpen={props.person !== null}
      close={props.close}
      title={t().attendance.forgetTitle(
        personName(props.person?.talent.name ?? ''),
        props.monthName,
      )}
      verb={t().attendance.forget}
      isDangerous
      act={async () => {
        const cell = props.person && cellOf(props.person, props.month)
        if (!props.person || !cell) return
        await forget(props.person.talent.id, props.month, cell.revision)
        props.say(t().attendance.forgotten)
      }}
    >
      <p>{t().attendance.forgetText}</p>
    </Ask>
  )
}

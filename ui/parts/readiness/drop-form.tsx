import { useAction } from '@solidjs/router'
import { type ActionView, dropAction } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { ReasonPanel } from './reason-panel.tsx'

export function DropForm(props: {
  action: ActionView
  close: () => void
  say: (text: string) => void
}) {
  const drop = useAction(dropAction)
  return (
    <ReasonPanel
      words={t().readiness.dropping}
      about={props.action.what}
      close={props.close}
      send={async (reason) => {
        await drop(props.action, reason)
        props.say(t().readiness.dropping.done)
      }}
    />
  )
}

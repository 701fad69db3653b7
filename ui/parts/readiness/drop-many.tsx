import { useAction } from '@solidjs/router'
import { type ActionView, dropActions } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { ReasonPanel } from './reason-panel.tsx'

/** Several with one reason: all of them, or none where one was logged meanwhile. */
export function DropMany(props: {
  actions: ActionView[]
  close: () => void
  say: (text: string) => void
}) {
  const drop = useAction(dropActions)
  return (
    <ReasonPanel
      words={{
        ...t().readiness.dropping,
        title: t().readiness.many.dropTitle(props.actions.length),
      }}
      close={props.close}
      send={async (reason) => {
        const seen = props.actions.map(({ id, revision }) => ({ id, revision }))
        props.say(t().readiness.many.undone((await drop(seen, reason)).done))
      }}
    />
  )
}

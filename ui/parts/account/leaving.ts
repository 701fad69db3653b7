import { useBeforeLeave } from '@solidjs/router'
import { onCleanup } from 'solid-js'
import { t } from '../../words/index.ts'

/** A form that is not saved asks before it is left. */
export function warnOnLeave(isDirty: () => boolean) {
  useBeforeLeave((event) => {
    if (isDirty() && !window.confirm(t().settings.leave)) event.preventDefault()
  })
  const beforeUnload = (event: BeforeUnloadEvent) => isDirty() && event.preventDefault()
  window.addEventListener('beforeunload', beforeUnload)
  onCleanup(() => window.removeEventListener('beforeunload', beforeUnload))
}

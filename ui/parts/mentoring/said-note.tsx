import { onCleanup } from 'solid-js'
import { Done } from '../account/notices.tsx'
import { saidNow, sayNothing } from './said.ts'

/** What became of the last act; another page forgets it. */
export function SaidNote() {
  onCleanup(sayNothing)
  return <Done text={saidNow().text} isWeak={saidNow().isWeak} />
}

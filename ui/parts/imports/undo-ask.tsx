import { useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { whole } from '../../format.ts'
import { undoImport } from '../../imports.ts'
import type { ImportOfList, ImportRowState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { rowsIn } from './counts.ts'

/** Names the file and what becomes of the people it brought. */
export function UndoAsk(props: {
  undoing: Pick<ImportOfList, 'id' | 'fileName' | 'counts'>
  isOpen: boolean
  close: () => void
  done?: () => void
}) {
  const undo = useAction(undoImport)
  const count = (state: ImportRowState) => rowsIn(props.undoing.counts, state)
  return (
    <Ask
      isOpen={props.isOpen}
      close={props.close}
      title={t().imports.result.undoTitle(props.undoing.fileName)}
      verb={t().imports.result.undoDo}
      isDangerous
      act={async () => {
        await undo(props.undoing.id)
        props.done?.()
      }}
    >
      <Show when={count('new')}>{(n) => <p>{t().imports.result.undoNew(whole(n()))}</p>}</Show>
      <Show when={count('update') + count('merge')}>
        {(n) => <p>{t().imports.result.undoOld(whole(n()))}</p>}
      </Show>
      <p>{t().imports.result.undoLater}</p>
    </Ask>
  )
}

import { createSignal, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { ExportDialog } from '../imports/export-dialog.tsx'
import { usePool } from './context.ts'

/** What is on the screen, as a file. */
export function Export() {
  const pool = usePool()
  const has = useRoles()
  const [isOpen, setOpen] = createSignal(false)
  const total = () => pool.pages.total() ?? 0
  return (
    <Show when={has('county', 'township') && total() > 0}>
      <button type="button" class="button slim" onClick={() => setOpen(true)}>
        <Icon name="download" />
        {t().pool.result.export(whole(total()))}
      </button>
      <ExportDialog
        query={{ ...pool.address.asked(), sort: pool.address.sort() }}
        columns={pool.columns.shown()}
        count={total()}
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
      />
    </Show>
  )
}

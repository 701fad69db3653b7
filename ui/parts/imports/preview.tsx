import { useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import type { RowFilter } from '../../imports.ts'
import type { ImportAnswer, ImportRowState } from '../../types.ts'
import { say } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import type { TooLate } from './acting.ts'
import { ColumnsCard } from './columns-card.tsx'
import { knownIn, rowsIn } from './counts.ts'
import { FileCard } from './file-card.tsx'
import { KnownCard } from './known-card.tsx'
import { NoticesCard } from './notices-card.tsx'
import { RowsCard } from './rows-card.tsx'
import { VerdictCard } from './verdict-card.tsx'

export type Counted = Pick<ImportAnswer, 'counts' | 'revision'>

/** What would be written, before anything is: the verdict, what is to be mended, and what was understood. */
export function Preview(props: {
  known: ImportAnswer
  tooLate: TooLate
  /** What a mended row changed of the whole. */
  counted: (counted: Counted) => void
}) {
  const [search, setSearch] = useSearchParams<{ state?: string; kind?: string }>()
  const filter = createMemo((): RowFilter => {
    const state = search.state ?? (rowsIn(props.known.counts, 'faulty') > 0 ? 'faulty' : 'all')
    return {
      ...(state !== 'all' && { state: state as ImportRowState }),
      ...(search.kind && { kind: search.kind }),
    }
  })
  const change = (next: RowFilter) =>
    setSearch({ state: next.state ?? 'all', kind: next.kind ?? null }, { replace: true })
  return (
    <>
      <Show when={props.known.problem}>
        {(problem) => (
          <p class="note weak" role="status">
            <Icon name="warning" />
            <span>{say(problem())}</span>
          </p>
        )}
      </Show>
      <VerdictCard known={props.known} tooLate={props.tooLate} filter={filter()} change={change} />
      <div class="preview-grid">
        <RowsCard known={props.known} filter={filter()} change={change} counted={props.counted} />
        <div class="rail">
          <Show when={knownIn(props.known.counts) > 0}>
            <KnownCard known={props.known} tooLate={props.tooLate} />
          </Show>
          <NoticesCard known={props.known} change={change} />
          <FileCard known={props.known} />
        </div>
      </div>
      <ColumnsCard known={props.known} tooLate={props.tooLate} />
    </>
  )
}

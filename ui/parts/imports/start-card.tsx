import { createSignal, Show } from 'solid-js'
import { useRoles } from '../../session.ts'
import type { ImportKind } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { KindChoice } from './kind-choice.tsx'
import { SheetDrop } from './sheet-drop.tsx'
import { refusalOf, upload } from './upload.ts'

/** A new import: what it is about, its template, and the file. */
export function StartCard(props: { begun: (id: string) => void }) {
  const has = useRoles()
  const [kind, setKind] = createSignal<ImportKind>('people')
  const words = () => t().imports.start
  return (
    <section class="card" aria-labelledby="start">
      <div class="card-head">
        <h2 id="start">{t().imports.start.title}</h2>
        <Show when={!has('county')}>
          <span class="hint">{t().imports.kindHint.people}</span>
        </Show>
      </div>
      <div class="card-body start">
        <Show when={has('county')}>
          <KindChoice kind={kind()} choose={setKind} />
        </Show>
        <Templates kind={kind()} />
        <SheetDrop
          words={{ ...words(), drop: `${words().drop} ${words().or}`, reading: words().sending }}
          hint={`${words().accepts} ${words().legacy}`}
          refusalOf={refusalOf}
          send={(...sent) => upload(kind(), ...sent)}
          take={props.begun}
        />
        <p class="hint">{t().imports.start.next}</p>
      </div>
    </section>
  )
}

function Templates(props: { kind: ImportKind }) {
  const address = (format: 'xlsx' | 'csv') =>
    `/api/v1/imports/template?kind=${props.kind}&format=${format}`
  return (
    <div class="templates">
      <span class="medium">{t().imports.start.template}</span>
      <a class="button slim" href={address('xlsx')} download="">
        <Icon name="download" />
        {t().imports.start.excel}
      </a>
      <a class="button slim" href={address('csv')} download="">
        <Icon name="download" />
        {t().imports.start.csv}
      </a>
      <span class="hint">{t().imports.start.templateHint}</span>
    </div>
  )
}

import { createSignal, For, type JSX, Show } from 'solid-js'
import { reveal } from '../../people.ts'
import { useRoles } from '../../session.ts'
import type { PrivateField, TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Panel } from '../layers.tsx'
import { Fact } from './facts.tsx'
import { PrivateEdit } from './private-edit.tsx'
import { Revealable } from './revealable.tsx'

const FIELDS = ['id-number', 'phone'] as const satisfies readonly PrivateField[]

/** Identity and telephone numbers by their ends; the server sends them to some roles only, and nothing is drawn for others. */
export function PrivateValues(props: { talent: TalentRecord; mayEdit?: boolean }) {
  const has = useRoles()
  const maySee = () => has('county', 'township')
  const [edited, setEdited] = createSignal<PrivateField | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const masked = (field: PrivateField) =>
    props.talent.private?.[field === 'phone' ? 'phone' : 'idNumber'] ?? null
  const edit = (field: PrivateField) => (
    <Show when={maySee() && props.mayEdit}>
      <button
        type="button"
        class="button slim"
        aria-label={verbOf(field, masked(field) !== null)}
        onClick={() => {
          setSaid(null)
          setEdited(field)
        }}
      >
        {masked(field) ? t().talent.edit : t().talent.enter}
      </button>
    </Show>
  )
  return (
    <Show when={props.talent.private}>
      <Done text={said()} />
      <dl class="facts private-values">
        <For each={FIELDS}>
          {(field) => (
            <Fact name={t().talent.field[field]}>
              <Show when={masked(field)} fallback={<NotStored>{edit(field)}</NotStored>}>
                {(ends) => (
                  <Revealable
                    masked={ends()}
                    what={t().talent.field[field]}
                    whose={props.talent.name}
                    ask={maySee() ? (reason) => reveal(props.talent.id, field, reason) : undefined}
                  >
                    {edit(field)}
                  </Revealable>
                )}
              </Show>
            </Fact>
          )}
        </For>
      </dl>
      <Panel
        isOpen={edited() !== null}
        onClose={() => setEdited(null)}
        title={t().talent.editOf(t().talent.field[edited() ?? 'phone'])}
      >
        <PrivateEdit
          talent={props.talent}
          field={edited() ?? 'phone'}
          isStored={masked(edited() ?? 'phone') !== null}
          done={(text) => {
            setSaid(text)
            setEdited(null)
          }}
          cancel={() => setEdited(null)}
        />
      </Panel>
    </Show>
  )
}

function NotStored(props: { children: JSX.Element }) {
  return (
    <span class="row wrap">
      <span class="chip open">{t().talent.notStored}</span>
      {props.children}
    </span>
  )
}

function verbOf(field: PrivateField, isStored: boolean): string {
  const name = t().talent.field[field]
  return isStored ? t().talent.editOf(name) : t().talent.enterOf(name)
}

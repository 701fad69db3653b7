import { createAsync } from '@solidjs/router'
import { createSignal, For } from 'solid-js'
import { type ActionAssigned, assigneesOf } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { Field, TextField } from '../account/fields.tsx'

export type Asked = ActionAssigned['assignee']

const w = () => t().readiness.assigning

/** Who is to do it: an account, or an office in words where none is chosen. */
export function createAssignee(before?: { id: string | null; name: string }) {
  const [account, setAccount] = createSignal(before?.id ?? '')
  const [office, setOffice] = createSignal(before && before.id === null ? before.name : '')
  return { account, setAccount, office, setOffice }
}
type Draft = ReturnType<typeof createAssignee>

export function assigneeIn({ account, office }: Draft): Asked | null {
  if (account() !== '') return { account: account() }
  return office().trim().length >= 2 ? { office: office().trim() } : null
}

export function AssigneeFields(props: {
  villages: readonly string[]
  draft: Draft
  error?: string | undefined
}) {
  const answer = createAsync(() => assigneesOf(props.villages))
  return (
    <>
      <Field label={`${w().who}${t().colon}${w().account}`} error={props.error}>
        {(given) => (
          <select
            {...given()}
            class="input"
            name="assignee"
            onChange={(event) => props.draft.setAccount(event.currentTarget.value)}
          >
            <option value="">{w().choose}</option>
            <For each={answer()?.accounts}>
              {({ id, name, position, role, isSelf }) => (
                <option value={id} selected={id === props.draft.account()}>
                  {name}
                  {isSelf ? w().self : ''}
                  {t().separator}
                  {position ?? w().role[role]}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <TextField
        label={`${w().who}${t().colon}${w().office}`}
        hint={w().officeHint}
        name="office"
        maxlength={60}
        isDisabled={props.draft.account() !== ''}
        value={props.draft.office()}
        set={props.draft.setOffice}
      />
    </>
  )
}

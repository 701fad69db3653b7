import { createSignal, Match, Switch } from 'solid-js'
import type { ActionAssigned, AssignedMany, CheckedVillage, IndicatorId } from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { createAssignee } from './assignee-fields.tsx'
import { ChooseVillages } from './choose-villages.tsx'
import { ManyCheck } from './many-check.tsx'
import { ManyDone } from './many-done.tsx'
import { ManyFields } from './many-fields.tsx'
import { createPicking } from './picking.ts'

/** What is written once for all of the villages. */
export function createManyDraft(villages: readonly string[]) {
  const [indicator, setIndicator] = createSignal<IndicatorId>('audit')
  const [what, setWhat] = createSignal('')
  const [dueOn, setDueOn] = createSignal('')
  const [isLackingOnly, setLackingOnly] = createSignal(true)
  return {
    picking: createPicking(villages),
    assignee: createAssignee(),
    ...{ indicator, setIndicator, what, setWhat, dueOn, setDueOn },
    ...{ isLackingOnly, setLackingOnly },
  }
}
export type ManyDraft = ReturnType<typeof createManyDraft>

type Step =
  | { at: 'choose' }
  | { at: 'write' }
  | { at: 'check'; given: ActionAssigned }
  | { at: 'done'; answer: AssignedMany; villages: CheckedVillage[] }

/** One action for each of several villages: chosen, written, checked, assigned, and dropped again if it was a slip. */
export function AssignMany(props: {
  villages: readonly string[]
  close: () => void
  done?: () => void
}) {
  const draft = createManyDraft(props.villages)
  const [step, setStep] = createSignal<Step>({
    at: props.villages.length > 0 ? 'write' : 'choose',
  })
  const at = <S extends Step['at']>(name: S) => {
    const now = step()
    return now.at === name ? (now as Extract<Step, { at: S }>) : undefined
  }
  return (
    <Drawer isOpen onClose={props.close} title={t().readiness.many.title}>
      <Switch>
        <Match when={at('choose')}>
          <ChooseVillages
            picking={draft.picking}
            next={() => setStep({ at: 'write' })}
            cancel={props.close}
          />
        </Match>
        <Match when={at('write')}>
          <ManyFields
            draft={draft}
            choose={() => setStep({ at: 'choose' })}
            check={(given) => setStep({ at: 'check', given })}
            cancel={props.close}
          />
        </Match>
        <Match when={at('check')}>
          {(now) => (
            <ManyCheck
              given={now().given}
              back={() => setStep({ at: 'write' })}
              assigned={(answer, villages) => {
                setStep({ at: 'done', answer, villages })
                props.done?.()
              }}
            />
          )}
        </Match>
        <Match when={at('done')}>
          {(now) => (
            <ManyDone answer={now().answer} villages={now().villages} close={props.close} />
          )}
        </Match>
      </Switch>
    </Drawer>
  )
}

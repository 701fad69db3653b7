import { useAction } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { closePlan, type ReasonedAct, turnItem } from '../../cultivation-plan.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Panel } from '../layers.tsx'
import { ReasonForm } from '../talent/reason-form.tsx'
import type { Acting } from './acting.ts'
import { DoneForm } from './done-form.tsx'
import { ItemForm } from './item-form.tsx'
import { PlanForm } from './plan-form.tsx'

type Doing = NonNullable<ReturnType<Acting['doing']>>

/** The one dialog of a page: what is done with an item or a plan. */
export function Dialogs(props: { acting: Acting }) {
  return (
    <Panel
      isOpen={props.acting.doing() !== null}
      onClose={props.acting.cancel}
      title={titleOf(props.acting.doing())}
    >
      <Show when={props.acting.doing()} keyed>
        {(doing) => <Body doing={doing} acting={props.acting} />}
      </Show>
    </Panel>
  )
}

function Body(props: { doing: Doing; acting: Acting }) {
  const { doing, acting } = props
  const way = { done: acting.done, cancel: acting.cancel }
  return (
    <Switch>
      <Match when={doing.act === 'add' && doing}>
        {(it) => <ItemForm talent={it().talent} {...way} />}
      </Match>
      <Match when={doing.act === 'change' && doing}>
        {(it) => <ItemForm talent={it().talent} item={it().item} {...way} />}
      </Match>
      <Match when={isDoneAct(doing) && doing}>
        {(it) => <DoneForm act={it().act} talent={it().talent} item={it().item} {...way} />}
      </Match>
      <Match when={isReasoned(doing) && doing}>
        {(it) => <Turned doing={it()} acting={acting} />}
      </Match>
      <Match when={doing.act === 'plan' && doing}>
        {(it) => <PlanForm talent={it().talent} plan={it().plan} {...way} />}
      </Match>
      <Match when={doing.act === 'close' && doing}>
        {(it) => <Closing doing={it()} acting={acting} />}
      </Match>
    </Switch>
  )
}

type DoneDoing = Extract<Doing, { act: unknown; item: unknown }> & {
  act: 'report' | 'finish' | 'confirm'
}
type ReasonedDoing = Extract<Doing, { item: unknown }> & { act: ReasonedAct }

const isDoneAct = (doing: Doing): doing is DoneDoing =>
  doing.act === 'report' || doing.act === 'finish' || doing.act === 'confirm'
const isReasoned = (doing: Doing): doing is ReasonedDoing =>
  doing.act === 'return' || doing.act === 'drop' || doing.act === 'reopen'

function Turned(props: { doing: ReasonedDoing; acting: Acting }) {
  const turn = useAction(turnItem)
  const { act, talent, item } = props.doing
  const words = t().cultivationPlan
  const said = {
    return: words.said.returned,
    drop: words.said.dropped,
    reopen: words.said.reopened,
  }
  const effect = {
    return: words.form.returnEffect,
    drop: words.form.dropEffect,
    reopen: words.form.reopenEffect,
  }
  return (
    <ReasonForm
      words={reasonWords(act)}
      isDanger={act !== 'return'}
      send={async (reason) => {
        await turn(talent, item, act, reason)
        props.acting.done(said[act])
      }}
      cancel={props.acting.cancel}
    >
      <p class="medium">{item.aim}</p>
      <p class="second">{effect[act]}</p>
    </ReasonForm>
  )
}

function Closing(props: { doing: Extract<Doing, { plan: unknown }>; acting: Acting }) {
  const close = useAction(closePlan)
  const { talent, plan } = props.doing
  return (
    <ReasonForm
      words={reasonWords('close')}
      isDanger
      send={async (reason) => {
        await close(talent, plan, reason)
        props.acting.done(t().cultivationPlan.said.closed)
      }}
      cancel={props.acting.cancel}
    >
      <p class="second">{t().cultivationPlan.form.closeEffect}</p>
    </ReasonForm>
  )
}

function reasonWords(act: ReasonedAct | 'close') {
  const form = t().cultivationPlan.form
  return {
    ...{ label: form.reason, hint: form.reasonHint, need: form.needReason },
    ...{ quick: form.quick[act], quickLabel: form.quickLabel },
    ...{ verb: form.verb[act], busy: form.working },
  }
}

function titleOf(doing: Doing | null): string {
  const form = t().cultivationPlan.form
  if (doing === null) return ''
  if (doing.act === 'add') return form.addTitle(personName(doing.name))
  const titles: Record<Exclude<Doing['act'], 'add'>, string> = {
    ...{ change: form.changeTitle, report: form.reportTitle, finish: form.confirmTitle },
    ...{ confirm: form.confirmTitle, return: form.returnTitle, drop: form.dropTitle },
    ...{ reopen: form.reopenTitle, plan: form.planTitle, close: form.closeTitle },
  }
  return titles[doing.act]
}

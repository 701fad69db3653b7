import { Match, Switch } from 'solid-js'
import type { TalentRecord } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { EvidenceEdit } from './evidence-edit.tsx'
import { FactsEdit, SkillsEdit } from './facts-edit.tsx'
import { HonourEdit, RelativeEdit } from './piece-edit.tsx'
import { SECTIONS } from './sections.ts'
import { StatusEdit } from './status-edit.tsx'

/** What is edited, as the address names it: a part of the portrait, or one thing of many by its id. */
export type Asked = { edit: string; of?: string | undefined; field?: string | undefined }
export type Editor = {
  talent: TalentRecord
  of: string | undefined
  focus: string | undefined
  close: (said?: string) => void
}

/** The drawer that is open. */
export function Editing(props: {
  talent: TalentRecord
  asked: Asked
  close: (said?: string) => void
}) {
  const editor = (): Editor => ({
    ...{ talent: props.talent, close: props.close },
    ...{ of: props.asked.of, focus: props.asked.field },
  })
  const section = () => SECTIONS.find((one) => one === props.asked.edit)
  return (
    <Switch>
      <Match when={section()} keyed>
        {(one) => <FactsEdit {...editor()} section={one} />}
      </Match>
      <Match when={props.asked.edit === 'skills'}>
        <SkillsEdit {...editor()} />
      </Match>
      <Match when={props.asked.edit === 'status'}>
        <StatusEdit {...editor()} />
      </Match>
      <Match when={props.asked.edit === 'evidence'}>
        <EvidenceEdit {...editor()} />
      </Match>
      <Match when={props.asked.edit === 'honour'}>
        <HonourEdit {...editor()} />
      </Match>
      <Match when={props.asked.edit === 'relative'}>
        <RelativeEdit {...editor()} />
      </Match>
    </Switch>
  )
}

/** The part, as its drawer is called. */
export const titleOf = (part: string) => t().portrait.editPart(part)

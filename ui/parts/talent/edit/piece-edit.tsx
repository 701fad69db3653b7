import { useAction } from '@solidjs/router'
import {
  addHonour,
  addRelative,
  putHonour,
  putRelative,
  removeHonour,
  removeRelative,
} from '../../../portrait.ts'
import { t } from '../../../words/index.ts'
import type { Subject } from './edit.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { type Editor, titleOf } from './editing.tsx'
import {
  BLANK_HONOUR,
  bodyOfHonour,
  errorsOfHonour,
  HONOUR_FIELDS,
  honourDraft,
} from './honours.ts'
import {
  BLANK_RELATIVE,
  bodyOfRelative,
  errorsOfRelative,
  RELATIVE_FIELDS,
  relativeDraft,
} from './relatives.ts'

export function HonourEdit(props: Editor) {
  const add = useAction(addHonour)
  const put = useAction(putHonour)
  const remove = useAction(removeHonour)
  const honour = props.talent.honours.find(({ id }) => id === props.of)
  const subject: Subject = {
    fields: HONOUR_FIELDS,
    draftOf: ({ honours }) => {
      const now = honours.find(({ id }) => id === honour?.id)
      return now ? honourDraft(now) : null
    },
    blank: BLANK_HONOUR,
    errorsOf: errorsOfHonour,
    save: ({ talent, draft, isGone }) => {
      const body = bodyOfHonour(draft)
      if (!honour || isGone) return add(talent.id, talent.revision, body)
      return put(talent.id, honour.id, talent.revision, body)
    },
  }
  return (
    <EditDrawer
      subject={subject}
      talent={props.talent}
      title={honour ? titleOf(t().talent.honours) : t().portrait.addHonour}
      focus={props.focus}
      close={props.close}
      removal={
        honour && {
          title: t().portrait.removeHonour,
          effect: `${honour.name}${t().colon}${t().portrait.removeEffect}`,
          act: (revision) => remove(props.talent.id, honour.id, revision),
        }
      }
    />
  )
}

export function RelativeEdit(props: Editor) {
  const add = useAction(addRelative)
  const put = useAction(putRelative)
  const remove = useAction(removeRelative)
  const relative = props.talent.relatives.find(({ id }) => id === props.of)
  const subject: Subject = {
    fields: RELATIVE_FIELDS,
    draftOf: ({ relatives }) => {
      const now = relatives.find(({ id }) => id === relative?.id)
      return now ? relativeDraft(now) : null
    },
    blank: BLANK_RELATIVE,
    errorsOf: errorsOfRelative,
    save: ({ talent, draft, isGone }) => {
      const body = bodyOfRelative(draft)
      if (!relative || isGone) return add(talent.id, talent.revision, body)
      return put(talent.id, relative.id, talent.revision, body)
    },
  }
  return (
    <EditDrawer
      subject={subject}
      talent={props.talent}
      title={relative ? titleOf(t().portrait.family) : t().portrait.addRelative}
      focus={props.focus}
      close={props.close}
      removal={
        relative && {
          title: t().portrait.removeRelative,
          effect: `${relative.relation} ${relative.name}${t().colon}${t().portrait.removeEffect}`,
          act: (revision) => remove(props.talent.id, relative.id, revision),
        }
      }
    />
  )
}

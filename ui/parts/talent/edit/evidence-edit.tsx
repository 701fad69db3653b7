import { createAsync, useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import {
  addEvidence,
  type EvidenceSource,
  evidenceSourcesOf,
  putEvidence,
  removeEvidence,
} from '../../../portrait.ts'
import { t } from '../../../words/index.ts'
import type { Subject } from './edit.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { type Editor, titleOf } from './editing.tsx'
import {
  blankEvidence,
  bodyOfEvidence,
  errorsOfEvidence,
  evidenceDraft,
  evidenceFields,
  isTold,
} from './evidence.ts'

type Sources = readonly EvidenceSource[]

/** A new piece, about the criterion that the address names, or one that is there. */
export function EvidenceEdit(props: Editor) {
  const answer = createAsync<{ sources: Sources } | undefined>(() => evidenceSourcesOf(), {
    initialValue: undefined,
  })
  return (
    <Show when={answer()?.sources}>
      {(sources) => <WithSources {...props} sources={sources()} />}
    </Show>
  )
}

function WithSources(props: Editor & { sources: Sources }) {
  const add = useAction(addEvidence)
  const put = useAction(putEvidence)
  const remove = useAction(removeEvidence)
  const { of, sources } = props
  const piece = props.talent.evidence.find(({ id }) => id === of) ?? null
  const subject: Subject = {
    fields: evidenceFields(() => props.sources),
    draftOf: ({ evidence }) => {
      const now = evidence.find(({ id }) => id === piece?.id)
      return now ? evidenceDraft(now, sources) : null
    },
    blank: blankEvidence(of !== undefined && isTold(of) ? of : ''),
    errorsOf: (draft) => errorsOfEvidence(draft, sources),
    save: ({ talent, draft, isGone }) => {
      const body = bodyOfEvidence(draft, piece)
      if (!piece || isGone) return add(talent.id, talent.revision, body)
      return put(talent.id, piece.id, talent.revision, body)
    },
  }
  return (
    <EditDrawer
      subject={subject}
      talent={props.talent}
      title={piece ? titleOf(t().person.evidence) : t().portrait.addEvidence}
      focus={props.focus ?? (piece ? undefined : 'note')}
      close={props.close}
      removal={
        piece
          ? {
              title: t().portrait.removeEvidence,
              effect: `${piece.note}${t().colon}${t().portrait.removeEffect}`,
              act: (revision) => remove(props.talent.id, piece.id, revision),
            }
          : undefined
      }
    />
  )
}

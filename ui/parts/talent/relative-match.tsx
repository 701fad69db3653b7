import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { linkRelative, type Relation, refuseMatch, unlinkRelative } from '../../portrait.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { SelectField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { DialogForm } from './dialog-form.tsx'
import { inOwnWords, readAgain } from './read-again.ts'

type Relative = TalentRecord['relatives'][number]
export type Match = Relative['matches'][number]
type Given = {
  talent: TalentRecord
  relative: Relative
  match: Match
  done: (said: string) => void
  cancel: () => void
}

/** Somebody confirms that the relative who was named is this person of the pool, what they are to each other, and whether it bars. */
export function SameHuman(props: Given) {
  const [relation, setRelation] = createSignal(props.relative.proposed ?? '')
  const [isBarred, setBarred] = createSignal(props.relative.proposed !== 'distant')
  const [isMissing, setMissing] = createSignal(false)
  const link = useAction(linkRelative)
  const sending = createSending(async () => {
    const { talent, relative, match } = props
    const body = { talent: match.id, relation: relation() as Relation, isBarred: isBarred() }
    await link(talent.id, relative.id, talent.revision, body).catch(readAgain(talent.id))
    props.done(t().portrait.didLink(match.name))
  })
  function submit() {
    setMissing(relation() === '')
    if (!isMissing()) void sending.start()
  }
  return (
    <DialogForm
      sending={{ ...sending, problem: () => inOwnWords(sending.problem()) }}
      fields={['relation']}
      verb={t().portrait.isSameDo}
      busy={t().portrait.saving}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p>
        {t().portrait.sameText(
          props.talent.name,
          props.relative.relation,
          props.match.name,
          props.match.village.name,
        )}
      </p>
      <SelectField
        label={t().portrait.relationKind}
        error={isMissing() ? t().portrait.need.relation : sending.errorAt('relation')}
        none={t().accounts.chooseTownship}
        value={relation()}
        choices={Object.entries(t().person.relation).map(([value, name]) => ({ value, name }))}
        set={(value) => {
          setRelation(value)
          setBarred(value !== 'distant')
        }}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={isBarred()}
          onChange={(event) => setBarred(event.currentTarget.checked)}
        />
        {t().portrait.bars}
      </label>
      <p class="note">{t().portrait.sameEffect}</p>
    </DialogForm>
  )
}

/** Two people of one name: it is not asked again. */
export function NotTheSame(props: Given) {
  const refuse = useAction(refuseMatch)
  const sending = createSending(async () => {
    const { talent, relative, match } = props
    await refuse(talent.id, relative.id, talent.revision, match.id).catch(readAgain(talent.id))
    props.done(t().portrait.didRefuse)
  })
  return (
    <DialogForm
      sending={{ ...sending, problem: () => inOwnWords(sending.problem()) }}
      verb={t().portrait.isNotSameDo}
      busy={t().portrait.saving}
      submit={() => void sending.start()}
      cancel={() => props.cancel()}
    >
      <p>
        {t().portrait.notSameText(
          props.relative.relation,
          props.match.name,
          props.match.village.name,
        )}
      </p>
    </DialogForm>
  )
}

/** The link of two people is taken back; what was written of the relative stays. */
export function Unlinking(props: {
  talent: TalentRecord
  relative: Relative | null
  close: () => void
  done: (said: string) => void
}) {
  const unlink = useAction(unlinkRelative)
  return (
    <Show when={props.relative} keyed>
      {(relative) => (
        <Ask
          isOpen
          close={() => props.close()}
          title={t().portrait.unlinkTitle}
          verb={t().portrait.unlink}
          isDangerous
          stale={t().portrait.staleAct}
          act={async () => {
            const { id, revision } = props.talent
            await unlink(id, relative.id, revision).catch(readAgain(id))
            props.done(t().portrait.didUnlink)
          }}
        >
          <p>{t().portrait.unlinkText(relative.linked?.name ?? relative.name)}</p>
        </Ask>
      )}
    </Show>
  )
}

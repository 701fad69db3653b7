import { Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { Verification } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** What walking the chain showed, in words: it stands, or from where on it does not. */
export function VerificationNote(props: { verification: Verification }) {
  const entries = () => whole(props.verification.entries)
  return (
    <Show
      when={props.verification.fault}
      fallback={
        <p class="note done">
          <Icon name="check" />
          <span>
            <b>{t().audit.stands}</b>
            {t().colon}
            {props.verification.keptHeads > 0
              ? t().audit.standsText(entries(), whole(props.verification.keptHeads))
              : t().audit.standsBare(entries())}
          </span>
        </p>
      }
    >
      {(fault) => (
        <p class="note missed">
          <Icon name="warning" />
          <span>
            <b>{t().audit.broken(whole(fault().sequence))}</b>
            {t().colon}
            {t().audit.why[fault().why]} {t().audit.brokenText(entries())}
          </span>
        </p>
      )}
    </Show>
  )
}

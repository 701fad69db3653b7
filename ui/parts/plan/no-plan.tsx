import { t } from '../../words/index.ts'
import { Blank } from '../states.tsx'

/** Nothing was computed here yet. */
export function NoPlan(props: { villages: number; begin: () => void }) {
  return (
    <section class="card">
      <Blank icon="plan" title={t().plan.emptyTitle} text={t().plan.emptyText(props.villages)}>
        <button type="button" class="button primary desk-only" onClick={() => props.begin()}>
          {t().plan.start}
        </button>
        <p class="phone-only">{t().plan.deskOnly}</p>
      </Blank>
    </section>
  )
}

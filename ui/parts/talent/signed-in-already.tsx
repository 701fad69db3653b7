import { useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { useLeave } from '../account/account-menu.tsx'
import { Blank } from '../states.tsx'
import { Title } from '../title.tsx'

/** An invitation opens an account for somebody who has none; whoever is signed in has one. */
export function SignedInAlready() {
  const { account } = useSession()
  const leave = useLeave()
  return (
    <section class="card">
      <Title text={t().enrol.title} />
      <Blank icon="person" title={t().enrol.inside(account().name)} text={t().enrol.insideText}>
        <button type="button" class="button" onClick={() => leave()}>
          {t().signIn.signOut}
        </button>
      </Blank>
    </section>
  )
}

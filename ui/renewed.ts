/** One new start is enough; what fails again is said on the page. */
const AGAIN_MS = 30_000
const KEY = 'yanzhen.renewed'

/** The program was renewed while a page stood open: its parts go by other names now, so the page starts anew. */
export function startAnewWhenRenewed(): void {
  addEventListener('vite:preloadError', () => {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < AGAIN_MS) return
    sessionStorage.setItem(KEY, String(Date.now()))
    void whenAnswering(() => location.reload())
  })
}

/** A server that does not answer would leave nothing on the screen at all. */
async function whenAnswering(act: () => void): Promise<void> {
  const answer = await fetch('/api/v1/health').catch(() => null)
  if (answer?.ok) act()
}

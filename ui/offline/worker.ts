/** Keeps the program on the machine, so that it opens without a network; only in a build. */
export async function registerWorker(): Promise<void> {
  if (import.meta.env.MODE === 'development' || !('serviceWorker' in navigator)) return
  // A browser that refuses still logs, as long as the page is open.
  await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}

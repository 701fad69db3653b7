import { requireNode, sayFailure } from './start-failure.ts'

try {
  requireNode(process.versions.node)
  // What is written holds personal data: its owner alone reads it.
  process.umask(0o077)
  const { start } = await import('./start.ts')
  await start(process.env)
} catch (error) {
  sayFailure(error)
  process.exit(1)
}

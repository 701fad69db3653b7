import { requireNode, sayFailure } from './start-failure.ts'

try {
  requireNode(process.versions.node)
  const { start } = await import('./start.ts')
  await start(process.env)
} catch (error) {
  sayFailure(error)
  process.exit(1)
}

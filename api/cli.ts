import { requireNode, sayFailure } from './start-failure.ts'

try {
  requireNode(process.versions.node)
  // What is written holds personal data: its owner alone reads it.
  process.umask(0o077)
  const { runCommand } = await import('./commands.ts')
  process.exitCode = await runCommand(process.argv.slice(2), process.env)
} catch (error) {
  sayFailure(error)
  process.exit(1)
}

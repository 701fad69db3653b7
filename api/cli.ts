import { requireNode, sayFailure } from './start-failure.ts'

try {
  requireNode(process.versions.node)
  const { runCommand } = await import('./commands.ts')
  process.exitCode = await runCommand(process.argv.slice(2), process.env)
} catch (error) {
  sayFailure(error)
  process.exit(1)
}

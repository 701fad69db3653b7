import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { wrongUse } from '../start-failure.ts'

export type Environment = Record<string, string | undefined>
/** Runs with the arguments after its name and answers the exit code. */
export type Command = (args: string[], env: Environment) => Promise<number>

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>['values']

/**
 * A command with its own options; what it does not know is refused. `words` says how many words may stand beside. What
 * runs answers an exit code, or something else when all went well.
 */
export function defineCommand<const Options extends ParseArgsOptionsConfig>(
  { options, words = 0 }: { options: Options; words?: number },
  run: (values: Values<Options>, env: Environment, words: string[]) => Promise<unknown>,
): Command {
  return async (args, env) => {
    const { values, positionals } = read(args, options)
    const extra = positionals[words]
    if (extra !== undefined)
      throw wrongUse(`多余的参数“${extra}”。`, `“${extra}” is one argument too many.`)
    const code = await run(values, env, positionals)
    return typeof code === 'number' ? code : 0
  }
}

function read<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error).split('. ')[0]
    throw wrongUse(`参数有误：${message}。`, `Wrong arguments: ${message}.`)
  }
}

/** What programs that tests start take over from here: where commands are, and code compiled before (vitest.config.ts). */
export const SURROUNDINGS: Record<'PATH', string> & Record<string, string> = {
  PATH: process.env.PATH!,
  ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
}

import { type Kernel, kernelBytes } from '../matching/index.ts'

/** Compiled for one index of people, whose memory it holds; null on a machine without these instructions. */
export function kernelFor(criteria: number): Kernel | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes(criteria)))
    return exports as unknown as Kernel
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null
    throw error
  }
}

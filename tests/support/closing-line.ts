import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line: N passed, N failed, N skipped. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    let broken = 0
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) count[test.result().state]++
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) broken++
    }
    console.log(`${count.passed} passed, ${count.failed + broken} failed, ${count.skipped + count.pending} skipped`)
  }
}

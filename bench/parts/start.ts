import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { answers, freePort, processorTimeOf, root, startProgram } from '../processes.ts'
import { figure, ratio, type Part } from '../result.ts'
import { nodeFlags } from '../servers.ts'

/** Seconds from the command of `npm start` to the first page, with nothing there and with everything there. */
export const start: Part = {
  name: 'start',
  says: 'seconds to the first page: first start with the demonstration, and restart',
  async run({ runs, say }) {
    const [first, again, worked, workedAgain] = [[] as number[], [] as number[], [] as number[], [] as number[]]
    for (let run = 1; run <= runs; run++) {
      say(`start: run ${run} of ${runs}`)
      const home = mkdtempSync(path.join(os.tmpdir(), 'khue-bench-start-'))
      const one = await timed(home)
      const two = await timed(home)
      first.push(one.seconds)
      again.push(two.seconds)
      worked.push(one.processor)
      workedAgain.push(two.processor)
      for (const folder of [home, one.place]) if (folder) rmSync(folder, { recursive: true, force: true })
    }
    return {
      part: 'start',
      figures: [
        figure('first start', 's', first),
        figure('restart', 's', again),
        figure('processor time of the first start', 's', worked),
        figure('processor time of a restart', 's', workedAgain),
      ],
      ratios: [
        ratio(
          's of the first start',
          first,
          first.map(() => 1),
          { atMost: 8 },
        ),
        ratio(
          's of a restart',
          again,
          again.map(() => 1),
          { atMost: 4 },
        ),
        ratio('restart / first start', again, first),
      ],
      notes: [
        'until the home page of the city answers with 200; the very first start after an install also compiles sources',
      ],
    }
  },
}

async function timed(home: string): Promise<{ seconds: number; processor: number; place: string }> {
  const port = await freePort()
  const began = performance.now()
  const started = await startProgram({
    program: process.execPath,
    args: [...nodeFlags, path.join(root, 'bin/khue.ts'), 'serve', '--role', 'all', '--demo'],
    env: { KHUE_HOME: home, PORT: String(port), OFFICE_PORT: '0', LISTEN: '127.0.0.1', LOG_LEVEL: 'error' },
    ready: () => answers(`http://localhost:${port}/`),
  })
  const seconds = (performance.now() - began) / 1000
  const processor = processorTimeOf(started.pid)
  while (!started.output().includes('Dữ liệu (data)')) await new Promise((resolve) => setTimeout(resolve, 20))
  const place = /Dữ liệu \(data\):\s+(\S+);/.exec(started.output())?.[1] ?? ''
  await started.stop()
  return { seconds, processor, place }
}

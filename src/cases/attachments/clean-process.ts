import { buffer } from 'node:stream/consumers'
import { cleanFile } from './clean-file.ts'
import { isAttachmentMime } from './attachment.ts'

// A process of its own that cleans one file: its type as an argument, its bytes on standard input; a line of JSON and the clean bytes on
// standard output. It is given no environment, no right to write or to start anything, and may be ended at any time.
const mime = process.argv[2]
if (!isAttachmentMime(mime)) throw new Error('clean-process: which type?')
const outcome = await cleanFile(await buffer(process.stdin), mime)
const { is } = outcome
process.stdout.write(`${JSON.stringify(is === 'clean' ? { is } : outcome)}\n`)
if (is === 'clean') process.stdout.write(outcome.body)

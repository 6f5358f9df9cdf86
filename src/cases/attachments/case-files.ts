import path from 'node:path'
import { openFileStore, type FileStore } from '../../media/file-store.ts'

/** The store of what citizens send: encrypted bytes under random names, apart from the library. */
export const caseFiles = ({ home }: { home: string }): FileStore => openFileStore(path.join(home, 'case-files'))

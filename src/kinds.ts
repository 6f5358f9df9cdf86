import { articleKind } from './articles/article.ts'
import type { Kinds } from './editions/content.ts'

/** The kinds of content of this installation. */
export const kinds: Kinds = new Map([[articleKind.name, articleKind]])

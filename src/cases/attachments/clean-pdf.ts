import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { cleanJpegSegments } from './clean-jpeg-segments.ts'
import { Uncleanable } from './uncleanable.ts'

/** No letter of a citizen is longer. */
const mostPages = 1000
const mostObjects = 200_000

/** Entries that tell of people and programs, or act by themselves, wherever they stand. */
const forbidden = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'OpenAction',
  'AA',
  'JS',
  'JavaScript',
  'EmbeddedFiles',
  'EmbeddedFile',
  'EF',
  'RF',
  'AF',
  'Collection',
  'XFA',
  'Thumb',
  'URLS',
  'AlternatePresentations',
  'Renditions',
  'Perms',
  'Legal',
  'DSS',
  'Requirements',
  'Private',
  'CreationDate',
  'ModDate',
  'SeparationInfo',
  'Threads',
  'SpiderInfo',
]
/** Actions that may stand: going to a page, opening an address in the browser. */
const harmlessActions = new Set(['GoTo', 'URI', 'Named'])
/** Annotations that may stand: what one sees on the page, links, fields of a form. */
const visible = new Set([
  'Link',
  'Widget',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Ink',
  'Stamp',
  'Caret',
])
/** Of an annotation: who made it and when, and the remark behind what is seen. */
const ofAnnotations = ['T', 'NM', 'M', 'RC', 'Popup', 'IRT', 'RT', 'Subj', 'ExData', 'Contents']

/**
 * Writes a PDF anew without properties, XMP, embedded files, scripts, actions, thumbnails, digital signatures, remarks and their
 * authors, older revisions, or anything its pages do not lead to; EXIF of photographs in it goes too. Text and look of its pages stay,
 * also what is hidden below something drawn. @throws Uncleanable.
 */
export async function cleanPdf(body: Uint8Array): Promise<Buffer> {
  const document = await load(body)
  const { context } = document
  if (context.enumerateIndirectObjects().length > mostObjects) throw new Uncleanable('large')
  try {
    delete context.trailerInfo.Info
    delete context.trailerInfo.ID
    const reached = walk(context)
    for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
    const pages = document.getPageCount()
    if (pages === 0) throw new Uncleanable('broken')
    if (pages > mostPages) throw new Uncleanable('large')
    const written = await document.save({ addDefaultPage: false, updateFieldAppearances: false, rewrite: true })
    const again = await load(written)
    if (again.getPageCount() !== pages) throw new Uncleanable('broken')
    return Buffer.from(written)
  } catch (error) {
    throw error instanceof Uncleanable ? error : new Uncleanable('broken', error)
  }
}

async function load(body: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(body, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      warnOnInvalidObjects: false,
      parseSpeed: Number.POSITIVE_INFINITY,
      capNumbers: true,
    })
  } catch (error) {
    throw new Uncleanable(error instanceof EncryptedPDFError ? 'encrypted' : 'broken', error)
  }
}

/** Cleans everything the trailer leads to, and gives what that is. Without recursion: a file may be nested at will. */
function walk(context: PDFContext): Set<PDFRef> {
  const reached = new Set<PDFRef>()
  const seen = new Set<PDFObject>()
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next instanceof PDFRef) {
      reached.add(next)
      const target = context.lookup(next)
      if (target) waiting.push(target)
    } else if (next instanceof PDFArray) {
      waiting.push(...next.asArray())
    } else if (next instanceof PDFDict) {
      cleanDict(next)
      waiting.push(...next.values())
    } else if (next instanceof PDFStream) {
      cleanStream(context, next)
      waiting.push(next.dict)
    }
  }
  return reached
}

const nameIn = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

function cleanDict(dict: PDFDict): void {
  for (const key of forbidden) dict.delete(PDFName.of(key))
  if (isHarmfulAction(dict)) empty(dict)
  // A signature holds name, place and certificate, and would no longer be valid.
  if (nameIn(dict, 'FT') === 'Sig') dict.delete(PDFName.of('V'))
  if (nameIn(dict, 'Type') === 'Annot' && !isVisible(dict)) empty(dict)
  const annots = dict.lookup(PDFName.of('Annots'))
  if (annots instanceof PDFArray) cleanAnnotations(annots)
}

const isVisible = (annotation: PDFDict): boolean => visible.has(nameIn(annotation, 'Subtype') ?? '')

function empty(dict: PDFDict): void {
  for (const key of dict.keys()) dict.delete(key)
}

function isHarmfulAction(dict: PDFDict): boolean {
  const action = nameIn(dict, 'S')
  const type = nameIn(dict, 'Type')
  if (type === 'Action') return action === undefined || !harmlessActions.has(action)
  return (
    action !== undefined &&
    /^(JavaScript|Launch|SubmitForm|ImportData|ResetForm|GoToR|GoToE|Rendition|Sound|Movie|Hide|SetOCGState|Trans|GoTo3DView|RichMediaExecute|Thread)$/.test(
      action,
    ) &&
    type === undefined
  )
}

function cleanAnnotations(annots: PDFArray): void {
  for (let at = annots.size() - 1; at >= 0; at--) {
    const annotation = annots.lookup(at)
    const subtype = annotation instanceof PDFDict ? nameIn(annotation, 'Subtype') : undefined
    if (!(annotation instanceof PDFDict) || !isVisible(annotation)) {
      annots.remove(at)
      // The tree of a tagged page may lead to it all the same.
      if (annotation instanceof PDFDict) empty(annotation)
      continue
    }
    // T of a field is its name; the words of a text box are what one sees.
    const isField = subtype === 'Widget'
    for (const key of ofAnnotations) {
      if (!(isField && key === 'T') && !(subtype === 'FreeText' && key === 'Contents'))
        annotation.delete(PDFName.of(key))
    }
  }
}

/** Photographs carry EXIF of their own inside a PDF. */
function cleanStream(context: PDFContext, stream: PDFStream): void {
  if (!(stream instanceof PDFRawStream) || lastFilter(stream.dict) !== 'DCTDecode') return
  const cleaned = cleanJpegSegments(stream.contents)
  const ref = cleaned && context.getObjectRef(stream)
  if (!ref) return
  context.assign(ref, PDFRawStream.of(stream.dict, cleaned))
}

function lastFilter(dict: PDFDict): string | undefined {
  const filter = dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only instanceof PDFName ? only.decodeText() : undefined
}

import path from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import sharp from 'sharp'
import { rewriteXml, type XmlAttribute, type XmlRules, type XmlTag } from './rewrite-xml.ts'
import { Uncleanable } from './uncleanable.ts'
import { unpack } from './unpack.ts'

/** Parts that are kept, by the end of their content type; anything else (macros, objects, comments, properties …) goes. */
const keptTypes =
  /(?:wordprocessingml\.(?:document\.main|template\.main|styles|numbering|settings|fontTable|footnotes|endnotes|header|footer)|ms-word\.(?:document|template)\.macroEnabled\.main|ms-word\.stylesWithEffects|officedocument\.theme|drawingml\.(?:chart|diagramData|diagramLayout|diagramStyle|diagramColors)|ms-office\.(?:chartstyle|chartcolorstyle|drawingml\.diagramLayout)|ms-office\.drawingml\.diagramDrawing)\+xml$/
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const pictures: Record<string, 'jpeg' | 'png' | 'gif' | 'webp'> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
}
const mostPixels = 50_000_000
const mostPictures = 300

/**
 * Writes a Word document anew: properties, comments, names and dates of tracked changes (which count as accepted), session numbers,
 * macros, embedded objects, fields and everything that leads outside go; its pictures lose their EXIF. @throws Uncleanable.
 */
export async function cleanDocx(body: Uint8Array): Promise<Buffer> {
  const parts = unpack(body)
  if (body[0] !== 0x50 || body[1] !== 0x4b) throw new Uncleanable('broken')
  if (parts.has('EncryptedPackage')) throw new Uncleanable('encrypted')
  const types = readTypes(parts)
  const main = mainPart(parts)
  if (!types.get(main)?.endsWith('main+xml')) throw new Uncleanable('broken')
  const kept = new Map<string, Uint8Array>()
  await keepPictures(parts, kept)
  const xmlParts = [...parts.keys()].filter((name) => keptTypes.test(types.get(name) ?? ''))
  const shown = new Set<string>()
  const standing = new Set([...kept.keys(), ...xmlParts])
  for (const name of xmlParts) {
    const relations = readRelations(parts, name).filter(({ target }) => target !== undefined && standing.has(target))
    if (relations.length > 0) kept.set(relationsName(name), writeRelations(name, relations))
    for (const { target } of relations) shown.add(target!)
    kept.set(name, rewriteXml(parts.get(name)!, rulesFor(new Set(relations.map(({ id }) => id)))))
  }
  if (!/<(?:\w+:)?body[\s>/]/.test(Buffer.from(kept.get(main)!).toString())) throw new Uncleanable('broken')
  // A picture nothing shows, such as the thumbnail of the file, goes too.
  for (const name of kept.keys()) if (isPicture(name) && !shown.has(name)) kept.delete(name)
  const root = { id: 'rId1', type: `${officeRelations}/officeDocument`, target: main }
  kept.set('_rels/.rels', writeRelations('', [root]))
  return pack(kept, types, main)
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function readTypes(parts: Map<string, Uint8Array>): Map<string, string> {
  const list = parts.get('[Content_Types].xml')
  if (!list) throw new Uncleanable('broken')
  const types = new Map<string, string>()
  for (const { local, attributes } of tagsOf(list)) {
    const type = valueOf(attributes, 'ContentType')
    if (local === 'Override' && type) types.set((valueOf(attributes, 'PartName') ?? '').replace(/^\//, ''), type)
  }
  return types
}

function mainPart(parts: Map<string, Uint8Array>): string {
  const main = readRelations(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (!main || !parts.has(main)) throw new Uncleanable('broken')
  return main
}

interface Relation {
  id: string
  type: string
  /** Name of the part; undefined for what lies outside. */
  target: string | undefined
}

const relationsName = (part: string): string =>
  path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`)

function readRelations(parts: Map<string, Uint8Array>, part: string): Relation[] {
  const list = parts.get(part === '' ? '_rels/.rels' : relationsName(part))
  if (!list) return []
  return tagsOf(list)
    .filter(({ local }) => local === 'Relationship')
    .map(({ attributes }) => {
      const target = valueOf(attributes, 'Target') ?? ''
      const isOutside =
        valueOf(attributes, 'TargetMode')?.toLowerCase() === 'external' || /^[a-z][a-z\d+.-]*:/i.test(target)
      const place = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(part), target)
      return {
        id: valueOf(attributes, 'Id') ?? '',
        type: valueOf(attributes, 'Type') ?? '',
        target: isOutside ? undefined : place,
      }
    })
}

function writeRelations(part: string, relations: readonly Relation[]): Buffer {
  const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
  const from = part === '' ? '' : path.posix.dirname(part)
  const lines = relations.map(
    ({ id, type, target }) =>
      `<Relationship Id="${attribute(id)}" Type="${attribute(type)}" Target="${attribute(path.posix.relative(from, target!))}"/>`,
  )
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`,
  )
}

/** Every tag of a small part. */
function tagsOf(body: Uint8Array): XmlTag[] {
  const tags: XmlTag[] = []
  rewriteXml(body, { element: (tag) => (tags.push(tag), 'keep'), attribute: ({ value }) => value })
  return tags
}

const valueOf = (attributes: readonly XmlAttribute[], name: string): string | undefined =>
  attributes.find(({ local }) => local === name)?.value

const pictureFormat = (name: string) => pictures[path.posix.extname(name).slice(1).toLowerCase()]
const isPicture = (name: string): boolean => pictureFormat(name) !== undefined

async function keepPictures(parts: Map<string, Uint8Array>, kept: Map<string, Uint8Array>): Promise<void> {
  let seen = 0
  for (const [name, bytes] of parts) {
    const format = pictureFormat(name)
    if (!format) continue
    if (++seen > mostPictures) throw new Uncleanable('large')
    const written = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .toFormat(format)
      .timeout({ seconds: 20 })
      .toBuffer()
      .catch(() => undefined)
    if (written) kept.set(name, written)
  }
}

/** With all inside: remarks, what was deleted, old formats, objects, fields, settings that name files or people. */
const dropped = new Set(
  `commentRangeStart commentRangeEnd commentReference annotationRef del moveFrom rPrChange pPrChange sectPrChange tblPrChange trPrChange
  tcPrChange tblGridChange tblPrExChange numberingChange cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart
  moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart
  customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd object OLEObject control altChunk subDoc attachedTemplate rsids
  docVars mailMerge documentProtection writeProtection trackRevisions attachedSchema saveThroughXslt proofErr permStart permEnd sdtPr
  sdtEndPr instrText delInstrText fldChar delText docId chartTrackingRefBased externalData userShapes persistentDocumentId
  conflictIns conflictDel contentPart webSettings frameset hlinkClick hlinkHover hlinkMouseOver extLst`
    .split(/\s+/)
    .filter(Boolean),
)
const unwrapped = new Set(['ins', 'moveTo', 'hyperlink', 'fldSimple', 'smartTag', 'customXml'])
const droppedAttributes = /^(?:rsid\w*|author|date|initials|paraId|textId|userId|providerId|href|durableId)$/i

function rulesFor(relations: ReadonlySet<string>): XmlRules {
  return {
    element: ({ local }) => (dropped.has(local) ? 'drop' : unwrapped.has(local) ? 'unwrap' : 'keep'),
    attribute: ({ local, prefix, value }, element) => {
      if (droppedAttributes.test(local)) return undefined
      // What it pointed to is gone, or lay outside.
      if (prefix === 'r' || prefix === 'o') return prefix === 'r' && relations.has(value) ? value : undefined
      // Word calls a picture by the name, and often the folder, of its file.
      if (element === 'cNvPr' || element === 'docPr')
        return local === 'name' ? 'Hình' : local === 'id' ? value : undefined
      return value
    },
  }
}

function pack(kept: Map<string, Uint8Array>, types: Map<string, string>, main: string): Buffer {
  const overrides = [...kept.keys()]
    .filter((name) => types.has(name))
    .map((name) => `<Override PartName="/${name}" ContentType="${name === main ? mainType : types.get(name)}"/>`)
  const defaults = ['rels', ...Object.keys(pictures)].map(
    (extension) =>
      `<Default Extension="${extension}" ContentType="${extension === 'rels' ? 'application/vnd.openxmlformats-package.relationships+xml' : `image/${pictures[extension]}`}"/>`,
  )
  const list = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`
  const files: Zippable = { '[Content_Types].xml': Buffer.from(list) }
  for (const [name, bytes] of kept) files[name] = bytes
  return Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 2), level: 6 }))
}

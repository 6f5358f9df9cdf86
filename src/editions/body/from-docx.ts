import mammoth from 'mammoth'
import { bodyFromHtml, type FromHtml, type PictureOf } from './from-html.ts'
import { unpacksWithinBounds } from './unpacked-size.ts'

/** A picture found in a document, to be put into the library. */
export interface DocxPicture {
  /** Stands for the picture in the text until the library has it. */
  src: string
  /** For naming the file; the library reads the type from the content. */
  name: string
  body: Buffer
}
export interface DocxReading {
  /** The text of the style "Title", when the document has one. */
  title: string
  pictures: DocxPicture[]
  /** The text, once the library has said which picture is which. */
  read(pictureOf: PictureOf): FromHtml
}

const styleMap = [
  "p[style-name='Title'] => p.document-title:fresh",
  "p[style-name='Tiêu đề'] => p.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  'u => u',
  'strike => s',
]

/** Reads a Word document (.docx). Undefined when it is none or would unpack beyond all measure. */
export async function readDocx(file: Buffer): Promise<DocxReading | undefined> {
  if (file.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004' || !unpacksWithinBounds(file)) return undefined
  const pictures: DocxPicture[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `docx:${pictures.length + 1}`
    const place = pictures.length
    pictures.push({ src, name: `hinh-${place + 1}.${extensionOf(image.contentType)}`, body: Buffer.alloc(0) })
    pictures[place]!.body = await image.readAsBuffer()
    return { src }
  })
  try {
    const { value: html } = await mammoth.convertToHtml({ buffer: file }, { styleMap, convertImage })
    const titled = /^\s*<p class="document-title">([\s\S]*?)<\/p>/.exec(html)
    const title = titled
      ? bodyFromHtml(titled[1]!)
          .body.content.flatMap((node) => node.content ?? [])
          .map((node) => node.text ?? ' ')
          .join('')
      : ''
    const rest = titled ? html.slice(titled[0].length) : html
    return { title, pictures, read: (pictureOf) => bodyFromHtml(rest, pictureOf) }
  } catch {
    // Not a document mammoth can open: broken, encrypted, or another kind of archive.
    return undefined
  }
}

const extensionOf = (contentType: string): string =>
  ({ 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/tiff': 'tiff' })[
    contentType
  ] ?? 'bin'

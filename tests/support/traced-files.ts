import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'

/** Files that tell more than they show; every trace in them carries this word. */
export const trace = 'DAUVET'

/** A photograph with the place it was taken at, turned on its side by EXIF. */
export const tracedPhoto = (
  format: 'jpeg' | 'webp' | 'png' = 'jpeg',
  size = { width: 300, height: 200 },
): Promise<Buffer> =>
  sharp({ create: { ...size, channels: 3, background: '#2f6f4f' } })
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Copyright: trace, Artist: trace },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '21/1 2/1 3000/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 50/1 0/1',
        GPSAreaInformation: trace,
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${trace}"/></rdf:RDF></x:xmpmeta>`,
    )
    .toFormat(format)
    .toBuffer()

/** A PDF with properties, XMP, an embedded file, scripts, a remark, and a photograph with EXIF. Its page says "Noi dung". */
export async function tracedPdf(more: (document: PDFDocument) => void | Promise<void> = () => {}): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setTitle(trace)
  document.setAuthor(trace)
  document.setKeywords([trace])
  const page = document.addPage([300, 400])
  page.drawText('Noi dung', { x: 40, y: 300, size: 20 })
  page.drawImage(await document.embedJpg(await tracedPhoto()), { x: 40, y: 40, width: 90, height: 60 })
  await document.attach(Buffer.from(`${trace} trong tep`), `${trace}.txt`, { description: trace })
  document.addJavaScript(trace, `app.alert("${trace}")`)
  const { context } = document
  const xmp = context.stream(`<rdf>${trace}</rdf>`, { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), context.register(xmp))
  document.catalog.set(
    PDFName.of('OpenAction'),
    context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(trace) }),
  )
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Nguoi: { Private: PDFString.of(trace) } }))
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Text',
          Rect: [0, 0, 9, 9],
          T: PDFString.of(trace),
          Contents: PDFString.of(trace),
        }),
      ),
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Square',
          Rect: [9, 9, 30, 30],
          T: PDFString.of(trace),
          Contents: PDFString.of(trace),
        }),
      ),
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [40, 290, 90, 320],
          A: { S: 'URI', URI: PDFString.of('https://ba-dinh.example/') },
        }),
      ),
      context.register(
        context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 5, 5], A: { S: 'Launch', F: PDFString.of(trace) } }),
      ),
    ]),
  )
  // A tagged page leads to its remarks by a tree of its own.
  const remark = context.register(context.obj({ Subtype: 'Popup', Rect: [0, 0, 9, 9], Contents: PDFString.of(trace) }))
  page.node.Annots()?.push(remark)
  document.catalog.set(
    PDFName.of('StructTreeRoot'),
    context.obj({ Type: 'StructTreeRoot', K: { Type: 'OBJR', Obj: remark } }),
  )
  // Reached from nowhere, as what is left of an older revision.
  context.register(context.obj({ Cu: PDFString.of(trace) }))
  await more(document)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A Word document with an author, a comment, tracked changes, a link outside and a photograph with EXIF; it reads "Giữ lại, đã thêm". */
export async function tracedDocx(more: (parts: Record<string, Uint8Array>) => void = () => {}): Promise<Buffer> {
  const by = { id: 1, author: trace, date: '2026-01-02T03:04:05Z' }
  const document = new Document({
    creator: trace,
    lastModifiedBy: trace,
    title: trace,
    description: trace,
    customProperties: [{ name: trace, value: trace }],
    comments: { children: [{ ...by, id: 0, date: new Date(by.date), children: [new Paragraph(trace)] }] },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('Giữ lại'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new InsertedTextRun({ ...by, text: ', đã thêm' }),
              new DeletedTextRun({ ...by, id: 2, text: `${trace} bị xóa` }),
              new ExternalHyperlink({ link: `https://${trace}.example/`, children: [new TextRun(' liên kết')] }),
              new ImageRun({
                type: 'jpg',
                data: await tracedPhoto(),
                transformation: { width: 90, height: 60 },
                altText: { name: `C:\\${trace}\\anh.jpg`, description: trace, title: trace },
              }),
            ],
          }),
        ],
      },
    ],
  })
  const parts: Record<string, Uint8Array> = unzipSync(await Packer.toBuffer(document))
  // What the library does not write: macros, an embedded object, session numbers, a field, a template elsewhere.
  parts['word/vbaProject.bin'] = strToU8(trace)
  parts['word/embeddings/oleObject1.bin'] = strToU8(trace)
  parts['docProps/thumbnail.jpeg'] = await tracedPhoto()
  parts['word/document.xml'] = strToU8(
    Buffer.from(parts['word/document.xml']!)
      .toString()
      .replace(
        '<w:p>',
        `<w:p w:rsidR="00${trace}" w:rsidRDefault="00${trace}"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO ${trace}</w:instrText></w:r>`,
      ),
  )
  parts['word/settings.xml'] = strToU8(
    Buffer.from(parts['word/settings.xml']!)
      .toString()
      .replace(
        '</w:settings>',
        `<w:rsids><w:rsidRoot w:val="00${trace}"/></w:rsids><w:attachedTemplate r:id="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:settings>`,
      ),
  )
  more(parts)
  return Buffer.from(zipSync(parts))
}

import type { Editor } from '@tiptap/core'
import { Node as ProseNode, Slice } from '@tiptap/pm/model'
import { htmlToNodes, type HtmlNode } from '../../editions/body/html-to-nodes.ts'
import { readBody } from '../../editions/body/read-body.ts'
import { goOnBelow } from './insert-blocks.ts'
import type { PictureQueue } from './picture-queue.ts'
import { say } from './words.ts'

/** Clean paste: the same reading as on the server, so what is seen is what is saved. What is left out is named. */
export function handlePaste(
  editor: Editor,
  pictures: PictureQueue,
  name: (dropped: string[]) => void,
): (event: ClipboardEvent) => boolean {
  return (event) => {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const files = [...(event.clipboardData?.files ?? [])]
    // A picture copied alone comes as a file, often with an HTML shell around it.
    if (files.length > 0 && !/<(p|table|h\d|li|div)[\s>]/i.test(html)) {
      pictures.insert(editor, files)
      return true
    }
    // What was copied in an editor of ours is exact already.
    if (html === '' || html.includes('data-pm-slice')) return false
    const { content, dropped } = readHtml(html, pictures)
    const made = content.map((node) => ProseNode.fromJSON(editor.schema, node))
    const open = (node: ProseNode | undefined): 0 | 1 => (node?.type.name === 'paragraph' ? 1 : 0)
    const fragment = editor.schema.topNodeType.create(null, made).content
    editor.view.dispatch(
      editor.state.tr
        .replaceSelection(new Slice(fragment, open(made[0]), open(made.at(-1))))
        .scrollIntoView()
        .setMeta('paste', true),
    )
    goOnBelow(editor)
    if (dropped.length > 0) name(dropped)
    return true
  }
}

function readHtml(html: string, pictures: PictureQueue): { content: Record<string, unknown>[]; dropped: string[] } {
  const dropped = new Set<string>()
  const remote = say('remotePictures')
  const dom = new DOMParser().parseFromString(html, 'text/html')
  const waiting = new Map<number, string>()
  const nodes = htmlToNodes(childrenOf(dom.body), {
    drop: (what) => dropped.add(what),
    pictureOf: (src, alt) => {
      const file = fileOf(src)
      if (!file) {
        if (/^(https?:)?\/\//i.test(src)) dropped.add(remote)
        return undefined
      }
      // A number no file has keeps the place through the reading; it becomes a picture on its way below.
      const place = 2_000_000_000 + waiting.size
      waiting.set(place, pictures.send(file))
      return { mediaId: place, alt }
    },
  })
  const read = readBody({ type: 'doc', content: nodes })
  const content = read.body.content.map((node) => restore(node as unknown as Record<string, unknown>, waiting))
  const host = [...dropped].filter((what) => what === remote || !(what.startsWith('hình ở ') && dropped.has(remote)))
  return { content, dropped: [...new Set([...host, ...read.dropped])] }
}

function restore(node: Record<string, unknown>, waiting: ReadonlyMap<number, string>): Record<string, unknown> {
  const attrs = node.attrs as { mediaId?: number } | undefined
  const uploadId = attrs?.mediaId === undefined ? undefined : waiting.get(attrs.mediaId)
  const made = uploadId ? { ...node, attrs: { ...attrs, mediaId: null, uploadId } } : node
  return Array.isArray(node.content)
    ? { ...made, content: node.content.map((child) => restore(child as Record<string, unknown>, waiting)) }
    : made
}

/** The bytes of a picture written into the HTML itself; undefined for any other address. */
function fileOf(src: string): File | undefined {
  const found = /^data:(image\/(png|jpe?g|gif|webp));base64,([\s\S]+)$/i.exec(src)
  if (!found) return undefined
  try {
    const bytes = Uint8Array.from(atob(found[3]!.replace(/\s/g, '')), (char) => char.charCodeAt(0))
    return new File([bytes], `hinh-dan.${found[2]}`, { type: found[1]! })
  } catch {
    return undefined
  }
}

function childrenOf(node: Node): (HtmlNode | string)[] {
  return [...node.childNodes].flatMap((child): (HtmlNode | string)[] => {
    if (child.nodeType === Node.TEXT_NODE) return [child.textContent ?? '']
    if (!(child instanceof Element)) return []
    return [
      {
        name: child.localName,
        attributes: Object.fromEntries([...child.attributes].map((one) => [one.name, one.value])),
        children: childrenOf(child),
      },
    ]
  })
}

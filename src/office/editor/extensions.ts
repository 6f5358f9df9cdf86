import { Node, mergeAttributes, type Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Link } from '@tiptap/extension-link'
import { ListItem } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { TextAlign } from '@tiptap/extension-text-align'
import { NodeSelection } from '@tiptap/pm/state'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { safeHref } from '../../editions/body/address.ts'
import { headingLevels, innerBlockTypes } from '../../editions/body/schema.ts'
import { nodeViews } from './node-views.ts'
import { say } from './words.ts'

const inside = innerBlockTypes.join(' | ')

/** An internal link knows its target; its address is looked up when the page is shown. */
const KnowingLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return {
      href: { default: null },
      entryId: { default: null, parseHTML: (dom) => Number(dom.getAttribute('data-entry')) || null },
    }
  },
  parseHTML: () => [
    { tag: 'a[data-entry]' },
    { tag: 'a[href]', getAttrs: (dom) => (safeHref(dom.getAttribute('href')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes: { href, entryId } }) => [
    'a',
    entryId ? { href: `/muc/${entryId}/lich-su`, 'data-entry': entryId } : { href: safeHref(href) ?? '' },
    0,
  ],
})

const leaf = (name: 'image' | 'gallery' | 'attachment' | 'video' | 'film', attributes: Record<string, unknown>): Node =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    selectable: true,
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [
          key,
          {
            default: value,
            parseHTML: (dom: HTMLElement) => JSON.parse(dom.getAttribute(`data-${key}`) ?? 'null') ?? value,
            renderHTML: (own: Record<string, unknown>) => ({ [`data-${key}`]: JSON.stringify(own[key]) }),
          },
        ]),
      ),
    parseHTML: () => [{ tag: `div[data-khue="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ 'data-khue': name }, HTMLAttributes)],
    addNodeView: () => nodeViews[name],
    // By keyboard a block is chosen with the arrows and opened with Enter, as a double click does.
    addKeyboardShortcuts() {
      return {
        Enter: ({ editor }) => {
          const { selection } = editor.state
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== name) return false
          ;(editor.view.nodeDOM(selection.from) as HTMLElement | null)
            ?.querySelector<HTMLElement>('.node-acts button')
            ?.click()
          return true
        },
      }
    },
  })

const cellAttributes = () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } })

/** The text schema of editions/body/schema.ts, as the editor knows it. */
export const extensions = (): Extensions => [
  StarterKit.configure({
    heading: { levels: [...headingLevels] },
    code: false,
    codeBlock: false,
    link: false,
    listItem: false,
    blockquote: false,
    dropcursor: { width: 3, color: 'currentColor', class: 'drop-cursor' },
    undoRedo: { depth: 200 },
  }),
  blockquote(),
  listItem(),
  KnowingLink.configure({ openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: 'https' }),
  Subscript,
  Superscript,
  TextAlign.configure({ types: ['paragraph'], alignments: ['center', 'right', 'justify'], defaultAlignment: null }),
  Placeholder.configure({ placeholder: say('bodyPlaceholder') }),
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ content: `(${inside})+`, addAttributes: cellAttributes }),
  TableHeader.extend({ content: `(${inside})+`, addAttributes: cellAttributes }),
  leaf('image', { mediaId: null, alt: '', caption: '', source: '', uploadId: null }),
  leaf('gallery', { pictures: [] }),
  leaf('attachment', { mediaId: null, name: '' }),
  leaf('video', { provider: 'youtube', videoId: '', title: '' }),
  leaf('film', { film: null, poster: null, captions: [], title: '', transcript: [] }),
]

const blockquote = () => Blockquote.extend({ content: `(${inside})+` })
const listItem = () => ListItem.extend({ content: `paragraph (${inside})*` })

import { SaxesParser } from 'saxes'
import { Uncleanable } from './uncleanable.ts'

export interface XmlTag {
  /** Name without its prefix. */
  local: string
  attributes: readonly XmlAttribute[]
}
export interface XmlAttribute {
  name: string
  local: string
  prefix: string
  value: string
}

/** What to do with each element and attribute. */
export interface XmlRules {
  /** keep; drop: with all inside; unwrap: what is inside stays. */
  element(tag: XmlTag): 'keep' | 'drop' | 'unwrap'
  /** The value to write; undefined leaves it out. */
  attribute(attribute: XmlAttribute, element: string): string | undefined
}

const mostDepth = 400

/** Writes XML anew by rules; comments, instructions and document types go. @throws Uncleanable on what is no XML, or brings a document type. */
export function rewriteXml(body: Uint8Array, rules: XmlRules): Buffer {
  const parser = new SaxesParser({ xmlns: true })
  const written: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const open: ('keep' | 'drop' | 'unwrap')[] = []
  let dropping = 0
  const text = (words: string): void => {
    if (dropping === 0 && open.length > 0) written.push(escapeText(words))
  }
  parser.on('error', (error) => {
    throw new Uncleanable('broken', error)
  })
  parser.on('doctype', () => {
    throw new Uncleanable('broken')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= mostDepth) throw new Uncleanable('bomb')
    const attributes = Object.values(tag.attributes)
    const fate = dropping > 0 ? 'drop' : rules.element({ local: tag.local, attributes })
    open.push(fate)
    if (fate === 'drop') dropping++
    if (fate !== 'keep') return
    const kept = attributes.flatMap((each) => {
      const isNamespace = each.prefix === 'xmlns' || each.name === 'xmlns'
      const value = isNamespace ? each.value : rules.attribute(each, tag.local)
      return value === undefined ? [] : [` ${each.name}="${escapeValue(value)}"`]
    })
    written.push(`<${tag.name}${kept.join('')}>`)
  })
  parser.on('closetag', (tag) => {
    const fate = open.pop()
    if (fate === 'drop') dropping--
    if (fate === 'keep') written.push(`</${tag.name}>`)
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(textOf(body)).close()
  return Buffer.from(written.join(''))
}

/** XML of office files is UTF-8, or UTF-16 with its mark. */
export function textOf(body: Uint8Array): string {
  const wide = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff)
  try {
    return new TextDecoder(wide ? (body[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(body)
  } catch (error) {
    throw new Uncleanable('broken', error)
  }
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
const escapeValue = (text: string): string =>
  escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')

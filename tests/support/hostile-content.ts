import fc from 'fast-check'
import { hostileText, part } from './hostile.ts'

const deep = (depth: number): unknown =>
  depth === 0 ? { type: 'text', text: 'x' } : { type: 'blockquote', content: [deep(depth - 1)] }

const node: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'body' },
    fc.record({
      type: fc.constant('text'),
      text: hostileText.filter((text) => text.length < 100),
      marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'link', 'nope'), attrs: tie('attrs') }), {
        maxLength: 2,
      }),
    }),
    fc.record({
      type: fc.constantFrom(
        'doc',
        'paragraph',
        'heading',
        'bulletList',
        'orderedList',
        'listItem',
        'table',
        'tableRow',
        'tableCell',
        'image',
        'gallery',
        'attachment',
        'video',
        'film',
        'nope',
        '__proto__',
      ),
      attrs: tie('attrs'),
      content: fc.array(tie('node'), { maxLength: 3 }),
    }),
    part,
  ),
  attrs: fc.dictionary(
    fc.constantFrom(
      'mediaId',
      'entryId',
      'href',
      'level',
      'start',
      'colspan',
      'rowspan',
      'provider',
      'videoId',
      'film',
      'captions',
      'transcript',
      'alt',
      'caption',
      'source',
      'pictures',
      'name',
      'title',
      'textAlign',
    ),
    part,
    { maxKeys: 5 },
  ),
})).node

/** Values for endpoints that take JSON: near a content value, and far from one. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        baseRevision: fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) },
          { weight: 1, arbitrary: part },
        ),
        kind: fc.constantFrom('save', 'autosave', 'conflict', null),
        typing: part,
        name: hostileText,
        content: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.record(
              {
                title: fc.oneof(hostileText, part),
                summary: part,
                slug: part,
                genre: part,
                language: part,
                source: part,
                sourceUrl: part,
                body: fc.oneof(
                  fc.record({ type: fc.constant('doc'), content: fc.array(node, { maxLength: 4 }) }),
                  part,
                ),
                lead: fc.oneof(fc.constant(null), fc.record({ mediaId: part, alt: part, caption: part, source: part })),
                gallery: fc.array(fc.record({ mediaId: part, alt: part, caption: part, source: part }), {
                  maxLength: 3,
                }),
                attachments: fc.array(fc.record({ mediaId: part, name: part }), { maxLength: 3 }),
                credits: fc.array(fc.record({ authorId: part, name: part, part }), { maxLength: 3 }),
                sectionIds: fc.oneof(fc.array(part), part),
                topicIds: fc.oneof(fc.array(part), part),
                tags: fc.oneof(fc.array(part), part),
                relatedIds: fc.oneof(fc.array(part), part),
              },
              { requiredKeys: ['title'] },
            ),
          },
          { weight: 1, arbitrary: part },
        ),
      },
      { requiredKeys: ['baseRevision', 'content'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      null,
      [],
      1,
      'x',
      {},
      { content: { body: deep(2000) }, baseRevision: 1 },
      JSON.parse('{"__proto__":{"x":1},"content":{"__proto__":null,"title":"t"},"baseRevision":1}'),
    ),
  },
)

import { filmFrom, posterUrl } from '../../delivery/components/film.tsx'
import type { LiveFiles } from '../../delivery/live-media.ts'
import type { Content } from '../../editions/content.ts'
import { fileUrl } from '../../media/address.ts'

/** schema.org's form of the films of an article that lie on the portal itself. */
export function filmData(
  content: Content,
  files: LiveFiles,
  at: { origin: string; publishedAt: Date },
): Record<string, unknown>[] {
  return content.body.content
    .filter(({ type }) => type === 'film')
    .flatMap((node) => {
      const { film, poster, title, transcript } = filmFrom(node.attrs ?? {})
      const file = files.get(film.mediaId)
      if (file?.kind !== 'video') return []
      const picture = posterUrl(files.get(poster?.mediaId ?? content.lead?.mediaId ?? 0), 1280)
      return [
        {
          '@type': 'VideoObject',
          name: title || content.title,
          description: content.summary || title || content.title,
          thumbnailUrl: picture && `${at.origin}${picture}`,
          uploadDate: at.publishedAt.toISOString(),
          duration: file.durationMs === null ? undefined : `PT${Math.max(1, Math.round(file.durationMs / 1000))}S`,
          contentUrl: `${at.origin}${fileUrl(file.id, file.name)}`,
          encodingFormat: file.mime,
          inLanguage: content.language,
          transcript: transcript.map(({ text }) => text).join('\n') || undefined,
        },
      ]
    })
}

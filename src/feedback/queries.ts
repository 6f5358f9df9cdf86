import type { Database } from '../database/connect.ts'
import type { Moment } from './feedback.ts'

/** The place of a report, for those who deal with it. */
export interface FeedbackPlaceView {
  unitId: number | null
  address: string
  latitude: number | null
  longitude: number | null
  precision: string
}

/** A picture of a report, with who answers for it. */
export interface ModeratedPhoto {
  id: number
  mediaId: number
  moment: Moment
  alt: string
  checkedByName: string | null
  checkedAt: Date
}

/** What is public of a report. */
export interface PublishedFeedback {
  title: string
  words: string
  place: string
  answer: string
  isExact: boolean
  voices: number
  moderatedAt: Date
  moderatedByName: string | null
  letStand: { reason?: string }[]
}

/** A report as its moderators see it, beside the case itself. */
export interface Moderation {
  place: FeedbackPlaceView | undefined
  published: PublishedFeedback | undefined
  photos: ModeratedPhoto[]
  /** Pictures of the sender that are clean, by number. */
  pictures: number[]
  /** The approved answer, to begin the public one with. */
  answer: string
}

export async function moderationOf(db: Database, caseId: number): Promise<Moderation> {
  const [place, published, photos, pictures, answer] = await Promise.all([
    db
      .selectFrom('feedbackPlace')
      .select(['unitId', 'address', 'latitude', 'longitude', 'precision'])
      .where('caseId', '=', caseId)
      .executeTakeFirst(),
    db
      .selectFrom('publicFeedback as f')
      .leftJoin('person as p', 'p.id', 'f.moderatedBy')
      .select(['f.title', 'f.words', 'f.place', 'f.answer', 'f.isExact', 'f.voices', 'f.moderatedAt', 'f.letStand'])
      .select('p.name as moderatedByName')
      .where('f.caseId', '=', caseId)
      .executeTakeFirst(),
    db
      .selectFrom('feedbackPhoto as f')
      .leftJoin('person as p', 'p.id', 'f.checkedBy')
      .select(['f.id', 'f.mediaId', 'f.moment', 'f.alt', 'f.checkedAt', 'p.name as checkedByName'])
      .where('f.caseId', '=', caseId)
      .orderBy('f.id')
      .execute(),
    db
      .selectFrom('caseAttachment')
      .select('id')
      .where('caseId', '=', caseId)
      .where('state', '=', 'clean')
      .where('mime', 'like', 'image/%')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('caseAnswer')
      .select('body')
      .where('caseId', '=', caseId)
      .where('state', '=', 'approved')
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  return {
    place,
    published: published as PublishedFeedback | undefined,
    photos: photos as ModeratedPhoto[],
    pictures: pictures.map(({ id }) => id),
    answer: answer?.body ?? '',
  }
}

// Every article of the demonstration, city first. The order here is not the order of publication.
import type { DemoArticle } from './article.ts'
import { baDinhDeskArticles } from './articles/ba-dinh-desk.ts'
import { baDinhFilmArticles } from './articles/ba-dinh-film.ts'
import { baDinhLifeArticles } from './articles/ba-dinh-life.ts'
import { baDinhNoticeArticles } from './articles/ba-dinh-notices.ts'
import { baDinhPendingArticles } from './articles/ba-dinh-pending.ts'
import { baDinhUrgentArticles } from './articles/ba-dinh-urgent.ts'
import { cityAboutArticles } from './articles/city-about.ts'
import { cityEnglishArticles } from './articles/city-english.ts'
import { cityGovernanceArticles } from './articles/city-governance.ts'
import { cityPendingArticles } from './articles/city-pending.ts'
import { cityPeopleArticles } from './articles/city-people.ts'
import { cityStoryArticles } from './articles/city-stories.ts'
import { cityUrbanArticles } from './articles/city-urban.ts'
import { directingDocuments } from './articles/directing-documents.ts'
import { healthArticles } from './articles/department-health.ts'
import { schoolArticles } from './articles/department-schools.ts'
import { worksArticles } from './articles/department-works.ts'
import { eastWardArticles } from './articles/wards-east.ts'
import { innerWardArticles } from './articles/wards-inner.ts'
import { westWardArticles } from './articles/wards-west.ts'

export const demoArticles: readonly DemoArticle[] = [
  ...cityGovernanceArticles,
  ...cityAboutArticles,
  ...cityEnglishArticles,
  ...cityUrbanArticles,
  ...cityStoryArticles,
  ...cityPeopleArticles,
  ...cityPendingArticles,
  ...directingDocuments,
  ...baDinhNoticeArticles,
  ...baDinhUrgentArticles,
  ...baDinhLifeArticles,
  ...baDinhFilmArticles,
  ...baDinhDeskArticles,
  ...baDinhPendingArticles,
  ...schoolArticles,
  ...healthArticles,
  ...worksArticles,
  ...innerWardArticles,
  ...eastWardArticles,
  ...westWardArticles,
]

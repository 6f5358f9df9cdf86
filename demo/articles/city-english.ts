import { type DemoArticle, unfold } from '../article.ts'

/** English versions of Vietnamese articles of the city's portal. */
export const cityEnglishArticles: readonly DemoArticle[] = [
  {
    key: 'english-about-the-network',
    translates: 'gioi-thieu-cong',
    language: 'en',
    site: 'thanh-pho',
    genre: 'news',
    section: 'gioi-thieu',
    topics: ['chuyen-doi-so'],
    tags: ['portal', 'about'],
    title: 'The city’s network of portals: one point of contact, many doors',
    summary: unfold(`
      The portals of the city, its departments and its wards share one platform, and each answers for what it publishes;
      wherever you ask, your question is passed on to the office that has to answer it.
    `),
    body: unfold(`
      The city’s portal is where its government officially publishes information, and where residents send questions,
      reports and suggestions to the offices of its administration.

      Every office used to have a site of its own, built at a different time and searched in a different way. These sites
      now form one network. Each department and each ward keeps its own portal, its own editorial board and its own
      person responsible; the technology, the picture library, the search and the way of counting are shared.

      ## What you can do here

      - Read news, documents, working schedules and notices of the office nearest to you.
      - Look up administrative procedures: which papers you need, where to hand them in, and how long the answer takes.
      - Send a question or a report and follow it with a tracking code, without opening an account.
      - Follow the news through a feed, without signing in and without being tracked.

      ## How we work

      Every article passes at least two people: nobody approves what they wrote themselves. When something is wrong we
      correct it in public and say what was changed and when. An article that is withdrawn leaves an explanation behind;
      it does not vanish.
    `),
    image: {
      file: 'ho-thap-hoang-hon.svg',
      alt: 'A lake at dusk with a small tower on a grassy island',
      caption: 'A lake in the middle of the city, late afternoon',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Ban Biên tập Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'City Portal Foreign-Language Desk', part: 'translate' },
    ],
    source: 'City Portal Editorial Board',
    state: 'published',
    publishedDaysAgo: 88,
    publishedAt: '09:00',
  },
  {
    key: 'english-pumping-stations',
    translates: 'hop-giao-ban-chong-ngap',
    language: 'en',
    site: 'thanh-pho',
    genre: 'news',
    section: 'hoat-dong-lanh-dao',
    topics: ['ky-cuong-trach-nhiem-hieu-qua', 'van-minh-do-thi'],
    tags: ['drainage', 'flooding'],
    title: 'City leaders inspect pumping stations ahead of next year’s rainy season',
    summary: unfold(`
      A delegation of the People’s Committee asked contractors to publish a finishing date for every part of the work, so
      that delays in clearing land do not hold up the whole drainage line.
    `),
    body: unfold(`
      A delegation of the People’s Committee of the city has inspected drainage works under construction in the south and
      the west. With it went representatives of the departments of construction and finance, the investor, and leaders of
      the wards the works pass through.

      At the main pumping station the contractor reported that two of four pump sets are in place. A short stretch of the
      supply canal is still blocked by outbuildings of households along its bank. The ward has talked with all of them;
      most agree, and ask only to hand over the land once the support has been paid in full.

      ## One date and one person for every part of the work

      The leaders asked for a weekly progress table for each part, naming who is in charge, to be published on the portals
      of the wards concerned. Whatever is more than two weeks late has to be explained in writing at once.

      > Residents need not know who is right among the parties. They need to know whether their lane will be flooded in
        the coming rains.

      Until the works are finished, wards check inlets, clear grates before every heavy rain, and keep mobile pumps ready
      at low points. The Department of Construction publishes the list of places that still flood, with the measures
      taken meanwhile.
    `),
    image: {
      file: 'tram-bom.svg',
      alt: 'A pumping station by a canal with two outlets discharging water',
      caption: 'A drainage pumping station in the south of the city',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'City Portal Foreign-Language Desk', part: 'translate' },
    ],
    source: 'Office of the People’s Committee',
    state: 'published',
    publishedDaysAgo: 1,
    publishedAt: '19:05',
    featured: true,
  },
  {
    key: 'english-six-steps',
    translates: 'nop-ho-so-truc-tuyen-sau-buoc',
    language: 'en',
    site: 'thanh-pho',
    genre: 'feature',
    section: 'chinh-quyen-so',
    topics: ['chuyen-doi-so', 'cai-cach-hanh-chinh'],
    tags: ['online services', 'guide'],
    title: 'Applying online in six steps: a guide to print and pin beside the computer',
    summary: unfold(`
      For everyone who applies online for the first time, and for children who want to do it together with their
      grandparents.
    `),
    body: unfold(`
      This guide was written in a community house, on an ordinary computer with an ordinary connection, so that the steps
      are exactly those you will meet. Take your time, and tick off each step when it is done.

      ## Before you begin

      You need a phone with the electronic identity application, clear photographs of the papers to hand in, and about
      twenty quiet minutes. Photograph the papers flat and in good light, without a finger over the text.

      ## Six steps

      1. Open the National Public Service Portal and sign in with your electronic identity.
      2. Type what you need into the search box, for instance a copy of a birth certificate, and choose the right office.
      3. Read the list of papers before filling in anything. If one is missing, stop; what you typed is kept as a draft.
      4. Fill in the form. Check what the system has filled in already; report what is wrong rather than changing it.
      5. Upload the photographs, and open each file again to make sure that it can be read.
      6. Pay the fee if there is one, send the application, and note down its code.

      ## Afterwards

      Within the time shown on the screen you will be told that your application was received, or what is missing. Nobody
      will call to ask for a password or a code; if somebody does, hang up and tell the police of your ward.
    `),
    image: {
      file: 'to-cong-nghe-so.svg',
      alt: 'Volunteers in blue shirts around an elderly person at a laptop',
      caption: 'Volunteers help step by step',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ truyền hình Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'City Portal Foreign-Language Desk', part: 'translate' },
    ],
    source: 'City Portal Editorial Board',
    state: 'published',
    publishedDaysAgo: 18,
    publishedAt: '10:00',
  },
  {
    key: 'english-tree-planting',
    translates: 'trong-cay-mua-dong',
    language: 'en',
    site: 'thanh-pho',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['trees', 'environment'],
    title: 'Year-end tree planting begins with school yards, river banks and streets without shade',
    summary: unfold(`
      The city chooses native species with deep roots, and every new tree has somebody who looks after it for its first
      two years.
    `),
    body: unfold(`
      The first holes of this year’s planting were dug early in the morning on the river bank. Unlike earlier campaigns,
      which only counted trees, each tree now has a card: its species, the day it was planted, and who cares for it.

      Three kinds of places come first: school yards, above all at new schools that still lie in full sun; the banks of
      rivers and lakes, where roots hold the soil; and streets with wide pavements whose old trees fell in storms.

      How the trees fare afterwards is what was discussed most. The share of living trees is published after six months
      and after a year, and those who let many die are given no more. Schools, neighbourhood groups and businesses that
      look after trees are taught how to water, stake and prune them.

      Residents who would like a tree in front of their lane, or who see a dead or leaning one, can send a report with a
      photograph through the portal of their ward.
    `),
    image: {
      file: 'trong-cay.svg',
      alt: 'Adults and children planting saplings on grass by a river',
      caption: 'Young people planting trees on the river bank',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'City Portal Foreign-Language Desk', part: 'translate' },
    ],
    source: 'Portal of Hà Nội City',
    state: 'published',
    publishedDaysAgo: 8,
    publishedAt: '09:20',
  },
]

import { mkdtempSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import { startEmbedded } from '/work/main/src/database/embedded.ts'
import { migrate } from '/work/main/src/database/migrate.ts'
import { connect } from '/work/main/src/database/connect.ts'
import { articleList, workOf } from '/work/main/src/editions/work-lists.ts'
import { offersFor } from '/work/main/src/editions/placement-queries.ts'
import { editionById } from '/work/main/src/editions/queries.ts'
const home = mkdtempSync('/tmp/life/h-')
const server = await startEmbedded(home)
try {
  await migrate(server.url)
  const owner = connect(server.url, 'owner', 1)
  await sql`set session_replication_role = replica`.execute(owner)
  await sql`insert into person (id,name,email) select 'p'||i, 'Người '||i, 'p'||i||'@x.vn' from generate_series(1,800) i`.execute(owner)
  await sql`insert into unit (code,name,kind,valid_from) values ('U','u','ward','2025-01-01')`.execute(owner)
  await sql`insert into site (key,unit_id,name,short_name,template,theme) select 's'||i,1,'Cổng '||i,'C'||i,'ward','lotus' from generate_series(1,140) i`.execute(owner)
  await sql`insert into entry (site_id,kind,created_by) select 1+i%140,'article','p'||(1+i%800) from generate_series(1,400000) i`.execute(owner)
  await sql`insert into placement (entry_id, site_id, state) select id, site_id,'home' from entry`.execute(owner)
  await sql`insert into edition (entry_id,site_id,kind,version,state,chain,content,author_id,updated_by,updated_at,published_at,approved_by,submitted_by)
    select e.id,e.site_id,'article',1, case when e.id%1000=0 then 'submitted' when e.id%1000=1 then 'draft' else 'published' end,'full', jsonb_build_object('title','Bài số '||e.id||' phường','summary','Tóm tắt','body',jsonb_build_object('type','doc'),'sectionIds','[1]'::jsonb),
    'p'||(1+(e.id*7)%798),'p1', now()-make_interval(mins=>e.id),now(),'p800',null from entry e`.execute(owner)
  await sql`analyze`.execute(owner)
  const db = connect(server.url, 'khue_office', 2)
  const who = (role: string, siteId: number | null, id = 'p3') => ({ id, name: 'x', email: 'x', memberships: [{ siteId, role }] }) as never
  const time = async (name: string, f: () => Promise<unknown>) => {
    await f(); const t = performance.now(); const r = await f() as any; console.log(name, (performance.now() - t).toFixed(1), 'ms', r?.rows?.length ?? r?.waiting?.length)
  }
  await time('list editor', () => articleList(db, who('editor', 5), {}))
  await time('list editor q', () => articleList(db, who('editor', 5), { q: 'bài số 4' }))
  await time('list editor q all', () => articleList(db, who('editor', 5), { q: 'bai' }))
  await time('list editor draft', () => articleList(db, who('editor', 5), { state: 'draft' }))
  await time('list editor withdrawn', () => articleList(db, who('editor', 5), { state: 'withdrawn' }))
  await time('list contributor', () => articleList(db, who('contributor', 5), {}))
  await time('list contributor mine', () => articleList(db, who('contributor', 5), { mine: true }))
  await time('list auditor', () => articleList(db, who('auditor', null), {}))
  await time('list auditor q', () => articleList(db, who('auditor', null), { q: 'bai so 399999' }))
  await time('list auditor site', () => articleList(db, who('auditor', null), { siteId: 9 }))
  await time('list auditor draft', () => articleList(db, who('auditor', null), { state: 'draft' }))
  await time('list auditor withdrawn', () => articleList(db, who('auditor', null), { state: 'withdrawn' }))
  await time('list auditor section none', () => articleList(db, who('auditor', null), { sectionId: 77 }))
  await time('work editor', () => workOf(db, who('editor', 5), new Date()))
  await time('work contributor', () => workOf(db, who('contributor', 5), new Date()))
  await time('work chief', () => workOf(db, who('chief_editor', 5), new Date()))
  await time('work auditor', () => workOf(db, who('auditor', null), new Date()))
  await time('offers', () => offersFor(db, who('editor', 5), { direction: 'received', state: 'offered' }))
  await time('offers sent', () => offersFor(db, who('editor', 5), { direction: 'sent' }))
  await time('editionById', () => editionById(db, 1000))
  await db.destroy(); await owner.destroy()
} finally { await server.stop(); rmSync(home, { recursive: true, force: true }) }

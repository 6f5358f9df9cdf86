-- Everyone whose words an edition took over: by restoring a text, or by continuing one no second person had seen.
-- None of them approves or confirms it, however often the text was handed on.
alter table edition add column text_authors text[] not null default '{}';
alter table edition add constraint approver_wrote_none_of_it check (approved_by is null or approved_by <> all (text_authors));
alter table edition add constraint confirmer_wrote_none_of_it check (confirmed_by is null or confirmed_by <> all (text_authors));

create function inherit_text_authors() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and not (old.text_authors <@ new.text_authors) then
    raise exception 'edition % forgets no author of its text', old.id using errcode = 'check_violation';
  end if;
  if new.restored_from is not null then
    select array(select distinct unnest(new.text_authors || o.author_id || o.text_authors) order by 1) into new.text_authors
    from edition o where o.id = new.restored_from;
  end if;
  return new;
end $$;
create trigger edition_text_authors before insert or update of restored_from, text_authors on edition
  for each row execute function inherit_text_authors();

-- The twin of `transitions` in src/editions/edition.ts: which state may follow which, in which chain.
create function edition_may_become(was text, becomes text, chain text, emergency boolean) returns boolean language sql immutable return
  case becomes
    when 'submitted' then was in ('draft', 'returned')
    when 'draft' then was in ('submitted', 'reviewed')
    when 'reviewed' then was = 'submitted' and chain = 'full'
    when 'returned' then was in ('submitted', 'reviewed', 'approved', 'scheduled')
    when 'approved' then (was = 'reviewed' and chain = 'full') or (was = 'submitted' and chain = 'short') or was = 'scheduled'
    when 'scheduled' then was = 'approved'
    when 'published' then was in ('approved', 'scheduled') or (emergency and was in ('draft', 'submitted', 'reviewed', 'returned'))
    when 'superseded' then was = 'published'
    when 'withdrawn' then was = 'published'
    when 'expired' then was = 'published'
    when 'discarded' then was in ('draft', 'returned')
    else false
  end;

create function refuse_unknown_step() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not edition_may_become(old.state, new.state, new.chain, new.emergency_reason is not null) then
    raise exception 'edition % cannot go from % to % in the % chain', old.id, old.state, new.state, new.chain using errcode = 'check_violation';
  end if;
  if new.chain <> old.chain and old.state not in ('draft', 'returned') then
    raise exception 'edition % keeps its chain on the way', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger edition_known_step before update of state, chain on edition for each row execute function refuse_unknown_step();

-- A text can name only files of its own portal: naming another's would make a file public that its portal keeps back.
create function refuse_foreign_media() returns trigger language plpgsql as $$
begin
  if not exists (select from media m join entry e on e.site_id = m.site_id where m.id = new.media_id and e.id = new.entry_id) then
    return null;
  end if;
  return new;
end $$;
create trigger live_media_of_home before insert on live_media for each row execute function refuse_foreign_media();

create or replace function previewed_media(token text)
  returns table (id integer, kind text, mime text, bytes bigint, name text, width integer, height integer, sha256 text, focal_x real, focal_y real, state text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state
  from previewed_edition(token) e cross join media_in(e.content) x (id) join media m on m.id = x.id and m.site_id = e.site_id
$$;

-- Lists of the office.
create index edition_newest on edition (updated_at desc, id desc);
create index edition_by_submitter on edition (submitted_by, updated_at desc, id desc) where submitted_by is not null;
-- Kept, not only indexed: folding every title of an archive anew for a filter takes seconds.
alter table edition add column title_words tsvector generated always as (to_tsvector('simple', fold_vietnamese(content ->> 'title'))) stored;
create index edition_title_words on edition using gin (title_words);
create index placement_offered on placement (site_id, offered_at) where state = 'offered';

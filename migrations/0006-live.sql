-- What citizens see. These tables are written by triggers alone, in the commit of the act that changed them,
-- and are all (with sites, sections and topics) that the delivery role can read of content.
create table live_item (
  site_id integer not null references site on delete cascade,
  entry_id integer not null references entry on delete cascade,
  edition_id integer not null references edition on delete cascade,
  home_site_id integer not null,
  kind text not null,
  genre text not null,
  language text not null,
  title text not null,
  summary text not null,
  path text not null,
  lead_media_id integer,
  section_ids integer[] not null,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  featured boolean not null,
  pinned_until timestamptz,
  search tsvector not null,
  primary key (site_id, entry_id)
);
create index live_item_newest on live_item (site_id, published_at desc, entry_id desc);
create index live_item_path on live_item (site_id, path);
create index live_item_search on live_item using gin (search);
create index live_item_featured on live_item (site_id, published_at desc) where featured;

create table live_section_item (
  section_id integer not null references section on delete cascade,
  entry_id integer not null references entry on delete cascade,
  site_id integer not null,
  published_at timestamptz not null,
  primary key (section_id, entry_id)
);
create index on live_section_item (section_id, published_at desc, entry_id desc);
create index on live_section_item (entry_id);

create table live_topic_item (
  topic_id integer not null references topic on delete cascade,
  site_id integer not null,
  entry_id integer not null references entry on delete cascade,
  published_at timestamptz not null,
  primary key (topic_id, site_id, entry_id)
);
create index on live_topic_item (topic_id, site_id, published_at desc, entry_id desc);
create index on live_topic_item (entry_id);

create table live_author_item (
  author_id integer not null references author on delete cascade,
  site_id integer not null,
  entry_id integer not null references entry on delete cascade,
  published_at timestamptz not null,
  primary key (author_id, site_id, entry_id)
);
create index on live_author_item (author_id, site_id, published_at desc, entry_id desc);
create index on live_author_item (entry_id);

-- A file is live when a live edition shows it, gone when only withdrawn or expired ones did.
create table live_media (
  media_id integer not null references media on delete cascade,
  entry_id integer not null references entry on delete cascade,
  gone boolean not null,
  primary key (media_id, entry_id)
);
create index on live_media (entry_id);

-- What was public and is no more: the public page answers 410 and says why.
create table gone_item (
  site_id integer not null references site on delete cascade,
  entry_id integer not null references entry on delete cascade,
  state text not null check (state in ('withdrawn', 'expired')),
  title text not null,
  reason text,
  at timestamptz not null,
  primary key (site_id, entry_id)
);
create index on gone_item (site_id, at desc);

-- All media a content value mentions (lead image, body, gallery, attachments): numbers under the key mediaId at any depth.
create function media_in(content jsonb) returns setof integer language sql immutable as $$
  select distinct (v #>> '{}')::integer from jsonb_path_query(content, 'strict $.**.mediaId') v where jsonb_typeof(v) = 'number'
$$;

-- The words of a content value, for searching.
create function words_in(content jsonb) returns text language sql immutable as $$
  select coalesce(string_agg(v #>> '{}', ' '), '') from jsonb_path_query(content, 'strict $.body.**.text') v where jsonb_typeof(v) = 'string'
$$;

-- Brings the live tables up to date with one entry, and tells every delivery process which tags changed.
create function refresh_live(entry_wanted integer) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tags text[] := array['entry:' || entry_wanted];
  live edition%rowtype;
  last edition%rowtype;
  home entry%rowtype;
begin
  select * into home from entry where id = entry_wanted;
  select * into live from edition where entry_id = entry_wanted and state = 'published';
  select * into last from edition where entry_id = entry_wanted and state in ('withdrawn', 'expired') order by version desc limit 1;

  select tags || coalesce(array_agg(distinct t), '{}') into tags from (
    select 'site:' || site_id t from live_item where entry_id = entry_wanted
    union all select 'section:' || section_id from live_section_item where entry_id = entry_wanted
    union all select 'topic:' || topic_id from live_topic_item where entry_id = entry_wanted
    union all select 'author:' || author_id from live_author_item where entry_id = entry_wanted) x;

  delete from live_item where entry_id = entry_wanted;
  delete from live_section_item where entry_id = entry_wanted;
  delete from live_topic_item where entry_id = entry_wanted;
  delete from live_author_item where entry_id = entry_wanted;
  delete from live_media where entry_id = entry_wanted;
  delete from gone_item where entry_id = entry_wanted;

  if live.id is not null then
    insert into live_item (site_id, entry_id, edition_id, home_site_id, kind, genre, language, title, summary, path,
      lead_media_id, section_ids, published_at, updated_at, featured, pinned_until, search)
    select p.site_id, entry_wanted, live.id, home.site_id, live.kind, live.genre, live.language, live.title,
      coalesce(live.content ->> 'summary', ''), a.path, (live.content -> 'lead' ->> 'mediaId')::integer,
      case p.state when 'home' then array(select jsonb_array_elements_text(coalesce(live.content -> 'sectionIds', '[]'))::integer) else p.section_ids end,
      coalesce(home.first_published_at, live.published_at), live.published_at, p.featured, p.pinned_until,
      -- Filled by the trigger live_item_words (0027).
      ''::tsvector
    from placement p join address a on a.entry_id = p.entry_id and a.site_id = p.site_id and a.is_current
    join site s on s.id = p.site_id
    where p.entry_id = entry_wanted and p.state in ('home', 'accepted') and s.closed_at is null;

    -- A section shows what its subsections hold.
    insert into live_section_item (section_id, entry_id, site_id, published_at)
    with recursive up (id, parent_id, site_id, published_at) as (
      select s.id, s.parent_id, i.site_id, i.published_at
      from live_item i cross join unnest(i.section_ids) x (id) join section s on s.id = x.id and s.site_id = i.site_id
      where i.entry_id = entry_wanted
      union select s.id, s.parent_id, up.site_id, up.published_at from section s join up on s.id = up.parent_id)
    select distinct id, entry_wanted, site_id, published_at from up;

    insert into live_topic_item (topic_id, site_id, entry_id, published_at)
    select t.id, i.site_id, i.entry_id, i.published_at from live_item i
    cross join (select distinct jsonb_array_elements_text(coalesce(live.content -> 'topicIds', '[]'))::integer as id) x
    join topic t on t.id = x.id where i.entry_id = entry_wanted;

    insert into live_author_item (author_id, site_id, entry_id, published_at)
    select a.id, i.site_id, i.entry_id, i.published_at from live_item i
    cross join (select distinct (c ->> 'authorId')::integer as id from jsonb_array_elements(coalesce(live.content -> 'credits', '[]')) c) x
    join author a on a.id = x.id where i.entry_id = entry_wanted;

    insert into live_media (media_id, entry_id, gone)
    select m.id, entry_wanted, false from media_in(live.content) x (id) join media m on m.id = x.id;
  elsif last.id is not null then
    insert into gone_item (site_id, entry_id, state, title, reason, at)
    select p.site_id, entry_wanted, last.state, last.title, last.withdrawal_reason, last.ended_at
    from placement p where p.entry_id = entry_wanted and p.state in ('home', 'accepted');
    insert into live_media (media_id, entry_id, gone)
    select m.id, entry_wanted, true from media_in(last.content) x (id) join media m on m.id = x.id;
  end if;

  select tags || coalesce(array_agg(distinct t), '{}') into tags from (
    select 'site:' || site_id t from live_item where entry_id = entry_wanted
    union all select 'section:' || section_id from live_section_item where entry_id = entry_wanted
    union all select 'topic:' || topic_id from live_topic_item where entry_id = entry_wanted
    union all select 'author:' || author_id from live_author_item where entry_id = entry_wanted) x;
  perform pg_notify('khue_purge', array_to_string(array(select distinct unnest(tags)), ' '));
end $$;

create function edition_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (old.state is distinct from new.state or old.published_at is distinct from new.published_at)
      and (old.state in ('published', 'withdrawn', 'expired') or new.state in ('published', 'withdrawn', 'expired')) then
      perform refresh_live(new.entry_id);
    end if;
  elsif new.state in ('published', 'withdrawn', 'expired') then
    perform refresh_live(new.entry_id);
  end if;
  return null;
end $$;
create trigger edition_live after insert or update on edition for each row execute function edition_changed();

create function placement_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if exists (select from edition where entry_id = coalesce(new.entry_id, old.entry_id) and state in ('published', 'withdrawn', 'expired')) then
    perform refresh_live(coalesce(new.entry_id, old.entry_id));
  end if;
  return null;
end $$;
create trigger placement_live after insert or update or delete on placement for each row execute function placement_changed();

create function address_changed() returns trigger language plpgsql as $$
begin
  if new.is_current and exists (select from edition where entry_id = new.entry_id and state = 'published') then
    perform refresh_live(new.entry_id);
  end if;
  return null;
end $$;
create trigger address_live after insert or update on address for each row execute function address_changed();

-- Names and identity stand on every page of a site.
create function site_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', case tg_table_name
    when 'site' then 'site:' || coalesce(new.id, old.id) when 'topic' then 'topic:' || coalesce(new.id, old.id) else 'all' end);
  return null;
end $$;
create trigger site_purge after update on site for each row execute function site_changed();
create trigger topic_purge after insert or update on topic for each row execute function site_changed();

create function section_changed() returns trigger language plpgsql as $$
declare moved integer;
begin
  perform pg_notify('khue_purge', 'site:' || coalesce(new.site_id, old.site_id));
  if tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id then
    for moved in select entry_id from live_section_item where section_id = new.id loop perform refresh_live(moved); end loop;
  end if;
  return null;
end $$;
create trigger section_purge after insert or update or delete on section for each row execute function section_changed();

-- The text of a live edition, with nothing of the office in it.
create view live_edition as
  select e.id, e.entry_id, e.site_id, e.kind, e.version, e.content, e.title, e.language, e.genre, e.published_at, e.correction_note
  from edition e where e.state = 'published';

-- The ledger of corrections of what is live.
create view live_correction as
  select e.entry_id, e.id as edition_id, e.correction_note as note, e.published_at as at
  from edition e
  where e.correction_note is not null and e.published_at is not null and e.state in ('published', 'superseded')
    and exists (select from edition l where l.entry_id = e.entry_id and l.state = 'published');

create view live_address as
  select a.site_id, a.path, a.entry_id, a.is_current from address a
  where exists (select from live_item i where i.site_id = a.site_id and i.entry_id = a.entry_id)
     or exists (select from gone_item g where g.site_id = a.site_id and g.entry_id = a.entry_id);

-- Files of live entries, or that were live and are gone.
create view public_media as
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state, bool_and(l.gone) as gone
  from media m join live_media l on l.media_id = m.id group by m.id;
create view public_media_variant as
  select v.* from media_variant v where exists (select from live_media l where l.media_id = v.media_id and not l.gone);

-- A draft through a signed link: only who holds the token sees it, and the link can be revoked.
create function previewed_edition(token text)
  returns table (id integer, entry_id integer, site_id integer, kind text, state text, version integer, content jsonb, correction_note text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.entry_id, e.site_id, e.kind, e.state, e.version, e.content, e.correction_note
  from preview_link p join edition e on e.id = p.edition_id
  where p.token_hash = sha256(convert_to(token, 'UTF8')) and p.revoked_at is null and p.expires_at > now()
$$;
create function previewed_media(token text)
  returns table (id integer, kind text, mime text, bytes bigint, name text, width integer, height integer, sha256 text, focal_x real, focal_y real, state text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state
  from previewed_edition(token) e cross join media_in(e.content) x (id) join media m on m.id = x.id
$$;
create function previewed_media_variant(token text)
  returns setof media_variant language sql stable security definer set search_path = public, pg_temp as $$
  select v.* from previewed_media(token) m join media_variant v on v.media_id = m.id
$$;
revoke execute on function refresh_live(integer), previewed_edition(text), previewed_media(text), previewed_media_variant(text) from public;
grant execute on function refresh_live(integer) to khue_office;
grant execute on function previewed_edition(text), previewed_media(text), previewed_media_variant(text) to khue_delivery, khue_office;

grant select on live_item, live_section_item, live_topic_item, live_author_item, live_media, gone_item,
  live_edition, live_correction, live_address, public_media, public_media_variant to khue_office, khue_delivery;

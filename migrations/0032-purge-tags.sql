-- Tags of pages kept in memory. site:N is what a portal publishes (its home page, its lists); frame:N is what stands on every page of it
-- (names, identity, menu, colours), so that a new article does not throw away every other page of its portal.

-- A notification holds at most 8000 bytes, and an entry may stand on every portal of a network.
create function notify_purge(tags text[]) returns void language plpgsql as $$
declare
  part text := '';
  tag text;
begin
  foreach tag in array array(select distinct t from unnest(tags) t where t is not null order by t) loop
    if length(part) + length(tag) > 7000 then
      perform pg_notify('khue_purge', part);
      part := '';
    end if;
    part := case part when '' then tag else part || ' ' || tag end;
  end loop;
  if part <> '' then perform pg_notify('khue_purge', part); end if;
end $$;

-- Tags of everything that shows an entry as it stands now: itself, its portals, sections, topics, authors, and the entries
-- beside it in its sections, whose pages name it as the next newer or older one.
create function tags_of_live(entry_wanted integer) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select array['entry:' || entry_wanted] || coalesce(array_agg(distinct t), '{}') from (
    select 'site:' || site_id t from live_item where entry_id = entry_wanted
    union all select 'section:' || section_id from live_section_item where entry_id = entry_wanted
    union all select 'topic:' || topic_id from live_topic_item where entry_id = entry_wanted
    union all select 'author:' || author_id from live_author_item where entry_id = entry_wanted
    union all select 'entry:' || n.entry_id from live_section_item me cross join lateral (
      (select l.entry_id from live_section_item l where l.section_id = me.section_id
        and (l.published_at, l.entry_id) > (me.published_at, me.entry_id) order by l.published_at, l.entry_id limit 6)
      union all
      (select l.entry_id from live_section_item l where l.section_id = me.section_id
        and (l.published_at, l.entry_id) < (me.published_at, me.entry_id) order by l.published_at desc, l.entry_id desc limit 6)) n
      where me.entry_id = entry_wanted) x
$$;

create or replace function refresh_live(entry_wanted integer) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tags text[] := tags_of_live(entry_wanted);
  live edition%rowtype;
  last edition%rowtype;
  home entry%rowtype;
begin
  select * into home from entry where id = entry_wanted;
  select * into live from edition where entry_id = entry_wanted and state = 'published';
  select * into last from edition where entry_id = entry_wanted and state in ('withdrawn', 'expired') order by version desc limit 1;

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

  perform notify_purge(tags || tags_of_live(entry_wanted));
end $$;

create or replace function site_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', case tg_table_name
    when 'site' then 'frame:' || coalesce(new.id, old.id) when 'topic' then 'topic:' || coalesce(new.id, old.id) || ' topic-name:' || coalesce(new.id, old.id) else 'all' end);
  return null;
end $$;

create or replace function section_changed() returns trigger language plpgsql as $$
declare moved integer;
begin
  perform pg_notify('khue_purge', 'frame:' || coalesce(new.site_id, old.site_id));
  if tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id then
    for moved in select entry_id from live_section_item where section_id = new.id loop perform refresh_live(moved); end loop;
  end if;
  return null;
end $$;

-- Names of topics and authors stand beside articles. topic:N and author:N are lists, which every new entry of theirs changes;
-- topic-name:N and author-name:N are the names alone.
create function author_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'author:' || new.id || ' author-name:' || new.id);
  return null;
end $$;
create trigger author_purge after update on author for each row execute function author_changed();

revoke execute on function tags_of_live(integer), notify_purge(text[]) from public;
grant execute on function tags_of_live(integer), notify_purge(text[]) to khue_office;

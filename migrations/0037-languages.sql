-- Two languages. Names may have an English form; where they have none the Vietnamese one stands, marked as Vietnamese.
alter table site
  add column name_en text check (name_en is nfc normalized and length(btrim(name_en)) > 0),
  add column short_name_en text check (short_name_en is nfc normalized and length(btrim(short_name_en)) > 0),
  add column tagline_en text check (tagline_en is nfc normalized and length(btrim(tagline_en)) > 0),
  add column agency_en text check (agency_en is nfc normalized and length(btrim(agency_en)) > 0),
  add column governing_body_en text check (governing_body_en is nfc normalized and length(btrim(governing_body_en)) > 0);
alter table template_section
  add column name_en text check (name_en is nfc normalized and length(btrim(name_en)) > 0);
alter table section
  add column name_en text check (name_en is nfc normalized and length(btrim(name_en)) > 0),
  add column description_en text check (description_en is nfc normalized and length(btrim(description_en)) > 0);
alter table topic
  add column name_en text check (name_en is nfc normalized and length(btrim(name_en)) > 0),
  add column summary_en text check (summary_en is nfc normalized and length(btrim(summary_en)) > 0);

-- Lists hold what is written in the language of their page. The language stands in their indexes, so that the few English
-- entries of a portal are found without walking its Vietnamese ones.
alter table live_section_item add column language text;
alter table live_topic_item add column language text;
alter table live_author_item add column language text;
update live_section_item l set language = i.language from live_item i where i.site_id = l.site_id and i.entry_id = l.entry_id;
update live_topic_item l set language = i.language from live_item i where i.site_id = l.site_id and i.entry_id = l.entry_id;
update live_author_item l set language = i.language from live_item i where i.site_id = l.site_id and i.entry_id = l.entry_id;
alter table live_section_item alter column language set not null;
alter table live_topic_item alter column language set not null;
alter table live_author_item alter column language set not null;

create function take_language_of_item() returns trigger language plpgsql as $$
begin
  if new.language is null then
    select i.language into new.language from live_item i where i.site_id = new.site_id and i.entry_id = new.entry_id;
  end if;
  return new;
end $$;
create trigger live_section_item_language before insert on live_section_item for each row execute function take_language_of_item();
create trigger live_topic_item_language before insert on live_topic_item for each row execute function take_language_of_item();
create trigger live_author_item_language before insert on live_author_item for each row execute function take_language_of_item();

create index live_item_of_language on live_item (site_id, language, published_at desc, entry_id desc);
create index live_section_item_of_language on live_section_item (section_id, language, published_at desc, entry_id desc);
create index live_topic_item_of_language on live_topic_item (topic_id, site_id, language, published_at desc, entry_id desc);
create index live_author_item_of_language on live_author_item (author_id, site_id, language, published_at desc, entry_id desc);

-- Versions of one matter in different languages. The group bears the number of its Vietnamese entry, which counts as the original.
create table entry_translation (
  entry_id integer primary key,
  group_id integer not null,
  site_id integer not null,
  language text not null check (language in ('vi', 'en')),
  linked_by text not null references person,
  linked_at timestamptz not null default now(),
  foreign key (entry_id, site_id) references entry (id, site_id) on delete cascade,
  foreign key (group_id, site_id) references entry (id, site_id) on delete cascade,
  constraint one_entry_per_language unique (group_id, language),
  constraint original_is_vietnamese check ((entry_id = group_id) = (language = 'vi'))
);

-- The language an entry is written in: of its newest edition that was not thrown away.
create function language_of_entry(entry_wanted integer) returns text language sql stable return (
  select e.language from edition e where e.entry_id = entry_wanted and e.state <> 'discarded' order by e.version desc limit 1);

create function guard_translation() returns trigger language plpgsql as $$
begin
  if new.language is distinct from language_of_entry(new.entry_id) then
    raise exception 'entry % is not written in %', new.entry_id, new.language using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger translation_guard before insert or update on entry_translation for each row execute function guard_translation();

-- A linked entry keeps its language, in whatever way a text of it comes about.
create function keep_linked_language() returns trigger language plpgsql as $$
begin
  if exists (select from entry_translation t where t.entry_id = new.entry_id and t.language <> coalesce(new.content ->> 'language', 'vi')) then
    raise exception 'entry % is linked to its version in another language', new.entry_id
      using errcode = 'check_violation', constraint = 'linked_entry_keeps_language';
  end if;
  return new;
end $$;
create trigger edition_linked_language before insert or update of content on edition
  for each row execute function keep_linked_language();

-- Pages of an entry name the other versions of it: they change with the link, and when another version comes or goes.
create function translation_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_purge(array['entry:' || coalesce(new.entry_id, old.entry_id), 'entry:' || coalesce(new.group_id, old.group_id)]
    || array(select 'entry:' || t.entry_id from entry_translation t where t.group_id = coalesce(new.group_id, old.group_id)));
  return null;
end $$;
create trigger translation_purge after insert or update or delete on entry_translation
  for each row execute function translation_changed();

create function live_version_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare tags text[];
begin
  select array_agg('entry:' || o.entry_id) into tags from entry_translation t
  join entry_translation o on o.group_id = t.group_id and o.entry_id <> t.entry_id
  where t.entry_id = coalesce(new.entry_id, old.entry_id);
  if tags is not null then perform notify_purge(tags); end if;
  return null;
end $$;
create trigger live_item_versions after insert or delete on live_item for each row execute function live_version_changed();

-- The other version of what is live, where the same portal shows both.
create view live_translation as
  select i.site_id, t.entry_id, t.language, o.entry_id as other_id, o.language as other_language, i.path as other_path,
    i.title as other_title, t.entry_id = t.group_id as is_original
  from entry_translation t
  join entry_translation o on o.group_id = t.group_id and o.entry_id <> t.entry_id
  join live_item i on i.entry_id = o.entry_id;

-- What was public and is no more, also by the lists it was on, so that their feeds can tell.
alter table gone_item
  add column language text,
  add column section_ids integer[],
  add column topic_ids integer[];

create function note_where_it_was() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last edition%rowtype;
  place placement%rowtype;
begin
  select * into last from edition e where e.entry_id = new.entry_id and e.state in ('withdrawn', 'expired') order by e.version desc limit 1;
  select * into place from placement p where p.entry_id = new.entry_id and p.site_id = new.site_id;
  new.language := coalesce(last.language, 'vi');
  with recursive up (id, parent_id) as (
    select s.id, s.parent_id from section s where s.site_id = new.site_id and s.id = any (case place.state
      when 'home' then array(select jsonb_array_elements_text(coalesce(last.content -> 'sectionIds', '[]'))::integer)
      else place.section_ids end)
    union select s.id, s.parent_id from section s join up on s.id = up.parent_id)
  select coalesce(array_agg(distinct id), '{}') into new.section_ids from up;
  new.topic_ids := array(select jsonb_array_elements_text(coalesce(last.content -> 'topicIds', '[]'))::integer);
  return new;
end $$;
create trigger gone_item_lists before insert or update on gone_item for each row execute function note_where_it_was();
update gone_item set title = title;
alter table gone_item alter column language set not null, alter column section_ids set not null, alter column topic_ids set not null;
create index gone_item_of_language on gone_item (site_id, language, at desc);

revoke execute on function translation_changed(), live_version_changed(), note_where_it_was() from public;
grant select, insert, update, delete on entry_translation to khue_office;
grant select on live_translation to khue_office, khue_delivery;

-- Beside an entry stand the newer and older ones in its own language (see 0032).
create or replace function tags_of_live(entry_wanted integer) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select array['entry:' || entry_wanted] || coalesce(array_agg(distinct t), '{}') from (
    select 'site:' || site_id t from live_item where entry_id = entry_wanted
    union all select 'section:' || section_id from live_section_item where entry_id = entry_wanted
    union all select 'topic:' || topic_id from live_topic_item where entry_id = entry_wanted
    union all select 'author:' || author_id from live_author_item where entry_id = entry_wanted
    union all select 'entry:' || n.entry_id from live_section_item me cross join lateral (
      (select l.entry_id from live_section_item l where l.section_id = me.section_id and l.language = me.language
        and (l.published_at, l.entry_id) > (me.published_at, me.entry_id) order by l.published_at, l.entry_id limit 6)
      union all
      (select l.entry_id from live_section_item l where l.section_id = me.section_id and l.language = me.language
        and (l.published_at, l.entry_id) < (me.published_at, me.entry_id) order by l.published_at desc, l.entry_id desc limit 6)) n
      where me.entry_id = entry_wanted) x
$$;

-- Films of our own and their captions: files of the library like pictures, with a length and a language.
alter table media drop constraint media_kind_check;
alter table media add constraint media_kind_check check (kind in ('image', 'document', 'video', 'captions'));
-- Length of a film, or the end of the last caption.
alter table media add column duration_ms integer check (duration_ms > 0);
-- Of captions: the language their words are in, as far as the words show it.
alter table media add column language text check (language in ('vi', 'en'));
alter table media add constraint media_film_known check (kind <> 'video' or (width > 0 and height > 0 and duration_ms > 0));

create or replace view public_media as
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state, bool_and(l.gone) as gone, m.duration_ms
  from media m join live_media l on l.media_id = m.id
  where l.gone or exists (select from live_item i where i.entry_id = l.entry_id)
  group by m.id;

drop function previewed_media_variant(text);
drop function previewed_media(text);
create function previewed_media(token text)
  returns table (id integer, kind text, mime text, bytes bigint, name text, width integer, height integer, sha256 text, focal_x real, focal_y real, state text, duration_ms integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state, m.duration_ms
  from previewed_edition(token) e cross join media_in(e.content) x (id) join media m on m.id = x.id and m.site_id = e.site_id
$$;
create function previewed_media_variant(token text)
  returns setof media_variant language sql stable security definer set search_path = public, pg_temp as $$
  select v.* from previewed_media(token) m join media_variant v on v.media_id = m.id
$$;
revoke execute on function previewed_media(text), previewed_media_variant(text) from public;
grant execute on function previewed_media(text), previewed_media_variant(text) to khue_delivery, khue_office;

-- Lists show how long the film of a video article is without reading its text: the first film of our own, in milliseconds.
alter table live_item add column film_ms integer;
create function film_ms_of(content jsonb) returns integer language sql stable set search_path = public, pg_temp as $$
  select m.duration_ms from jsonb_path_query_first(content, 'strict $.body.**.film.mediaId') v
  join media m on m.id = (v #>> '{}')::integer where jsonb_typeof(v) = 'number'
$$;
create function note_film() returns trigger language plpgsql as $$
begin
  if new.genre = 'video' then
    select film_ms_of(content) into new.film_ms from edition where id = new.edition_id;
  end if;
  return new;
end $$;
create trigger live_item_film before insert on live_item for each row execute function note_film();

-- Pages already drawn show a picture in the widths there were; smaller ones that come later are told to whoever shows it.
create function variants_made() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare shown integer;
begin
  for shown in select distinct l.entry_id from made v join live_media l on l.media_id = v.media_id and not l.gone order by l.entry_id loop
    perform notify_purge(tags_of_live(shown));
  end loop;
  return null;
end $$;
create trigger media_variant_live after insert on media_variant referencing new table as made
  for each statement execute function variants_made();

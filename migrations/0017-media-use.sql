-- The digest of the bytes as they came: finds a file brought twice before it is decoded again.
alter table media add column upload_sha256 text check (upload_sha256 ~ '^[0-9a-f]{64}$');
create index media_by_upload on media (site_id, upload_sha256);
-- Raised by every change of its words, so that two people cannot overwrite each other unseen.
alter table media add column revision integer not null default 1;
alter table media add column search text generated always as (fold_vietnamese(name || ' ' || alt || ' ' || caption || ' ' || source)) stored;
create index media_by_file on media (sha256);

-- Which editions use a file, without reading every text.
create function media_ids(content jsonb) returns integer[] language sql immutable
  return coalesce((select array_agg(m.id) from media_in(content) m (id)), '{}');
create index edition_media on edition using gin (media_ids(content));

-- Focal point and derived pictures stand on pages already drawn: whoever shows the file is told.
create function media_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shown integer[];
  entry_shown integer;
begin
  select array_agg(entry_id order by entry_id) into shown from live_media where media_id = new.id and not gone;
  foreach entry_shown in array coalesce(shown, '{}') loop perform refresh_live(entry_shown); end loop;
  return null;
end $$;
create trigger media_live after update on media for each row
  when (old.state is distinct from new.state or old.focal_x is distinct from new.focal_x or old.focal_y is distinct from new.focal_y)
  execute function media_changed();

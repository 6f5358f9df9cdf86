-- A file follows what shows it: where every portal that shows an entry is closed, its files are not to be had from another portal's host either.
create index live_item_entry on live_item (entry_id);

create or replace view public_media as
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state, bool_and(l.gone) as gone
  from media m join live_media l on l.media_id = m.id
  where l.gone or exists (select from live_item i where i.entry_id = l.entry_id)
  group by m.id;
create or replace view public_media_variant as
  select v.* from media_variant v where exists (
    select from live_media l join live_item i on i.entry_id = l.entry_id where l.media_id = v.media_id and not l.gone);

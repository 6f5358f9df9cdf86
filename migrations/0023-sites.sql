-- A colour of its own for a portal, within the limits of contrast (src/sites/themes.ts).
alter table site add column accent text check (accent ~ '^#[0-9a-f]{6}$');

-- A portal that renamed a section keeps its name when the template renames it.
alter table section add column own_name boolean not null default false;

-- A unit has one name at a time: rows of one code never overlap.
create function refuse_unit_overlap() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('unit ' || new.code));
  if exists (
    select from unit u where u.code = new.code and u.id <> new.id
      and daterange(u.valid_from, u.valid_to) && daterange(new.valid_from, new.valid_to))
  then raise exception 'unit % already has a name for that time', new.code using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger unit_overlap before insert or update of code, valid_from, valid_to on unit
  for each row execute function refuse_unit_overlap();

-- A closed portal shows nothing, an opened one all that is live. Its entries may stand on other portals too, so each is refreshed whole.
create function site_closure_changed() returns trigger language plpgsql as $$
begin
  perform refresh_live(p.entry_id) from placement p
    where p.site_id = new.id and p.state in ('home', 'accepted')
      and exists (select from edition e where e.entry_id = p.entry_id and e.state in ('published', 'withdrawn', 'expired'));
  perform pg_notify('khue_purge', 'all');
  return null;
end $$;
create trigger site_closure after update of closed_at on site for each row
  when ((old.closed_at is null) <> (new.closed_at is null)) execute function site_closure_changed();

-- Portals below show the name of the one above and its address; a host decides which portal answers.
create function site_surroundings_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'all');
  return null;
end $$;
create trigger site_host_purge after insert or update or delete on site_host
  for each statement execute function site_surroundings_changed();
create trigger site_name_purge after update of name, short_name, parent_id on site for each row
  when (old.name <> new.name or old.short_name <> new.short_name or old.parent_id is distinct from new.parent_id)
  execute function site_surroundings_changed();

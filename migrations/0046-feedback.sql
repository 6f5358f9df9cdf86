-- Feedback about a place: where it is, for its handlers; what a moderator made public of it; and the way in for other programs (Open311).

-- The address as the sender typed it may name where somebody lives: nobody but the handlers of the case reads it.
create table feedback_place (
  case_id integer primary key references citizen_case on delete cascade,
  unit_id integer references unit on delete set null,
  address text not null default '' check (address is nfc normalized and length(address) <= 300),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- How the point was found: put on the map or typed; the position of the device; none.
  precision text not null default 'none' check (precision in ('point', 'device', 'none')),
  constraint whole_point check ((latitude is null) = (longitude is null) and (latitude is null) = (precision = 'none'))
);
create index on feedback_place (unit_id);

-- What everybody may read of a report. Written by moderators; its state follows the case.
create table public_feedback (
  case_id integer primary key references citizen_case on delete cascade,
  number text not null unique,
  site_id integer not null references site on delete cascade,
  handling_site_id integer not null references site on delete cascade,
  field_id integer references case_field on delete set null,
  unit_id integer references unit on delete set null,
  title text not null check (title is nfc normalized and length(btrim(title)) between 1 and 200),
  words text not null check (words is nfc normalized and length(words) <= 4000),
  -- The place in words, as the moderator describes it.
  place text not null default '' check (place is nfc normalized and length(place) <= 200),
  -- To about 50 m, unless the moderator says that it is a matter of the street and nobody's home.
  latitude double precision,
  longitude double precision,
  is_exact boolean not null default false,
  state text not null check (state in ('received', 'in_hand', 'done')),
  outcome text,
  received_at timestamptz not null,
  -- The first moment that is late.
  due_at timestamptz,
  answered_at timestamptz,
  answer text not null default '' check (answer is nfc normalized and length(answer) <= 10000),
  -- Readers who said they met the same.
  voices integer not null default 0 check (voices >= 0),
  updated_at timestamptz not null default now(),
  moderated_by text references person on delete set null,
  moderated_at timestamptz not null default now(),
  -- What the machine found in the public words and a person let stand all the same.
  let_stand jsonb not null default '[]',
  lat_cell integer generated always as (floor(latitude * 200)::integer) stored,
  long_cell integer generated always as (floor(longitude * 200)::integer) stored,
  search tsvector generated always as (to_tsvector('simple', search_words(title || ' ' || words || ' ' || place))) stored,
  constraint whole_point check ((latitude is null) = (longitude is null)),
  -- A 2000th of a degree is 55 m from south to north and 52 m from west to east at 21° north.
  constraint rounded check (is_exact or latitude is null or
    (abs(latitude * 2000 - round(latitude * 2000)) < 1e-6 and abs(longitude * 2000 - round(longitude * 2000)) < 1e-6))
);
create index on public_feedback (received_at desc, case_id desc);
create index on public_feedback (site_id, received_at desc, case_id desc);
create index on public_feedback (handling_site_id, received_at desc, case_id desc);
create index on public_feedback (field_id);
create index on public_feedback (unit_id, received_at desc);
-- Cells of half a kilometre: what is near is looked for in a few of them.
create index public_feedback_cell on public_feedback (lat_cell, long_cell) where lat_cell is not null;
create index public_feedback_search on public_feedback using gin (search);

-- Pictures shown with it: copies in the library in which somebody made faces and number plates unreadable, and said so for each.
create table feedback_photo (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  media_id integer not null references media on delete cascade,
  attachment_id integer references case_attachment on delete set null,
  moment text not null check (moment in ('before', 'after')),
  alt text not null check (alt is nfc normalized and length(btrim(alt)) between 1 and 300),
  checked_by text references person on delete set null,
  checked_at timestamptz not null,
  unique (case_id, media_id)
);
create index on feedback_photo (media_id);

-- Who said today that they met the same. Emptied every night.
create table feedback_voice (
  day date not null,
  case_id integer not null references public_feedback on delete cascade,
  visitor text not null,
  primary key (day, case_id, visitor)
);
create index on feedback_voice (day, visitor);
create index on feedback_voice (case_id);

-- Programs that may send reports over Open311. The key itself is shown once and never kept.
create table open311_key (
  id integer generated always as identity primary key,
  name text not null check (name is nfc normalized and length(btrim(name)) between 1 and 120),
  -- Whom to ask when the program sends nonsense.
  contact text not null default '' check (length(contact) <= 200),
  -- The one portal it may send to; none: to every portal.
  site_id integer references site on delete cascade,
  hash bytea not null unique check (length(hash) = 32),
  -- Its first letters, by which people tell keys apart.
  beginning text not null,
  daily_limit integer not null default 200 check (daily_limit between 1 and 100000),
  made_by text references person on delete set null,
  made_at timestamptz not null default now(),
  revoked_by text references person on delete set null,
  revoked_at timestamptz
);
create index on open311_key (site_id);
create table open311_use (
  key_id integer not null references open311_key on delete cascade,
  day date not null,
  requests integer not null,
  primary key (key_id, day)
);
-- The number a program gets for a report: drawn at random, so that nobody walks from one to the next.
create table open311_request (
  case_id integer primary key references citizen_case on delete cascade,
  request_id text not null unique check (request_id ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  key_id integer references open311_key on delete set null
);
create index on open311_request (key_id);

-- A portal and those above it: where a report is listed.
create function sites_above(site_wanted integer) returns setof integer language sql stable security definer set search_path = public, pg_temp as $$
  with recursive up (id, parent_id) as (
    select s.id, s.parent_id from site s where s.id = site_wanted
    union select s.id, s.parent_id from site s join up on s.id = up.parent_id)
  select id from up
$$;
create function feedback_tags(case_wanted integer) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select array['feedback:' || case_wanted] || coalesce((select array_agg(distinct 'feedback-of:' || s.id)
    from public_feedback f cross join lateral (select sites_above(f.site_id) union select sites_above(f.handling_site_id)) s (id)
    where f.case_id = case_wanted), '{}')
$$;
create function public_feedback_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform notify_purge(array['feedback:' || old.case_id] || array(select 'feedback-of:' || s from sites_above(old.site_id) s)
      || array(select 'feedback-of:' || s from sites_above(old.handling_site_id) s));
  else
    perform notify_purge(feedback_tags(new.case_id));
    if tg_op = 'UPDATE' and new.handling_site_id <> old.handling_site_id then
      perform notify_purge(array(select 'feedback-of:' || s from sites_above(old.handling_site_id) s));
    end if;
  end if;
  return null;
end $$;
create trigger public_feedback_purge after insert or update or delete on public_feedback for each row execute function public_feedback_changed();
create function feedback_photo_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_purge(feedback_tags(coalesce(new.case_id, old.case_id)));
  return null;
end $$;
create trigger feedback_photo_purge after insert or update or delete on feedback_photo for each row execute function feedback_photo_changed();
create function feedback_variants_made() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare shown integer;
begin
  for shown in select distinct p.case_id from made v join feedback_photo p on p.media_id = v.media_id loop
    perform notify_purge(feedback_tags(shown));
  end loop;
  return null;
end $$;
create trigger media_variant_feedback after insert on media_variant referencing new table as made
  for each statement execute function feedback_variants_made();

-- What is shown follows the case. One that was withdrawn or was spam is shown no more; with the sender's words goes their address.
create function feedback_follows_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.outcome in ('withdrawn', 'spam') then
    delete from public_feedback where case_id = new.id;
  else
    update public_feedback set
      state = case when new.state in ('answered', 'closed') then 'done' when new.state in ('assigned', 'clarifying', 'submitted') then 'in_hand' else 'received' end,
      outcome = new.outcome, handling_site_id = new.handling_site_id, due_at = coalesce(new.due_at, due_at),
      answered_at = case when new.state in ('answered', 'closed') then coalesce(new.answered_at, new.closed_at) end, updated_at = now()
    where case_id = new.id;
  end if;
  if new.erased_at is not null and old.erased_at is null then
    update feedback_place set address = '', latitude = null, longitude = null, precision = 'none' where case_id = new.id;
  end if;
  return null;
end $$;
create trigger case_feedback after update of state, outcome, handling_site_id, due_at, answered_at, erased_at on citizen_case
  for each row when (new.kind = 'feedback') execute function feedback_follows_case();

-- Takes a report: the case (take_case), its place and, from another program, the number it gets, in one commit. Of `doc` besides what
-- take_case reads: place {unitId, address, latitude, longitude, precision}, open311 {keyHash, requestId}.
-- Besides what take_case gives: {"is": "forbidden"}, no such key for this portal; "requestId" where a program sent it.
create function take_feedback(doc jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken jsonb;
  key open311_key%rowtype;
  place jsonb := doc -> 'place';
  spent integer;
begin
  -- What looks like a denunciation comes this way too, sealed and without a place (src/cases/looks-like-denunciation.ts).
  if doc ->> 'kind' not in ('feedback', 'sealed_letter') then raise exception 'not feedback' using errcode = 'check_violation'; end if;
  if jsonb_typeof(doc -> 'open311') = 'object' then
    select * into key from open311_key k where k.hash = decode(doc -> 'open311' ->> 'keyHash', 'hex') and k.revoked_at is null
      and (k.site_id is null or k.site_id = (doc ->> 'siteId')::integer);
    if key.id is null then return jsonb_build_object('is', 'forbidden'); end if;
    insert into open311_use as u (key_id, day, requests) values (key.id, (now() at time zone 'Asia/Ho_Chi_Minh')::date, 1)
      on conflict (key_id, day) do update set requests = u.requests + 1 where u.requests < key.daily_limit returning u.requests into spent;
    if spent is null then return jsonb_build_object('is', 'enough'); end if;
  end if;
  taken := take_case(doc);
  if taken ->> 'is' = 'received' then
    if jsonb_typeof(place) = 'object' then
      insert into feedback_place (case_id, unit_id, address, latitude, longitude, precision)
        values ((taken ->> 'id')::integer, (select u.id from unit u where u.id = (place ->> 'unitId')::integer), coalesce(place ->> 'address', ''),
          (place ->> 'latitude')::double precision, (place ->> 'longitude')::double precision, coalesce(place ->> 'precision', 'none'));
    end if;
    if key.id is not null then
      insert into open311_request (case_id, request_id, key_id) values ((taken ->> 'id')::integer, doc -> 'open311' ->> 'requestId', key.id);
    end if;
  end if;
  if key.id is not null then
    taken := taken || jsonb_build_object('requestId', (select r.request_id from open311_request r where r.case_id = (taken ->> 'id')::integer));
  end if;
  return taken;
end $$;

-- Notes that a reader met the same: once a day for each report, and no new case. counted; again; unknown: none, or it is done; enough.
create function join_feedback(site_wanted integer, number_wanted text, reader text) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  found_id integer;
begin
  select f.case_id into found_id from public_feedback f where f.number = number_wanted and f.state <> 'done'
    and site_wanted in (select sites_above(f.site_id) union select sites_above(f.handling_site_id));
  if found_id is null then return 'unknown'; end if;
  perform pg_advisory_xact_lock(hashtextextended('feedback voice ' || reader, 0));
  if exists (select from feedback_voice v where v.day = today and v.case_id = found_id and v.visitor = reader) then return 'again'; end if;
  if (select count(*) from feedback_voice v where v.day = today and v.visitor = reader) >= 30 then return 'enough'; end if;
  insert into feedback_voice (day, case_id, visitor) values (today, found_id, reader);
  update public_feedback set voices = voices + 1 where case_id = found_id;
  return 'counted';
end $$;

-- Whether a key may send to a portal, by the digest of it.
create function open311_key_known(key_hash bytea, site_wanted integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from open311_key k where k.hash = key_hash and k.revoked_at is null and (k.site_id is null or k.site_id = site_wanted))
$$;
-- Where a report stands, for the program that sent it: no word of it, no place. Held back ones look like any other that was received.
create function open311_status(site_wanted integer, request_wanted text)
  returns table (request_id text, number text, state text, field_slug text, received_at timestamptz, updated_at timestamptz, due_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.request_id, c.number, case when c.state in ('answered', 'closed') then 'done' when c.state in ('received', 'quarantined') then 'received' else 'in_hand' end,
    f.slug, c.received_at, c.state_since, c.due_at
  from open311_request r join citizen_case c on c.id = r.case_id left join case_field f on f.id = c.field_id
  where r.request_id = request_wanted and site_wanted in (select sites_above(c.site_id))
$$;

create view live_feedback as
  select f.case_id, f.number, coalesce(r.request_id, f.number) as request_id, f.site_id, f.handling_site_id,
    coalesce(nullif(h.agency, ''), h.name) as handler, f.field_id, c.slug as field_slug, c.name as field, c.name_en as field_en,
    f.unit_id, u.name as unit, f.title, f.words, f.place, f.latitude, f.longitude, f.lat_cell, f.long_cell, f.is_exact, f.state, f.outcome,
    f.received_at, f.due_at, f.answered_at, f.answer, f.voices, f.updated_at, f.search
  from public_feedback f join site h on h.id = f.handling_site_id join site s on s.id = f.site_id
  left join case_field c on c.id = f.field_id left join unit u on u.id = f.unit_id left join open311_request r on r.case_id = f.case_id
  where s.closed_at is null;
create view live_feedback_photo as
  select p.id, p.case_id, p.media_id, p.moment, p.alt from feedback_photo p
  where exists (select from public_feedback f where f.case_id = p.case_id);
-- Its steps, without notes, persons or facts. Only those everybody may know of.
create view live_feedback_step as
  select e.id, e.case_id, e.at, e.step from case_event e
  where e.is_public and e.step in ('receive', 'assign', 'forward', 'extend', 'approve', 'reopen', 'guide', 'merge', 'close')
    and exists (select from public_feedback f where f.case_id = e.case_id);

-- A file is public where a live entry shows it, or a report that is public.
create or replace view public_media as
  select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.sha256, m.focal_x, m.focal_y, m.state, bool_and(l.gone) as gone, m.duration_ms
  from media m join (
    select x.media_id, x.gone from live_media x where x.gone or exists (select from live_item i where i.entry_id = x.entry_id)
    union all select p.media_id, false from live_feedback_photo p) l on l.media_id = m.id
  group by m.id;
create or replace view public_media_variant as
  select v.* from media_variant v where exists (
    select from live_media l join live_item i on i.entry_id = l.entry_id where l.media_id = v.media_id and not l.gone)
    or exists (select from live_feedback_photo p where p.media_id = v.media_id);

revoke execute on function sites_above(integer), feedback_tags(integer), take_feedback(jsonb), join_feedback(integer, text, text),
  open311_key_known(bytea, integer), open311_status(integer, text) from public;
grant execute on function take_feedback(jsonb), join_feedback(integer, text, text), open311_key_known(bytea, integer),
  open311_status(integer, text) to khue_delivery, khue_office;
grant execute on function sites_above(integer), feedback_tags(integer) to khue_office;
grant select on live_feedback, live_feedback_photo, live_feedback_step to khue_delivery, khue_office;
grant select, insert, update, delete on feedback_place, public_feedback, feedback_photo, feedback_voice, open311_key, open311_use,
  open311_request to khue_office;

-- When and where the agency receives citizens (Law on Citizen Reception 42/2013, art. 24).
create table reception_place (
  site_id integer primary key references site on delete cascade,
  place text not null default '' check (length(place) <= 300),
  hours text not null default '' check (length(hours) <= 300),
  phone text not null default '' check (length(phone) <= 100),
  note text not null default '' check (length(note) <= 1000),
  updated_at timestamptz not null default now()
);

-- A session: public from the moment it is written.
create table reception_session (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Who receives, by post.
  host text not null check (host is nfc normalized and length(btrim(host)) between 1 and 200),
  place text not null default '' check (length(place) <= 300),
  content text not null default '' check (length(content) <= 1000),
  participants text not null default '' check (length(participants) <= 1000),
  is_online boolean not null default false,
  -- Announced later than the law asks: why.
  late_reason text check (length(btrim(late_reason)) between 1 and 500),
  published_at timestamptz not null default now(),
  -- What was changed after it was announced, for those who had read it.
  changed_at timestamptz,
  change_note text not null default '' check (length(change_note) <= 500),
  cancelled_at timestamptz,
  cancel_reason text check (length(btrim(cancel_reason)) between 1 and 500),
  sequence integer not null default 0,
  created_by text references person on delete set null,
  constraint cancelled_has_reason check ((cancelled_at is null) = (cancel_reason is null))
);
create index on reception_session (site_id, starts_at, id);

create function reception_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'reception:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger reception_place_purge after insert or update or delete on reception_place for each row execute function reception_changed();
create trigger reception_session_purge after insert or update or delete on reception_session for each row execute function reception_changed();

create view live_reception as
  select id, site_id, starts_at, ends_at, host, place, content, participants, is_online, published_at, changed_at, change_note,
    cancelled_at, cancel_reason, sequence, late_reason from reception_session;
create view live_reception_place as select site_id, place, hours, phone, note, updated_at from reception_place;
grant select on live_reception, live_reception_place to khue_delivery, khue_office;
grant select, insert, update, delete on reception_place, reception_session to khue_office;

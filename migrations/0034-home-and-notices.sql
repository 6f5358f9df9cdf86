-- How a portal arranges its front page, what it must tell on every page, and the statements it owes the public.

-- Blocks are an array of objects with a number and a kind; what each kind holds is read, and cut to what is known, by src/home/block.ts.
create function are_blocks(blocks jsonb) returns boolean language sql immutable as $$
  select case when jsonb_typeof(blocks) <> 'array' then false else
    jsonb_array_length(blocks) <= 40 and pg_column_size(blocks) <= 65536
    and not exists (select from jsonb_array_elements(blocks) b
      where jsonb_typeof(b) <> 'object' or coalesce(jsonb_typeof(b -> 'id'), '') <> 'number' or coalesce(jsonb_typeof(b -> 'kind'), '') <> 'string')
    and (select count(*) = count(distinct b ->> 'id') from jsonb_array_elements(blocks) b) end
$$;

create table home_arrangement (
  site_id integer primary key references site on delete cascade,
  draft jsonb not null check (are_blocks(draft)),
  -- None: the portal shows the arrangement of its template.
  live jsonb check (live is null or are_blocks(live)),
  revision integer not null default 1,
  changed_by text references person on delete set null,
  changed_at timestamptz not null default now(),
  published_by text references person on delete set null,
  published_at timestamptz
);

create table home_preview_link (
  token_hash bytea primary key,
  site_id integer not null references site on delete cascade,
  created_by text references person on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at <= created_at + interval '7 days')
);
create index on home_preview_link (site_id);

-- A line above every page of a portal.
create table site_alert (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  words text not null check (words is nfc normalized and length(words) between 1 and 200),
  tone text not null check (tone in ('info', 'warning', 'urgent')),
  href text not null default '' check (href = '' or href ~ '^(/([^/\\[:space:][:cntrl:]][^\\[:space:][:cntrl:]]*)?|https://[^\\[:space:][:cntrl:]]+)$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Taken down before its time.
  ended_at timestamptz,
  created_by text references person on delete set null,
  created_at timestamptz not null default now()
);
create index on site_alert (site_id, ends_at desc, id desc);

-- A suspension of the service that was planned or forced (Decree 224/2026, art. 13).
create table outage (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  starts_at timestamptz not null,
  restores_at timestamptz not null check (restores_at > starts_at),
  affects text not null check (length(btrim(affects)) between 1 and 300),
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  forced boolean not null default false,
  ground text not null default '',
  published_at timestamptz not null default now(),
  restored_at timestamptz check (restored_at >= starts_at),
  cancelled_at timestamptz,
  created_by text references person on delete set null,
  check (not forced or length(btrim(ground)) > 0),
  check (forced or starts_at > published_at),
  check (restored_at is null or cancelled_at is null)
);
create index on outage (site_id, starts_at desc, id desc);

-- What the portal found when it looked at its own accessibility (Law 148/2025, art. 35, cl. 2).
create table accessibility_assessment (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  assessed_on date not null,
  result text not null check (result in ('conforms', 'partly', 'fails')),
  method text not null check (length(btrim(method)) between 1 and 1000),
  gaps text not null default '' check (length(gaps) <= 4000),
  created_by text references person on delete set null,
  created_at timestamptz not null default now(),
  check (result = 'conforms' or length(btrim(gaps)) > 0)
);
create index on accessibility_assessment (site_id, assessed_on desc, id desc);

-- Where the agency may be found and asked (Decree 224/2026, art. 10, cl. 3).
create table site_channel (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  position integer not null,
  kind text not null check (kind in ('portal', 'vneid', 'app', 'hotline', 'zalo', 'facebook', 'youtube', 'tiktok', 'other')),
  name text not null check (name is nfc normalized and length(btrim(name)) between 1 and 200),
  href text not null default '' check (length(href) <= 500 and (href = '' or href ~ '^https://[^\\[:space:][:cntrl:]]+$' or href ~ '^tel:[+0-9]{3,20}$')),
  purpose text not null default '' check (length(purpose) <= 300)
);
create index on site_channel (site_id, position, id);

-- Films and notices of a portal, found without walking its archive.
create index live_item_genre on live_item (site_id, genre, language, published_at desc, entry_id desc);

-- What is public of all this.
create view live_home as select site_id, live as blocks from home_arrangement where live is not null;
create view live_alert as
  select id, site_id, words, tone, href, starts_at, ends_at from site_alert where ended_at is null;
create view live_outage as
  select id, site_id, starts_at, restores_at, affects, reason, forced, ground, published_at, restored_at, cancelled_at from outage;
create view live_assessment as
  select id, site_id, assessed_on, result, method, gaps from accessibility_assessment;
create view live_channel as
  select id, site_id, position, kind, name, href, purpose from site_channel;

-- A draft of a front page through a signed link.
create function previewed_home(token text) returns table (site_id integer, blocks jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.site_id, a.draft from home_preview_link p join home_arrangement a on a.site_id = p.site_id
  where p.token_hash = sha256(convert_to(token, 'UTF8')) and p.expires_at > now()
$$;

-- The front page is a page of its portal; alerts and suspensions stand on every page of it.
create function home_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.live is not distinct from old.live then return null; end if;
  perform pg_notify('khue_purge', 'site:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger home_purge after insert or update or delete on home_arrangement for each row execute function home_changed();

create function notice_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'frame:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger alert_purge after insert or update or delete on site_alert for each row execute function notice_changed();
create trigger outage_purge after insert or update or delete on outage for each row execute function notice_changed();

create function statement_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'statements:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger assessment_purge after insert or update or delete on accessibility_assessment for each row execute function statement_changed();
create trigger channel_purge after insert or update or delete on site_channel for each row execute function statement_changed();

revoke execute on function previewed_home(text) from public;
grant execute on function previewed_home(text) to khue_delivery, khue_office;
grant select on live_home, live_alert, live_outage, live_assessment, live_channel to khue_office, khue_delivery;
grant select, insert, update, delete on home_arrangement, home_preview_link, site_alert, outage, accessibility_assessment, site_channel to khue_office;

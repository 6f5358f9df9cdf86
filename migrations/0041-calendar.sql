-- Which days offices work, other than by the days of the week, and how long things may take by decision of a network or a portal.
-- Every clock of the law is worked out from these, so each change of them has a number of its own, and who made it and why.

create table calendar_version (
  id integer primary key,
  at timestamptz not null default now(),
  by text not null check (by <> ''),
  reason text not null check (length(reason) between 1 and 1000),
  -- Tells the changes of this commit from those of others.
  made_in xid8 not null default pg_current_xact_id()
);

-- Numbers go up in the order of commits, so that who remembers a calendar by the highest number never misses a change.
create function number_calendar_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('calendar version', 0));
  new.id := coalesce((select max(id) from calendar_version), 0) + 1;
  new.made_in := pg_current_xact_id();
  return new;
end $$;
create trigger calendar_version_number before insert on calendar_version for each row execute function number_calendar_version();

create table calendar_day (
  day date primary key check (day between '2000-01-01' and '2100-12-31'),
  -- off: nobody works; work: a Saturday or Sunday worked in exchange.
  kind text not null check (kind in ('off', 'work')),
  name text not null check (length(name) between 1 and 200 and name is nfc normalized),
  name_en text not null default '' check (length(name_en) <= 200),
  source text not null check (length(source) between 1 and 500 and source is nfc normalized),
  announced_on date,
  -- The other day of an exchange.
  swapped_with date,
  verified text not null check (verified in ('computed', 'text', 'codified', 'second-hand', 'unverified')),
  -- Whether clocks reckon with it. What nobody verified waits for the network administrator; what was withdrawn is kept and not counted.
  counts boolean not null,
  confirmed_by text references person on delete set null,
  confirmed_at timestamptz,
  withdrawn_by text references person on delete set null,
  withdrawn_at timestamptz,
  -- When an administrator last set it; null: as this software came with it.
  changed_at timestamptz,
  check (kind = 'off' or extract(isodow from day) in (6, 7)),
  check (not counts or withdrawn_at is null),
  check (not counts or verified <> 'unverified' or confirmed_at is not null)
);

create table rule_override (
  id integer generated always as identity primary key,
  rule_id text not null check (rule_id ~ '^[a-z][a-z.-]{2,60}$'),
  -- Null: the whole network.
  site_id integer references site on delete cascade,
  amount integer not null check (amount between 1 and 400),
  unit text not null check (unit in ('working_days', 'days', 'hours')),
  reason text not null check (length(reason) between 1 and 1000 and reason is nfc normalized),
  -- The decision it rests on, with number and day.
  document text not null check (length(document) between 1 and 300 and document is nfc normalized),
  decided_by text not null check (length(decided_by) between 1 and 200 and decided_by is nfc normalized),
  from_day date not null,
  created_by text references person on delete set null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by text references person on delete set null
);
create unique index rule_override_open on rule_override (rule_id, coalesce(site_id, 0), from_day) where ended_at is null;
create index on rule_override (site_id);

-- Setting a person's name free when they go, and portals that go with their overrides, change no clock: both are left out.
create function refuse_without_calendar_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from calendar_version where made_in = pg_current_xact_id()) then
    raise exception 'a change of % needs a new calendar version in the same commit', tg_table_name using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger calendar_day_version
  after insert or delete or update of day, kind, name, name_en, source, announced_on, swapped_with, verified, counts on calendar_day
  for each statement execute function refuse_without_calendar_version();
create trigger rule_override_version
  after insert or update of rule_id, site_id, amount, unit, reason, document, decided_by, from_day, ended_at on rule_override
  for each statement execute function refuse_without_calendar_version();

revoke execute on function number_calendar_version(), refuse_without_calendar_version() from public;
grant select on calendar_version, calendar_day, rule_override to khue_office, khue_delivery;
grant insert on calendar_version to khue_office;
grant insert, update on calendar_day, rule_override to khue_office;

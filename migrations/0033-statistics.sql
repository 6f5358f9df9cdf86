-- Counting what is read. Sums by Vietnamese day are kept for ever; what tells readers apart is kept for its day alone.
-- No row here points at a portal, section or entry by a foreign key: numbers outlive what they counted.

create table site_day (
  site_id integer not null,
  day date not null,
  views integer not null default 0,
  visits integer not null default 0,
  visitors integer not null default 0,
  bot_views integer not null default 0,
  -- Page views by where the reader came from; they add up to views.
  from_none integer not null default 0,
  from_own integer not null default 0,
  from_network integer not null default 0,
  from_search integer not null default 0,
  from_social integer not null default 0,
  from_other integer not null default 0,
  -- Page views by device; they add up to views.
  on_phone integer not null default 0,
  on_tablet integer not null default 0,
  on_computer integer not null default 0,
  on_other integer not null default 0,
  primary key (site_id, day),
  check (views = from_none + from_own + from_network + from_search + from_social + from_other),
  check (views = on_phone + on_tablet + on_computer + on_other),
  check (visitors between 0 and visits and visits <= views and bot_views >= 0)
) with (fillfactor = 70);
create index on site_day (day);

create table section_day (
  site_id integer not null,
  day date not null,
  section_id integer not null,
  views integer not null,
  bot_views integer not null,
  primary key (site_id, day, section_id)
) with (fillfactor = 70);

create table entry_day (
  site_id integer not null,
  day date not null,
  entry_id integer not null,
  views integer not null,
  bot_views integer not null,
  primary key (site_id, day, entry_id)
) with (fillfactor = 70);
comment on table entry_day is 'The largest table: one row for each entry read on a portal on a day. Always asked by portal and days.';

-- The same by month, so that the most read of half a year are found without adding up each day of it. `month`: its first day.
create table entry_month (
  site_id integer not null,
  month date not null check (extract(day from month) = 1),
  entry_id integer not null,
  views integer not null,
  bot_views integer not null,
  primary key (site_id, month, entry_id)
) with (fillfactor = 70);

-- Running totals that pages show.
create table entry_views (
  site_id integer not null,
  entry_id integer not null,
  views bigint not null,
  bot_views bigint not null,
  primary key (site_id, entry_id)
) with (fillfactor = 70);

create table site_views (
  site_id integer primary key,
  views bigint not null,
  visits bigint not null,
  bot_views bigint not null
) with (fillfactor = 70);

-- Which batches of counts were taken in, as the numbers of each counting process: a batch sent again counts once.
create table counting_process (
  id uuid primary key,
  counted int4multirange not null,
  started_at timestamptz not null default now()
);

-- Digests of readers are kept for days from this one on.
create table visitors_forgotten (
  one boolean primary key default true check (one),
  before date not null
);
insert into visitors_forgotten (before) values ('-infinity');

-- What tells readers apart within a day: a salt for each open day, and for each reader of a portal a digest and when they read.
-- Unlogged: never in the write-ahead log, an archive of it, a replica or a base backup. At most three days are open (today,
-- tomorrow whose salt is handed out early, yesterday until it is forgotten), each in a partition that is truncated as a whole.
create unlogged table visitor_day (
  day date primary key,
  salt bytea not null check (length(salt) = 32)
);
create table visitor (
  slot smallint not null,
  site_id integer not null,
  digest bigint not null,
  -- Milliseconds of the day: each page view covers the 30 minutes after it, so what touches is one visit.
  seen int4multirange not null,
  primary key (slot, site_id, digest)
) partition by list (slot);
create unlogged table visitor_0 partition of visitor for values in (0);
create unlogged table visitor_1 partition of visitor for values in (1);
create unlogged table visitor_2 partition of visitor for values in (2);

create function visitor_slot(wanted date) returns smallint language sql immutable strict as
  $$ select ((wanted - date '2000-01-03') % 3 + 3)::smallint % 3::smallint $$;

-- All counting takes this lock, so sums and visits never race. Held for the milliseconds of one batch.
create function lock_counting() returns void language sql as $$ select pg_advisory_xact_lock(77003) $$;

-- Forgets the readers of all days before this one, for good: tables are truncated, so nothing is left in dead rows either.
create function forget_visitors(wanted date default today_in_vietnam()) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept visitor_day[];
  old date;
  forgotten integer := 0;
begin
  perform lock_counting();
  wanted := least(wanted, today_in_vietnam());
  for old in select v.day from visitor_day v where v.day < wanted loop
    execute format('truncate visitor_%s', visitor_slot(old));
    forgotten := forgotten + 1;
  end loop;
  if forgotten > 0 then
    kept := array(select v from visitor_day v where v.day >= wanted);
    truncate visitor_day;
    insert into visitor_day select (k).* from unnest(kept) k;
  end if;
  update visitors_forgotten set before = wanted where before < wanted;
  return forgotten;
end $$;

-- Whether readers of this day can be told apart; makes its salt when it is the first to ask. Call under lock_counting().
create function open_visitor_day(wanted date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from visitor_day v where v.day = wanted) then return true; end if;
  if wanted > today_in_vietnam() + 1 or wanted < (select before from visitors_forgotten) then return false; end if;
  -- Its partition may hold a day that nobody came to forget.
  if exists (select from visitor_day v where v.day <= wanted - 3) then perform forget_visitors(wanted - 2); end if;
  if exists (select from visitor_day v where visitor_slot(v.day) = visitor_slot(wanted)) then return false; end if;
  insert into visitor_day (day, salt) values (wanted,
    decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
  return true;
end $$;

create function visits_in(seen int4multirange) returns integer language sql immutable strict as
  $$ select count(*)::integer from unnest(seen) $$;

-- Adds a batch to the sums. Days are counted from 1970-01-01; a day in the future, from a clock that is wrong, becomes tomorrow at most.
--   sites [day, site, views, bots, from none, own, network, search, social, other, on phone, tablet, computer, other]
--   sections [day, site, section, views, bots] · entries [day, site, entry, views, bots] · visitors [day, site, digest, from, until]
create function add_counts(batch jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  latest integer := today_in_vietnam() + 1 - date '1970-01-01';
  first_day constant date := '1970-01-01';
  wanted date;
  open_days date[] := '{}';
begin
  for wanted in select distinct first_day + least((x ->> 0)::integer, latest) from jsonb_array_elements(batch -> 'visitors') x order by 1 desc loop
    if open_visitor_day(wanted) then open_days := open_days || wanted; end if;
  end loop;

  with given as (
    select first_day + least((x ->> 0)::integer, latest) as day, (x ->> 1)::integer as site_id, sum((x ->> 2)::integer) as v, sum((x ->> 3)::integer) as b,
      sum((x ->> 4)::integer) as f0, sum((x ->> 5)::integer) as f1, sum((x ->> 6)::integer) as f2, sum((x ->> 7)::integer) as f3,
      sum((x ->> 8)::integer) as f4, sum((x ->> 9)::integer) as f5,
      sum((x ->> 10)::integer) as d0, sum((x ->> 11)::integer) as d1, sum((x ->> 12)::integer) as d2, sum((x ->> 13)::integer) as d3
    from jsonb_array_elements(batch -> 'sites') x where exists (select from site s where s.id = (x ->> 1)::integer) group by 1, 2),
  total as (
    insert into site_views as t (site_id, views, visits, bot_views) select site_id, sum(v), 0, sum(b) from given group by site_id
    on conflict (site_id) do update set views = t.views + excluded.views, bot_views = t.bot_views + excluded.bot_views)
  insert into site_day as d (site_id, day, views, bot_views, from_none, from_own, from_network, from_search, from_social, from_other,
    on_phone, on_tablet, on_computer, on_other)
  select site_id, day, v, b, f0, f1, f2, f3, f4, f5, d0, d1, d2, d3 from given
  on conflict (site_id, day) do update set views = d.views + excluded.views, bot_views = d.bot_views + excluded.bot_views,
    from_none = d.from_none + excluded.from_none, from_own = d.from_own + excluded.from_own,
    from_network = d.from_network + excluded.from_network, from_search = d.from_search + excluded.from_search,
    from_social = d.from_social + excluded.from_social, from_other = d.from_other + excluded.from_other,
    on_phone = d.on_phone + excluded.on_phone, on_tablet = d.on_tablet + excluded.on_tablet,
    on_computer = d.on_computer + excluded.on_computer, on_other = d.on_other + excluded.on_other;

  insert into section_day as d (site_id, day, section_id, views, bot_views)
  select (x ->> 1)::integer, first_day + least((x ->> 0)::integer, latest), (x ->> 2)::integer, sum((x ->> 3)::integer), sum((x ->> 4)::integer)
  from jsonb_array_elements(batch -> 'sections') x where exists (select from site s where s.id = (x ->> 1)::integer) group by 1, 2, 3
  on conflict (site_id, day, section_id) do update set views = d.views + excluded.views, bot_views = d.bot_views + excluded.bot_views;

  with given as (
    select first_day + least((x ->> 0)::integer, latest) as day, (x ->> 1)::integer as site_id, (x ->> 2)::integer as entry_id,
      sum((x ->> 3)::integer) as v, sum((x ->> 4)::integer) as b
    from jsonb_array_elements(batch -> 'entries') x where exists (select from site s where s.id = (x ->> 1)::integer) group by 1, 2, 3),
  total as (
    insert into entry_views as t (site_id, entry_id, views, bot_views) select site_id, entry_id, sum(v), sum(b) from given group by 1, 2
    on conflict (site_id, entry_id) do update set views = t.views + excluded.views, bot_views = t.bot_views + excluded.bot_views),
  monthly as (
    insert into entry_month as m (site_id, month, entry_id, views, bot_views)
    select site_id, date_trunc('month', day)::date, entry_id, sum(v), sum(b) from given group by 1, 2, 3
    on conflict (site_id, month, entry_id) do update set views = m.views + excluded.views, bot_views = m.bot_views + excluded.bot_views)
  insert into entry_day as d (site_id, day, entry_id, views, bot_views) select site_id, day, entry_id, v, b from given
  on conflict (site_id, day, entry_id) do update set views = d.views + excluded.views, bot_views = d.bot_views + excluded.bot_views;

  -- A page view covers the half hour after it, to the millisecond before: views less than 30 minutes apart run together into
  -- one visit, in whatever order and from whatever process they arrive. A late view between two visits may make one of them.
  with given as (
    select first_day + least((x ->> 0)::integer, latest) as day, (x ->> 1)::integer as site_id, ('x' || (x ->> 2))::bit(64)::bigint as digest,
      range_agg(int4range((x ->> 3)::integer, (x ->> 4)::integer + 1799999)) as seen
    from jsonb_array_elements(batch -> 'visitors') x where exists (select from site s where s.id = (x ->> 1)::integer) group by 1, 2, 3),
  beside as (
    select g.*, g.day = any (open_days) as told_apart, v.seen as before
    from given g left join visitor v on g.day = any (open_days) and v.slot = visitor_slot(g.day) and v.site_id = g.site_id and v.digest = g.digest),
  kept as (
    insert into visitor (slot, site_id, digest, seen)
    select visitor_slot(day), site_id, digest, seen + coalesce(before, '{}') from beside where told_apart
    on conflict (slot, site_id, digest) do update set seen = excluded.seen),
  more as (
    select site_id, day, count(*) filter (where before is null) as visitors,
      sum(visits_in(seen + coalesce(before, '{}')) - coalesce(visits_in(before), 0)) as visits
    from beside group by 1, 2),
  total as (
    update site_views t set visits = t.visits + m.visits from (select site_id, sum(visits) as visits from more group by 1) m
    where t.site_id = m.site_id)
  update site_day d set visitors = d.visitors + m.visitors, visits = d.visits + m.visits
  from more m where d.site_id = m.site_id and d.day = m.day;
end $$;

-- The one door for the public face: takes in a batch once, however often it comes, and answers with the salts of `today` and of
-- the day after, as {"2026-11-23": hex}. Without a batch it only answers.
create function count_visits(process uuid, number integer, today date, batch jsonb) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted date;
begin
  perform lock_counting();
  if number is not null then
    insert into counting_process as p (id, counted) values (process, int4multirange(int4range(number, number + 1)))
    on conflict (id) do update set counted = p.counted + excluded.counted where not p.counted @> number;
    if found then perform add_counts(batch); end if;
  end if;
  for wanted in select d::date from generate_series(today, today + 1, interval '1 day') d loop
    perform open_visitor_day(wanted);
  end loop;
  return coalesce((select jsonb_object_agg(v.day, encode(v.salt, 'hex')) from visitor_day v where v.day in (today, today + 1)), '{}');
end $$;

revoke execute on function lock_counting(), forget_visitors(date), open_visitor_day(date), add_counts(jsonb), count_visits(uuid, integer, date, jsonb) from public;
grant execute on function count_visits(uuid, integer, date, jsonb) to khue_delivery;
grant select on entry_views, site_views to khue_delivery;
-- The office reads; it adds rows for the demonstration and changes none.
grant select, insert on site_day, section_day, entry_day, entry_month, entry_views, site_views to khue_office;
grant select on counting_process, visitors_forgotten to khue_office;
-- Whether a day was forgotten in time; not its salt.
grant select (day) on visitor_day to khue_office;
grant execute on function forget_visitors(date) to khue_office;

-- How timely answers are: each answer clock that ended is one, with where it ended and the working days it took. Sums by month are kept,
-- so that boards and the public table need no walk through the cases.

-- Working days after one day up to another (days of Vietnam), by the calendar of days off.
create function working_days_between(from_day date, to_day date) returns integer language sql stable as $$
  select (count(*) filter (where extract(isodow from d) < 6))::integer
    - (select count(*)::integer from calendar_day where counts and kind = 'off' and day > from_day and day <= to_day and extract(isodow from day) < 6)
    + (select count(*)::integer from calendar_day where counts and kind = 'work' and day > from_day and day <= to_day and extract(isodow from day) >= 6)
  from generate_series(from_day + 1, to_day, interval '1 day') d
$$;

alter table case_clock
  add column ended_site_id integer references site on delete set null,
  add column ended_division_id integer references division on delete set null,
  add column ended_field_id integer references case_field on delete set null,
  add column ended_kind text,
  -- Without the days it waited for the sender.
  add column working_days smallint;
create index clock_ended on case_clock (ended_site_id, ended_at desc, id desc) where ended_site_id is not null;
create index on case_clock (ended_division_id) where ended_division_id is not null;

create function clock_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c citizen_case%rowtype;
  waited integer;
begin
  select * into c from citizen_case where id = new.case_id;
  if c.kind = 'sealed_letter' then return new; end if;
  select coalesce(sum(working_days_between((p.from_at at time zone 'Asia/Ho_Chi_Minh')::date,
      (least(coalesce(p.to_at, new.ended_at), new.ended_at) at time zone 'Asia/Ho_Chi_Minh')::date)), 0)
    into waited from case_pause p where p.clock_id = new.id;
  new.ended_site_id := c.handling_site_id;
  new.ended_division_id := c.division_id;
  new.ended_field_id := c.field_id;
  new.ended_kind := c.kind;
  new.working_days := least(32000, greatest(0, working_days_between((new.started_at at time zone 'Asia/Ho_Chi_Minh')::date,
    (new.ended_at at time zone 'Asia/Ho_Chi_Minh')::date) - waited));
  return new;
end $$;
create trigger case_clock_ends before update of state on case_clock for each row
  when (old.state = 'running' and new.state in ('met', 'missed') and new.purpose = 'answer') execute function clock_ends();

-- Answers by month and by how long they took: medians follow exactly. 0 stands for none named.
create table case_pace (
  site_id integer not null references site on delete cascade,
  kind text not null,
  division_id integer not null,
  field_id integer not null,
  month date not null,
  working_days smallint not null,
  on_time boolean not null,
  answers integer not null check (answers >= 0),
  primary key (site_id, month, kind, division_id, field_id, working_days, on_time)
);

create function count_clock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.ended_site_id is null then return null; end if;
  insert into case_pace as p (site_id, kind, division_id, field_id, month, working_days, on_time, answers)
    values (new.ended_site_id, new.ended_kind, coalesce(new.ended_division_id, 0), coalesce(new.ended_field_id, 0),
      date_trunc('month', new.ended_at at time zone 'Asia/Ho_Chi_Minh')::date, new.working_days, new.state = 'met', 1)
    on conflict (site_id, month, kind, division_id, field_id, working_days, on_time) do update set answers = p.answers + 1;
  -- Pages that show it are drawn anew within the hour (keepUntil); no purge at each answer.
  return null;
end $$;
create trigger case_clock_counted after update of state on case_clock for each row
  when (old.state = 'running' and new.state in ('met', 'missed') and new.purpose = 'answer') execute function count_clock();

-- The public table: portals that turned it on.
create view live_case_pace as
  select p.site_id, p.kind, p.field_id, p.month, p.working_days, p.on_time, p.answers
  from case_pace p join case_setting s on s.site_id = p.site_id and s.league;
grant select on live_case_pace to khue_delivery, khue_office;
grant select, insert, update, delete on case_pace to khue_office;
revoke execute on function clock_ends(), count_clock() from public;

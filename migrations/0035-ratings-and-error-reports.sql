-- What the public may write: how satisfied a reader is with a page, and reports of errors. The delivery role may call two functions
-- and nothing else; what they refuse, they refuse by name. The digests that keep one reader to one voice are forgotten the next day.

-- Sums by day, kept for ever. The page is the path it had; entry_id names the entry that was there.
create table rating_day (
  site_id integer not null references site on delete cascade,
  page text not null check (length(page) between 1 and 300),
  day date not null,
  entry_id integer references entry on delete set null,
  very_satisfied integer not null default 0 check (very_satisfied >= 0),
  satisfied integer not null default 0 check (satisfied >= 0),
  unsatisfied integer not null default 0 check (unsatisfied >= 0),
  primary key (site_id, page, day)
);
create index on rating_day (site_id, day);
create index on rating_day (entry_id);

-- A word a reader left with a rating. Nothing here tells who wrote it. What looks like an advertisement is kept, but out of sight.
create table rating_comment (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  page text not null,
  entry_id integer references entry on delete set null,
  choice text not null check (choice in ('very_satisfied', 'satisfied', 'unsatisfied')),
  body text not null check (length(body) between 1 and 1000 and body is nfc normalized),
  suspect text check (suspect in ('links', 'gambling')),
  at timestamptz not null default now()
);
create index on rating_comment (site_id, id desc);

-- Who rated what today, so that a second rating changes the first. Emptied every night.
create table rating_voice (
  day date not null,
  site_id integer not null references site on delete cascade,
  page text not null,
  visitor text not null,
  choice text not null,
  comment_id integer references rating_comment on delete set null,
  primary key (day, site_id, page, visitor)
);
create index on rating_voice (day, visitor);

-- Notes a rating; a second one of the same reader, page and day takes the place of the first.
-- rated; unknown: no such page on this portal; enough: too many pages rated by one reader today.
create function rate_page(site_wanted integer, page_wanted text, chosen text, words text, looks_like text, reader text)
  returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  entry_found integer;
  before rating_voice%rowtype;
  word_id integer;
begin
  if chosen not in ('very_satisfied', 'satisfied', 'unsatisfied') then return 'unknown'; end if;
  select a.entry_id into entry_found from live_address a join live_item i on i.site_id = a.site_id and i.entry_id = a.entry_id
    where a.site_id = site_wanted and a.path = page_wanted;
  if entry_found is null and page_wanted <> '/' and not exists (
    select from section s where s.site_id = site_wanted and not s.hidden and '/chuyen-muc/' || s.slug = page_wanted)
  then return 'unknown'; end if;
  -- Ratings of one reader come one after another.
  perform pg_advisory_xact_lock(hashtextextended('rating ' || reader, 0));
  select * into before from rating_voice v where v.day = today and v.site_id = site_wanted and v.page = page_wanted and v.visitor = reader;
  if before.visitor is null and (select count(*) from rating_voice v where v.day = today and v.visitor = reader) >= 60 then return 'enough'; end if;
  if words <> '' and before.comment_id is not null then
    update rating_comment set body = words, suspect = looks_like, choice = chosen, at = now() where id = before.comment_id;
    word_id := before.comment_id;
  elsif words <> '' then
    insert into rating_comment (site_id, page, entry_id, choice, body, suspect)
      values (site_wanted, page_wanted, entry_found, chosen, words, looks_like) returning id into word_id;
  else
    word_id := before.comment_id;
    update rating_comment set choice = chosen where id = word_id;
  end if;
  insert into rating_voice (day, site_id, page, visitor, choice, comment_id)
    values (today, site_wanted, page_wanted, reader, chosen, word_id)
    on conflict (day, site_id, page, visitor) do update set choice = excluded.choice, comment_id = excluded.comment_id;
  insert into rating_day as d (site_id, page, day, entry_id, very_satisfied, satisfied, unsatisfied)
    values (site_wanted, page_wanted, today, entry_found,
      (chosen = 'very_satisfied')::integer, (chosen = 'satisfied')::integer, (chosen = 'unsatisfied')::integer)
    on conflict (site_id, page, day) do update set
      entry_id = excluded.entry_id,
      very_satisfied = d.very_satisfied + excluded.very_satisfied - coalesce((before.choice = 'very_satisfied')::integer, 0),
      satisfied = d.satisfied + excluded.satisfied - coalesce((before.choice = 'satisfied')::integer, 0),
      unsatisfied = d.unsatisfied + excluded.unsatisfied - coalesce((before.choice = 'unsatisfied')::integer, 0);
  return 'rated';
end $$;

-- How long a portal gives itself for reports of errors, and how long it keeps who sent one: its own rules. That information is put
-- right promptly is Decree 224/2026, art. 9, cl. 3.
create table error_report_rule (
  site_id integer primary key references site on delete cascade,
  hours integer not null default 24 check (hours between 1 and 720),
  keep_days integer not null default 90 check (keep_days between 1 and 3650)
);

create table error_report (
  id integer generated always as identity primary key,
  -- Known to who sent it: opens the receipt.
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  site_id integer not null references site on delete cascade,
  entry_id integer references entry on delete set null,
  edition_id integer references edition on delete set null,
  path text not null,
  title text not null,
  kind text not null check (kind in ('fact', 'spelling', 'link', 'picture', 'other')),
  what text not null check (length(what) between 1 and 2000 and what is nfc normalized),
  passage text not null default '' check (length(passage) <= 500),
  suspect text check (suspect in ('trap', 'links', 'gambling')),
  state text not null default 'open' check (state in ('open', 'taken', 'corrected', 'not_error', 'spam')),
  received_at timestamptz not null default now(),
  due_at timestamptz not null,
  taken_by text references person,
  taken_at timestamptz,
  closed_by text references person,
  closed_at timestamptz,
  note text not null default '',
  -- The answer went out by mail.
  answered_at timestamptz,
  -- Set when name and address were erased after the time the portal keeps them.
  sender_erased_at timestamptz,
  is_demo boolean not null default false,
  constraint closed_has_closer check ((state in ('corrected', 'not_error', 'spam')) = (closed_at is not null and closed_by is not null)),
  constraint taken_has_taker check (state <> 'taken' or (taken_by is not null and taken_at is not null))
);
create index error_report_open on error_report (site_id, due_at, id) where closed_at is null;
create index error_report_closed on error_report (site_id, closed_at desc, id desc) where closed_at is not null;
create index on error_report (site_id, received_at);
create index on error_report (entry_id);

-- Name and address of who sent a report, apart from it: only to answer, erased after the time the portal keeps them.
create table error_report_sender (
  report_id integer primary key references error_report on delete cascade,
  name text not null default '' check (length(name) <= 120),
  email text not null default '' check (length(email) <= 254),
  mail_id integer references outbox_mail on delete set null,
  check (name <> '' or email <> '')
);

-- How many reports one reader sent today; nothing leads from here to a report.
create table error_report_voice (
  day date not null,
  site_id integer not null references site on delete cascade,
  visitor text not null,
  reports integer not null default 1,
  primary key (day, site_id, visitor)
);

-- Takes a report in one commit with its clock and its audit event.
-- received; unknown and gone: no such article here, or no more; enough: this reader sent many today; busy: the portal received many this hour.
create function report_error(site_wanted integer, path_wanted text, code_made text, kind_chosen text, words text, passage_quoted text,
    looks_like text, sender_name text, sender_email text, reader text)
  returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  item live_item%rowtype;
  sent integer;
  report_id integer;
  hours_allowed integer := coalesce((select hours from error_report_rule where site_id = site_wanted), 24);
begin
  select i.* into item from live_address a join live_item i on i.site_id = a.site_id and i.entry_id = a.entry_id
    where a.site_id = site_wanted and a.path = path_wanted;
  if item.entry_id is null then
    return case when exists (select from live_address a where a.site_id = site_wanted and a.path = path_wanted) then 'gone' else 'unknown' end;
  end if;
  if (select count(*) from error_report r where r.site_id = site_wanted and r.received_at > now() - interval '1 hour') >= 60 then return 'busy'; end if;
  insert into error_report_voice as v (day, site_id, visitor) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date, site_wanted, reader)
    on conflict (day, site_id, visitor) do update set reports = v.reports + 1 where v.reports < 10
    returning v.reports into sent;
  if sent is null then return 'enough'; end if;
  insert into error_report (code, site_id, entry_id, edition_id, path, title, kind, what, passage, suspect, due_at)
    values (code_made, site_wanted, item.entry_id, item.edition_id, item.path, item.title, kind_chosen, words, passage_quoted, looks_like,
      now() + make_interval(hours => hours_allowed))
    returning id into report_id;
  if sender_name <> '' or sender_email <> '' then
    insert into error_report_sender (report_id, name, email) values (report_id, sender_name, sender_email);
  end if;
  insert into audit_event (id, at, actor, action, subject_kind, subject_id, site_id, summary, after, prev_hash, hash)
    values (0, now(), 'Bạn đọc', 'error-report.received', 'error-report', report_id::text, site_wanted,
      'Nhận báo lỗi về bài “' || item.title || '”', jsonb_build_object('kind', kind_chosen, 'entryId', item.entry_id), '', '');
  return 'received';
end $$;

-- What who sent a report may know of it: no word of it, and nobody's name.
create function error_report_receipt(site_wanted integer, code_known text)
  returns table (path text, title text, live boolean, state text, received_at timestamptz, due_at timestamptz, closed_at timestamptz, answers boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.path, r.title, exists (select from live_item i where i.site_id = r.site_id and i.entry_id = r.entry_id),
    r.state, r.received_at, r.due_at, r.closed_at, exists (select from error_report_sender s where s.report_id = r.id and s.email <> '')
  from error_report r where r.site_id = site_wanted and r.code = code_known
$$;

-- A public page says how satisfied readers are, from ten ratings on (src/ratings/rating.ts), and how soon a report is answered.
grant select on rating_day, error_report_rule to khue_delivery;
revoke execute on function rate_page(integer, text, text, text, text, text), error_report_receipt(integer, text),
  report_error(integer, text, text, text, text, text, text, text, text, text) from public;
grant execute on function rate_page(integer, text, text, text, text, text), error_report_receipt(integer, text),
  report_error(integer, text, text, text, text, text, text, text, text, text) to khue_delivery;
grant select on rating_day to khue_office;
grant select, insert, update, delete on rating_comment, rating_voice, error_report_rule, error_report, error_report_sender, error_report_voice to khue_office;
grant insert on rating_day to khue_office;

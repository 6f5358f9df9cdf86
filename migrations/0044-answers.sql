-- Published answers: entries of kind 'answer' (src/answers), each made from the approved answer of a case.

-- What a published answer tells of its case: no number, no sender. Written once, in the commit that publishes it.
create table published_answer (
  entry_id integer primary key references entry on delete cascade,
  -- One case is published once. Not shown anywhere.
  case_id integer unique references citizen_case on delete set null,
  field_id integer references case_field on delete set null,
  division_id integer references division on delete set null,
  -- As they were called when they answered.
  division text not null default '',
  agency text not null check (length(btrim(agency)) > 0),
  asked_on date not null,
  answered_on date not null,
  working_days smallint not null check (working_days >= 0),
  -- Whether the answer came before its clock ran out; null where no clock measured it.
  on_time boolean,
  -- Why it concerns more than its sender, where the sender did not ask for publication.
  interest text not null default '',
  constraint answered_after_asked check (answered_on >= asked_on)
);

-- Only an answer somebody approved is published, never that of a sealed letter, and of joined cases only that of the one they were joined to.
create function guard_published_answer() returns trigger language plpgsql as $$
begin
  if not exists (select from citizen_case c where c.id = new.case_id and c.kind <> 'sealed_letter' and c.merged_into is null
      and exists (select from case_answer a where a.case_id = c.id and a.state = 'approved')) then
    raise exception 'entry % has no approved answer that may be published', new.entry_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger published_answer_guard before insert on published_answer for each row execute function guard_published_answer();

-- What readers see of it, on every portal that shows it. Written by triggers alone.
create table live_answer (
  site_id integer not null,
  entry_id integer not null,
  home_site_id integer not null references site on delete cascade,
  language text not null,
  field_id integer references case_field on delete set null,
  division_id integer,
  division text not null,
  agency text not null,
  asked_on date not null,
  answered_on date not null,
  working_days smallint not null,
  on_time boolean,
  published_at timestamptz not null,
  -- Folded words of title and question, for finding questions like one that is being typed.
  asked tsvector not null,
  -- Those and the words of the answer, for searching among answers.
  search tsvector not null,
  primary key (site_id, entry_id),
  foreign key (site_id, entry_id) references live_item (site_id, entry_id) on delete cascade
);
create index live_answer_newest on live_answer (site_id, language, published_at desc, entry_id desc);
create index live_answer_field on live_answer (site_id, field_id, language, published_at desc, entry_id desc);
create index live_answer_division on live_answer (site_id, division_id, language, published_at desc, entry_id desc);
create index live_answer_field_division on live_answer (site_id, field_id, division_id, language, published_at desc, entry_id desc);
create index live_answer_network on live_answer (language, published_at desc, entry_id desc) where site_id = home_site_id;
create index live_answer_network_field on live_answer (field_id, language, published_at desc, entry_id desc) where site_id = home_site_id;
create index live_answer_entry on live_answer (entry_id);
create index live_answer_asked on live_answer using gin (asked);
create index live_answer_search on live_answer using gin (search);

-- How many a portal shows by field and division (0: none named), kept so that a list of a million is not counted for a page.
create table live_answer_count (
  site_id integer not null references site on delete cascade,
  language text not null,
  field_id integer not null,
  division_id integer not null,
  is_home boolean not null,
  answers integer not null check (answers >= 0),
  primary key (site_id, language, field_id, division_id, is_home)
);
create index live_answer_count_field on live_answer_count (language, field_id) where is_home;

-- How long a portal's own answers took, by month: how many took so many working days. Medians follow from it exactly.
create table live_answer_pace (
  site_id integer not null references site on delete cascade,
  month date not null,
  working_days smallint not null,
  on_time boolean not null,
  answers integer not null check (answers >= 0),
  primary key (site_id, month, working_days, on_time)
);

create function count_live_answer(a live_answer, one integer) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- A row a portal is deleted with needs no counting, and its portal is gone.
  if not exists (select from site s where s.id = a.site_id) then return; end if;
  insert into live_answer_count as n (site_id, language, field_id, division_id, is_home, answers)
    values (a.site_id, a.language, coalesce(a.field_id, 0), coalesce(a.division_id, 0), a.site_id = a.home_site_id, greatest(one, 0))
    on conflict (site_id, language, field_id, division_id, is_home) do update set answers = greatest(n.answers + one, 0);
  if a.site_id = a.home_site_id and a.on_time is not null then
    insert into live_answer_pace as n (site_id, month, working_days, on_time, answers)
      values (a.site_id, date_trunc('month', a.answered_on)::date, a.working_days, a.on_time, greatest(one, 0))
      on conflict (site_id, month, working_days, on_time) do update set answers = greatest(n.answers + one, 0);
  end if;
end $$;

-- answers:N are lists of answers of a portal, answers:all those of the network.
create function live_answer_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    perform count_live_answer(old, -1);
    perform notify_purge(array['answers:' || old.site_id, 'answers:all']);
  end if;
  if tg_op <> 'DELETE' then
    perform count_live_answer(new, 1);
    perform notify_purge(array['answers:' || new.site_id, 'answers:all']);
  end if;
  return null;
end $$;
create trigger live_answer_counts after insert or update or delete on live_answer for each row execute function live_answer_changed();

-- A live entry of kind 'answer' takes its facts along. Its question is the quotation its text begins with (src/answers/answer.ts).
create function show_live_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare content jsonb;
begin
  select e.content into content from edition e where e.id = new.edition_id;
  insert into live_answer (site_id, entry_id, home_site_id, language, field_id, division_id, division, agency, asked_on, answered_on,
      working_days, on_time, published_at, asked, search)
    select new.site_id, new.entry_id, new.home_site_id, new.language, p.field_id, p.division_id, p.division, p.agency, p.asked_on,
      p.answered_on, p.working_days, p.on_time, new.published_at,
      setweight(to_tsvector('simple', search_words(new.title)), 'A')
        || setweight(to_tsvector('simple', search_words(left(words_in(jsonb_build_object('body', content #> '{body,content,0}')), 20000))), 'B'),
      new.search
    from published_answer p where p.entry_id = new.entry_id;
  return null;
end $$;
create trigger live_item_answer after insert on live_item for each row when (new.kind = 'answer') execute function show_live_answer();

-- Lists of news do not show answers, which have a list of their own.
create index live_item_news on live_item (site_id, language, published_at desc, entry_id desc) where kind not in ('answer', 'complaint-result');

-- Names of fields stand beside answers; whether a portal takes questions stands on its lists.
create function case_field_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'case-fields');
  return null;
end $$;
create trigger case_field_purge after update on case_field for each row execute function case_field_changed();
create function case_setting_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'frame:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger case_setting_purge after insert or update or delete on case_setting for each row execute function case_setting_changed();

revoke execute on function count_live_answer(live_answer, integer), live_answer_changed(), show_live_answer() from public;
grant select on live_answer, live_answer_count, live_answer_pace to khue_office, khue_delivery;
grant select, insert on published_answer to khue_office;

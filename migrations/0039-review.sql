-- Facts that stand on pages of others told nobody when they changed; one machine could speak for many readers.

-- Portals below show the names of the one above, and portals above those of the ones below, in both languages (see 0023).
create or replace trigger site_name_purge after update of name, short_name, name_en, short_name_en, parent_id on site for each row
  when ((old.name, old.short_name, old.name_en, old.short_name_en, old.parent_id)
    is distinct from (new.name, new.short_name, new.name_en, new.short_name_en, new.parent_id))
  execute function site_surroundings_changed();

-- A topic that is opened again stands on front pages and site maps that did not show it, so they bear no tag of it.
create function topic_opened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_purge(array(select distinct 'site:' || site_id from live_topic_item where topic_id = new.id));
  return null;
end $$;
create trigger topic_opened_purge after update of archived_at on topic for each row
  when ((old.archived_at is null) <> (new.archived_at is null)) execute function topic_opened();

-- The map for search engines names both versions of an entry too.
create or replace function translation_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_purge(array['entry:' || coalesce(new.entry_id, old.entry_id), 'entry:' || coalesce(new.group_id, old.group_id),
      'site:' || coalesce(new.site_id, old.site_id)]
    || array(select 'entry:' || t.entry_id from entry_translation t where t.group_id = coalesce(new.group_id, old.group_id)));
  return null;
end $$;

revoke execute on function topic_opened() from public;

-- Whoever names another browser with each request is another reader each time. The first 16 digits of who asks are the same for all
-- readers behind one address (src/statistics/visit-counter.ts): together they rate a page 100 times a day at most, and send a portal
-- 30 reports, so that one machine neither makes a page's figure nor uses up what a portal takes within an hour.
create or replace function rate_page(site_wanted integer, page_wanted text, chosen text, words text, looks_like text, reader text)
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
  if before.visitor is null and (select count(*) from rating_voice v where v.day = today and v.site_id = site_wanted and v.page = page_wanted
    and left(v.visitor, 16) = left(reader, 16)) >= 100 then return 'enough'; end if;
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

create or replace function report_error(site_wanted integer, path_wanted text, code_made text, kind_chosen text, words text, passage_quoted text,
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
  if (select sum(v.reports) from error_report_voice v where v.day = (now() at time zone 'Asia/Ho_Chi_Minh')::date and v.site_id = site_wanted
    and left(v.visitor, 16) = left(reader, 16)) >= 30 then return 'enough'; end if;
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

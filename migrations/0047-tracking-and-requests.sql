-- Following a case by its code; requests for information with their register and the handing over of files; what a portal says of both.

-- Whether a reader may still try codes today, counting one more wrong try. Thirty from one reader, 300 from one address.
create function case_tries(reader text, wrong boolean) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  if coalesce(reader, '') = '' then return true; end if;
  if wrong then
    -- The first 16 digits are shared by all readers behind one address.
    insert into case_voice as v (day, visitor, tries) select today, who, 1 from unnest(array[reader, left(reader, 16)]) who
      -- In the order in which cases and files are counted, so that nobody waits for one another.
      group by who order by who desc
      on conflict (day, visitor) do update set tries = v.tries + 1;
  end if;
  return not exists (select from case_voice v where v.day = today
    and ((v.visitor = reader and v.tries >= 30) or (v.visitor = left(reader, 16) and v.tries >= 300)));
end $$;

-- What an information request is beside its case: how it was classified, and its line in the register (Law on Access to Information
-- 2016, art. 26). `subject` is in the officer's general words and names nobody.
create table information_request (
  case_id integer primary key references citizen_case on delete cascade,
  complexity text check (complexity in ('simple', 'complex')),
  classified_by text references person on delete set null,
  classified_at timestamptz,
  subject text not null default '' check (subject is nfc normalized and length(subject) <= 200),
  check ((complexity is null) = (classified_at is null))
);

-- Information handed over. A file lies here encrypted under a key made of its code, which nobody keeps: who holds the code opens it.
create table information_delivery (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  means text not null check (means in ('code', 'public', 'counter', 'post')),
  code_hash bytea unique,
  salt bytea,
  content bytea check (octet_length(content) <= 21 * 1024 * 1024),
  -- Of the file before it was encrypted: what proves which file was given.
  bytes integer,
  sha256 text,
  note text not null default '' check (length(note) <= 500),
  made_by text references person on delete set null,
  made_at timestamptz not null default now(),
  expires_at timestamptz,
  taken_at timestamptz,
  -- Digest of who took it, forgotten with the file: the same reader may go on after a broken download.
  taker text,
  takings smallint not null default 0,
  emptied_at timestamptz,
  check ((means = 'code') = (code_hash is not null and salt is not null and bytes is not null and sha256 is not null and expires_at is not null)),
  check (content is null or (means = 'code' and emptied_at is null)),
  check (means <> 'code' or (content is null) = (emptied_at is not null))
);
create index on information_delivery (case_id, id);
create index delivery_to_empty on information_delivery (coalesce(taken_at, expires_at)) where content is not null;

-- Hands out a file once: {"is": "given", "salt", "content"} as hex, or taken, expired, unknown, enough (too many wrong codes today).
-- Who took it may take it again for ten minutes, four times, in case the download broke; nobody else may.
create function take_delivery(code_digest bytea, reader text) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d information_delivery%rowtype;
  c citizen_case%rowtype;
begin
  if not case_tries(reader, false) then return jsonb_build_object('is', 'enough'); end if;
  select * into d from information_delivery where code_hash = code_digest for update;
  if d.id is null then
    perform case_tries(reader, true);
    return jsonb_build_object('is', 'unknown');
  end if;
  if d.taken_at is not null and not (d.content is not null and d.taker = reader and d.takings < 5 and d.taken_at > now() - interval '10 minutes') then
    return jsonb_build_object('is', 'taken');
  end if;
  if d.content is null or (d.taken_at is null and d.expires_at <= now()) then return jsonb_build_object('is', 'expired'); end if;
  update information_delivery set takings = takings + 1, taken_at = coalesce(taken_at, now()), taker = reader where id = d.id;
  if d.taken_at is null then
    select * into c from citizen_case where id = d.case_id;
    insert into case_event (case_id, step, by_whom, is_public, told_at) values (c.id, 'fetch', 'sender', true, now());
    insert into audit_event (id, at, actor, action, subject_kind, subject_id, site_id, summary, prev_hash, hash)
      values (0, now(), 'Người gửi', 'case.information-fetched', 'case', c.id::text, c.handling_site_id,
        'Người yêu cầu nhận thông tin của hồ sơ ' || c.number, '', '');
  end if;
  return jsonb_build_object('is', 'given', 'salt', encode(d.salt, 'hex'), 'content', encode(d.content, 'base64'));
end $$;

-- What a portal says of access to information (Decree 13/2018, art. 11) and of personal data: whom to ask, where its list stands.
create table access_setting (
  site_id integer primary key references site on delete cascade,
  contact_unit text not null default '' check (length(contact_unit) <= 200),
  contact_address text not null default '' check (length(contact_address) <= 300),
  contact_phone text not null default '' check (length(contact_phone) <= 60),
  contact_email text not null default '' check (length(contact_email) <= 254),
  list_href text not null default '' check (list_href = '' or list_href ~ '^(/([^/\\[:space:][:cntrl:]][^\\[:space:][:cntrl:]]*)?|https://[^\\[:space:][:cntrl:]]+)$'),
  guidance text not null default '' check (length(guidance) <= 5000),
  data_unit text not null default '' check (length(data_unit) <= 200),
  data_phone text not null default '' check (length(data_phone) <= 60),
  data_email text not null default '' check (length(data_email) <= 254)
);
create function access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'access:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger access_purge after insert or update or delete on access_setting for each row execute function access_changed();

revoke execute on function case_tries(text, boolean), take_delivery(bytea, text) from public;
grant execute on function case_tries(text, boolean), take_delivery(bytea, text) to khue_delivery, khue_office;
grant select on access_setting to khue_delivery;
grant select, insert, update, delete on information_request, information_delivery, access_setting to khue_office;

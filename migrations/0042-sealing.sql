-- Personal data of citizens is sealed before it is stored: with a public key the database holds, for private keys it never sees.

create table sealing_key (
  kid text primary key check (kid ~ '^[A-Za-z0-9_-]{1,200}$'),
  -- A JWK of the public half: OKP on X25519. Nothing private may ever stand here.
  public_jwk jsonb not null check (public_jwk ? 'x' and not public_jwk ? 'd'),
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz
);
create unique index sealing_key_active on sealing_key ((true)) where retired_at is null;
grant select on sealing_key to khue_delivery;
grant select, insert, update, delete on sealing_key to khue_office;

-- The name of the key in the header of a sealed value (a compact JWE); null for what is none.
create function sealed_with(sealed text) returns text language sql immutable strict parallel safe
  return case when sealed ~ '^eyJ[A-Za-z0-9_-]+\.' and length(split_part(sealed, '.', 1)) % 4 <> 1 then
    substring(convert_from(decode(
      translate(split_part(sealed, '.', 1), '-_', '+/') || repeat('=', (4 - length(split_part(sealed, '.', 1)) % 4) % 4), 'base64'),
      'LATIN1') from '"kid":"([A-Za-z0-9_-]+)"') end;

-- A mail to a citizen: address and text are one sealed value, opened at sending only.
alter table outbox_mail add column is_sealed boolean not null generated always as (recipient = '') stored;
alter table outbox_mail add column sealed text check (sealed is null or sealed_with(sealed) is not null);
-- Set when the sealed part was taken away, some days after the mail was sent or given up.
alter table outbox_mail add column emptied_at timestamptz;
alter table outbox_mail add column case_id integer references citizen_case on delete cascade;
alter table outbox_mail add constraint plain_or_sealed check (
  case when recipient = '' then body = '' and (sealed is null) = (emptied_at is not null)
  else sealed is null and emptied_at is null end);
create index on outbox_mail (case_id) where case_id is not null;
create index outbox_mail_to_empty on outbox_mail (attempted_at) where sealed is not null;

-- Takes a file of a form that is not sent yet; its bytes lie encrypted in the folder of files before. `draft` is the digest of the
-- form's token. Gives taken; many: five files or 25 MB are in this form; enough: this reader brought many today; full: too much waits.
create function take_attachment(draft bytea, reader text, stored_as text, mime_found text, bytes_found integer, digest text,
    name_in text, key_in text) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  files integer;
  heavy bigint;
  brought integer;
begin
  if length(draft) <> 32 or bytes_found not between 1 and 10 * 1024 * 1024 or sealed_with(name_in) is null or sealed_with(key_in) is null
    or length(name_in) > 4000 or length(key_in) > 4000 then
    raise exception 'not an attachment' using errcode = 'check_violation';
  end if;
  -- One after another, so that no two forms fill the last room together.
  perform pg_advisory_xact_lock(hashtextextended('case attachments', 0));
  select count(*), coalesce(sum(bytes), 0) into files, heavy from case_attachment a where a.draft_hash = draft and a.case_id is null;
  if files >= 5 or heavy + bytes_found > 25 * 1024 * 1024 then return 'many'; end if;
  select coalesce(sum(bytes), 0) into heavy from case_attachment a where a.case_id is null;
  if heavy + bytes_found > 2::bigint * 1024 * 1024 * 1024 then return 'full'; end if;
  if reader <> '' then
    insert into case_voice as v (day, visitor, attachments) values (today, reader, 1)
      on conflict (day, visitor) do update set attachments = v.attachments + 1 where v.attachments < 30 returning v.attachments into brought;
    if brought is null then return 'enough'; end if;
    -- The first 16 digits are shared by all readers behind one address.
    insert into case_voice as v (day, visitor, attachments) values (today, left(reader, 16), 1)
      on conflict (day, visitor) do update set attachments = v.attachments + 1 where v.attachments < 150 returning v.attachments into brought;
    if brought is null then return 'enough'; end if;
  end if;
  insert into case_attachment (draft_hash, stored, mime, bytes, sha256, name_sealed, key_sealed)
    values (draft, stored_as, mime_found, bytes_found, digest, name_in, key_in);
  return 'taken';
end $$;

-- What lies in a form that is not sent yet, for who holds its token: numbers, no names.
create function draft_attachments(draft bytea) returns table (id integer, mime text, bytes integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.mime, a.bytes from case_attachment a where a.draft_hash = draft and a.case_id is null order by a.id
$$;
-- Takes a file out of such a form; its bytes are removed by the job that tidies.
create function drop_attachment(draft bytea, wanted integer) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from case_attachment a where a.draft_hash = draft and a.case_id is null and a.id = wanted returning a.id)
  select exists (select from gone)
$$;
revoke execute on function take_attachment(bytea, text, text, text, integer, text, text, text), draft_attachments(bytea), drop_attachment(bytea, integer) from public;
grant execute on function take_attachment(bytea, text, text, text, integer, text, text, text), draft_attachments(bytea), drop_attachment(bytea, integer)
  to khue_delivery, khue_office;

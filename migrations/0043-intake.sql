-- What stands between open forms and machines. Nothing here leads from a reader to a case, and nothing outlives the next night.

-- Secret with which challenges and the times of forms are signed; a new one each day. Read through proof_keys() alone.
create table proof_key (
  day date primary key,
  secret text not null check (length(secret) >= 64)
);

-- Challenges that were used: each counts once.
create table spent_proof (
  challenge bytea primary key check (length(challenge) = 32),
  day date not null
);
create index on spent_proof (day);

-- How often the same words came today; digests with the secret of the day, which is forgotten too.
create table case_echo (
  day date not null,
  words bytea not null check (length(words) = 32),
  times integer not null,
  primary key (day, words)
);

-- The secrets of today and yesterday, the newest first: what was signed before midnight is good after it.
create function proof_keys() returns table (secret text) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  if not exists (select from proof_key k where k.day = today) then
    insert into proof_key (day, secret)
      values (today, replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))
      on conflict do nothing;
  end if;
  return query select k.secret from proof_key k where k.day >= today - 1 order by k.day desc;
end $$;

-- Uses a challenge up: false when it was used before.
create function spend_proof(wanted bytea) returns boolean language sql security definer set search_path = public, pg_temp as $$
  with spent as (
    insert into spent_proof (challenge, day) values (wanted, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
      on conflict do nothing returning challenge)
  select exists (select from spent)
$$;

-- Counts the same words of a day; gives how often they came, this time included.
create function note_echo(digest bytea) returns integer language sql security definer set search_path = public, pg_temp as $$
  insert into case_echo as e (day, words, times) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date, digest, 1)
    on conflict (day, words) do update set times = e.times + 1 returning times
$$;

-- Counts a form that is pressed to be sent; false from the 61st of a reader, or the 601st of an address, within a day.
create function try_case(reader text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  tried integer;
begin
  if reader is null or reader = '' then return true; end if;
  insert into case_voice as v (day, visitor, tries) values (today, reader, 1)
    on conflict (day, visitor) do update set tries = v.tries + 1 where v.tries < 60 returning v.tries into tried;
  if tried is null then return false; end if;
  -- The first 16 digits are shared by all readers behind one address.
  insert into case_voice as v (day, visitor, tries) values (today, left(reader, 16), 1)
    on conflict (day, visitor) do update set tries = v.tries + 1 where v.tries < 600 returning v.tries into tried;
  return tried is not null;
end $$;

-- Forgets what earlier days knew of readers; of secrets, those nobody accepts any more.
create function forget_case_voices() returns void language sql security definer set search_path = public, pg_temp as $$
  delete from case_voice where day < (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  delete from case_echo where day < (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  -- A challenge is good for two hours, so yesterday's may still come back.
  delete from spent_proof where day < (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1;
  delete from proof_key where day < (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1;
$$;

revoke execute on function proof_keys(), spend_proof(bytea), note_echo(bytea), try_case(text), forget_case_voices() from public;
grant execute on function proof_keys(), spend_proof(bytea), note_echo(bytea), try_case(text) to khue_delivery, khue_office;
grant execute on function forget_case_voices() to khue_office;
-- For the sentence of a form that says how long who sent a case is kept.
grant select on case_retention to khue_delivery;

-- Words of the titles of answered questions, for finding those like one that is being typed: folded, as src/search has them.
alter table live_item add column question_words tsvector
  generated always as (case when kind = 'answer' then to_tsvector('simple', search_words(title)) end) stored;
create index live_item_question on live_item using gin (question_words) where question_words is not null;

-- In how many of those titles a word stands, as of last night: whoever looks for similar questions begins with the rarest. Words that
-- are missing here are rare.
create table question_word (
  word text primary key,
  answers integer not null
);
grant select on question_word to khue_delivery;
grant select, insert, delete on question_word to khue_office;

-- The idle limit of a session counts from its last activity; a session from single sign-on may still wait for the second factor.
alter table person_session
  add column seen_at timestamptz not null default now(),
  add column waits_for_code boolean not null default false;

-- A code of the authenticator is taken once (RFC 6238, section 5.2).
alter table person_two_factor
  add column last_code text,
  add column last_code_at timestamptz;

-- Memberships begin and end with the day as it is in Viet Nam, whatever the time zone of the connection.
create function today_in_vietnam() returns date language sql stable as $$ select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;
alter table membership alter column valid_from set default today_in_vietnam();

create or replace function holds_role(person text, site integer, roles text[]) returns boolean
  language sql stable
  return exists (
    select from membership m
    where m.person_id = person and m.role = any (roles) and (m.site_id = site or m.site_id is null)
      and today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity'));

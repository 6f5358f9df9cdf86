-- Roles. khue_office does the work of the office and the jobs; khue_delivery may read only what is live.
-- Both are NOLOGIN: the application signs in as the owner of the database and takes one of them for every connection.
-- Roles belong to the whole cluster, so several databases may race to create them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'khue_office') then
    begin create role khue_office nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not exists (select from pg_roles where rolname = 'khue_delivery') then
    begin create role khue_delivery nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  begin execute format('grant khue_office, khue_delivery to %I', current_user); exception when others then null; end;
end $$;

grant usage on schema public to khue_office, khue_delivery;

-- Text as it is searched: no diacritics, no case, đ as d. Both spellings of a tone mark (hoà, hòa) fold to the same letters.
-- No extension is needed, so it works on any PostgreSQL 15 or later.
create function fold_vietnamese(input text) returns text
  language sql immutable strict parallel safe
  return translate(lower(translate(regexp_replace(normalize(input, NFD), '[\u0300-\u036f\u031b]', '', 'g'), 'Đđ', 'dd')), '’‘“”–—', '''''""--');

create table setting (
  key text primary key,
  value jsonb not null
);
comment on table setting is 'Facts about this installation, such as whether it holds the demo network.';
grant select, insert, update, delete on setting to khue_office;
grant select on setting to khue_delivery;

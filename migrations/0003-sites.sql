-- Administrative units, dated: they merge, split and change names.
create table unit (
  id integer generated always as identity primary key,
  code text not null,
  name text not null check (name is nfc normalized),
  name_en text,
  kind text not null check (kind in ('province', 'ward', 'commune', 'special_zone', 'department', 'other')),
  parent_id integer references unit,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  unique (code, valid_from)
);
create index on unit (parent_id);

create table site (
  id integer generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  unit_id integer not null references unit,
  parent_id integer references site check (parent_id <> id),
  name text not null check (name is nfc normalized),
  short_name text not null check (short_name is nfc normalized),
  template text not null,
  theme text not null,
  tagline text not null default '',
  -- Identity shown in header and footer (Decree 174/2026, art. 93).
  agency text not null default '',
  governing_body text not null default '',
  responsible_person text not null default '',
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  closed_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
create index on site (parent_id);

create table site_host (
  host text primary key check (host = lower(host)),
  site_id integer not null references site on delete cascade,
  is_primary boolean not null default false
);
create unique index one_primary_host_per_site on site_host (site_id) where is_primary;

-- Which chain a kind of content goes through on a site, and the hours each step may take.
create table site_chain (
  site_id integer not null references site on delete cascade,
  kind text not null,
  chain text not null check (chain in ('full', 'short')),
  submitted_hours integer not null default 24 check (submitted_hours between 1 and 720),
  reviewed_hours integer not null default 24 check (reviewed_hours between 1 and 720),
  approved_hours integer not null default 24 check (approved_hours between 1 and 720),
  primary key (site_id, kind)
);

-- Sections a template gives to every site that uses it.
create table template_section (
  template text not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent_slug text,
  name text not null check (name is nfc normalized),
  position integer not null,
  primary key (template, slug),
  foreign key (template, parent_slug) references template_section
);

create table section (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  parent_id integer,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name is nfc normalized and length(btrim(name)) > 0),
  description text not null default '',
  position integer not null default 0,
  from_template boolean not null default false,
  hidden boolean not null default false,
  unique (site_id, slug),
  unique (site_id, id),
  foreign key (site_id, parent_id) references section (site_id, id)
);

-- Network-wide campaigns.
create table topic (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name is nfc normalized and length(btrim(name)) > 0),
  summary text not null default '',
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  archived_at timestamptz,
  is_demo boolean not null default false
);

create table membership (
  id integer generated always as identity primary key,
  person_id text not null references person on delete cascade,
  site_id integer references site on delete cascade,
  role text not null check (role in
    ('contributor', 'editor', 'desk_secretary', 'chief_editor', 'site_admin', 'network_admin', 'auditor')),
  valid_from date not null default current_date,
  valid_to date check (valid_to >= valid_from),
  check (case when role = 'network_admin' then site_id is null when role = 'auditor' then true else site_id is not null end)
);
create index on membership (person_id);
create index on membership (site_id);
comment on table membership is 'A person, a role, a site (none: the whole network), from and to (inclusive).';

-- Roles a person holds on a site today; a role without a site holds everywhere.
create function holds_role(person text, site integer, roles text[]) returns boolean
  language sql stable
  return exists (
    select from membership m
    where m.person_id = person and m.role = any (roles) and (m.site_id = site or m.site_id is null)
      and current_date >= m.valid_from and (m.valid_to is null or current_date <= m.valid_to));

-- A site is never its own ancestor.
create function refuse_site_cycle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive up (id, parent_id) as (
      select s.id, s.parent_id from site s where s.id = new.parent_id
      union select s.id, s.parent_id from site s join up on s.id = up.parent_id)
    select from up where up.id = new.id)
  then raise exception 'site % cannot be below itself', new.key using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger site_cycle before insert or update of parent_id on site for each row execute function refuse_site_cycle();

create function refuse_section_cycle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive up (id, parent_id) as (
      select s.id, s.parent_id from section s where s.id = new.parent_id
      union select s.id, s.parent_id from section s join up on s.id = up.parent_id)
    select from up where up.id = new.id)
  then raise exception 'section % cannot be below itself', new.slug using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger section_cycle before insert or update of parent_id on section for each row execute function refuse_section_cycle();

grant select, insert, update, delete on unit, site, site_host, site_chain, template_section, section, topic, membership to khue_office;
grant select on unit, site, site_host, section, topic to khue_delivery;

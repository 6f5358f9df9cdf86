-- An entry is the thing across time; an edition is one version of it. The portal that owns it is its home.
create table entry (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  kind text not null,
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  first_published_at timestamptz,
  created_by text not null references person,
  created_at timestamptz not null default now(),
  is_demo boolean not null default false,
  unique (id, site_id)
);
create index on entry (site_id);

create table edition (
  id integer generated always as identity primary key,
  entry_id integer not null,
  site_id integer not null,
  kind text not null,
  version integer not null check (version > 0),
  state text not null default 'draft' check (state in
    ('draft', 'submitted', 'reviewed', 'returned', 'approved', 'scheduled', 'published', 'superseded', 'withdrawn', 'expired', 'discarded')),
  chain text not null check (chain in ('full', 'short')),
  -- The whole of what is edited, one value checked by the kind (see src/articles/article.ts).
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  title text generated always as (content ->> 'title') stored not null check (title is nfc normalized),
  language text generated always as (coalesce(content ->> 'language', 'vi')) stored not null,
  genre text generated always as (coalesce(content ->> 'genre', '')) stored not null,
  -- Raised by every save; a save based on an older revision is a conflict.
  revision integer not null default 1,
  author_id text not null references person,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null references person,
  state_since timestamptz not null default now(),
  step_due_at timestamptz,
  submitted_by text references person,
  submitted_at timestamptz,
  reviewed_by text references person,
  reviewed_at timestamptz,
  approved_by text references person,
  approved_at timestamptz,
  scheduled_for timestamptz,
  expires_at timestamptz,
  published_by text references person,
  published_at timestamptz,
  ended_at timestamptz,
  emergency_reason text check (length(btrim(emergency_reason)) > 0),
  confirmed_by text references person,
  confirmed_at timestamptz,
  correction_note text check (length(btrim(correction_note)) > 0),
  withdrawal_reason text check (length(btrim(withdrawal_reason)) > 0),
  restored_from integer references edition,
  unique (entry_id, version),
  foreign key (entry_id, site_id) references entry (id, site_id) on delete cascade,
  constraint scheduled_has_time check (state <> 'scheduled' or scheduled_for is not null),
  constraint approved_has_approver check (state not in ('approved', 'scheduled') or approved_by is not null),
  constraint live_was_approved check (state <> 'published' or approved_by is not null or emergency_reason is not null),
  constraint live_has_time check (state <> 'published' or published_at is not null),
  constraint approver_is_not_author check (approved_by is null or approved_by <> author_id),
  constraint approver_is_not_submitter check (approved_by is null or approved_by is distinct from submitted_by),
  constraint confirmer_is_second check (confirmed_by is null or
    (confirmed_by <> author_id and confirmed_by is distinct from published_by and emergency_reason is not null)),
  constraint withdrawal_has_reason check (state <> 'withdrawn' or withdrawal_reason is not null)
);
create unique index one_live_edition_per_entry on edition (entry_id) where state = 'published';
create unique index one_open_edition_per_entry on edition (entry_id)
  where state in ('draft', 'submitted', 'reviewed', 'returned', 'approved', 'scheduled');
create index edition_by_site on edition (site_id, updated_at desc, id desc);
create index edition_by_author on edition (author_id, updated_at desc, id desc);
create index edition_due on edition (scheduled_for) where state = 'scheduled';
create index edition_expiring on edition (expires_at) where state = 'published' and expires_at is not null;
create index edition_waiting on edition (site_id, state, step_due_at) where state in ('submitted', 'reviewed', 'approved', 'returned');
create index edition_unconfirmed on edition (site_id) where emergency_reason is not null and confirmed_by is null;

-- What was approved is what is published: the content of an edition is frozen from approval on.
create function refuse_change_after_approval() returns trigger language plpgsql as $$
begin
  if new.content is distinct from old.content
    and old.state in ('approved', 'scheduled', 'published', 'superseded', 'withdrawn', 'expired', 'discarded') then
    raise exception 'edition % is %, its content no longer changes', old.id, old.state using errcode = 'check_violation';
  end if;
  if new.author_id <> old.author_id or new.entry_id <> old.entry_id or new.site_id <> old.site_id then
    raise exception 'edition % keeps its author, entry and site', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger edition_frozen before update on edition for each row execute function refuse_change_after_approval();

-- Who restores or corrects a text does not become its only author: the approver may not have written the text restored either.
create function refuse_approval_by_original_author() returns trigger language plpgsql as $$
begin
  if new.approved_by is not null and new.restored_from is not null
    and exists (select from edition o where o.id = new.restored_from and o.author_id = new.approved_by) then
    raise exception 'edition % restores a text of its approver', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger edition_second_person before insert or update of approved_by on edition
  for each row execute function refuse_approval_by_original_author();

-- Every step an edition took, with its comment.
create table edition_step (
  id integer generated always as identity primary key,
  edition_id integer not null references edition on delete cascade,
  transition text not null,
  from_state text,
  to_state text not null,
  person_id text references person,
  comment text,
  at timestamptz not null default now()
);
create index on edition_step (edition_id);

-- Every text that was kept: saves, steps, autosaves (thinned to one per person and five minutes) and the losing side of conflicts.
create table edition_save (
  id integer generated always as identity primary key,
  edition_id integer not null references edition on delete cascade,
  revision integer not null,
  kind text not null check (kind in ('autosave', 'save', 'step', 'restore', 'import', 'conflict')),
  content jsonb not null,
  person_id text not null references person,
  saved_at timestamptz not null default now()
);
create index on edition_save (edition_id, id desc);

create table edition_presence (
  edition_id integer not null references edition on delete cascade,
  person_id text not null references person on delete cascade,
  seen_at timestamptz not null default now(),
  typing_at timestamptz,
  primary key (edition_id, person_id)
);

-- Comments for colleagues: on a passage (quote) or, without one, a note for the desk.
create table edition_comment (
  id integer generated always as identity primary key,
  entry_id integer not null references entry on delete cascade,
  edition_id integer not null references edition on delete cascade,
  person_id text not null references person,
  quote text,
  body text not null check (length(btrim(body)) > 0),
  created_at timestamptz not null default now(),
  resolved_by text references person,
  resolved_at timestamptz
);
create index on edition_comment (entry_id);

-- Signed link to a draft, also for someone without an account.
create table preview_link (
  token_hash bytea primary key,
  edition_id integer not null references edition on delete cascade,
  created_by text not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on preview_link (edition_id);

-- Where an entry stands: its home, and the portals it was offered to.
create table placement (
  entry_id integer not null references entry on delete cascade,
  site_id integer not null references site,
  state text not null check (state in ('home', 'offered', 'accepted', 'declined', 'ended')),
  -- Sections on a portal that is not home; at home the edition's content names them.
  section_ids integer[] not null default '{}',
  featured boolean not null default false,
  pinned_until timestamptz,
  offered_by text references person,
  offered_at timestamptz,
  offer_note text,
  decided_by text references person,
  decided_at timestamptz,
  decision_note text,
  primary key (entry_id, site_id)
);
create index on placement (site_id, state);

-- A portal can never push into another: what stands elsewhere than at home was offered, and accepted by someone of that portal.
create function guard_placement() returns trigger language plpgsql as $$
declare home integer;
begin
  select site_id into home from entry where id = new.entry_id;
  if (new.state = 'home') <> (new.site_id = home) then
    raise exception 'entry % is at home on its own portal only', new.entry_id using errcode = 'check_violation';
  end if;
  if new.site_id <> home then
    if tg_op = 'INSERT' and new.state <> 'offered' then
      raise exception 'entry % must be offered to portal % first', new.entry_id, new.site_id using errcode = 'check_violation';
    end if;
    if new.state in ('accepted', 'declined') and not coalesce(
      holds_role(new.decided_by, new.site_id, array['editor', 'desk_secretary', 'chief_editor']), false)
      and (tg_op = 'INSERT' or old.state is distinct from new.state) then
      raise exception 'entry % can be accepted by an editor of portal % only', new.entry_id, new.site_id using errcode = 'check_violation';
    end if;
  end if;
  if exists (select from unnest(new.section_ids) s (id) where not exists (select from section x where x.id = s.id and x.site_id = new.site_id)) then
    raise exception 'placement names a section of another portal' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger placement_guard before insert or update on placement for each row execute function guard_placement();

-- Addresses that lead to an entry on a site; the current one is shown, the others redirect to it for ever.
create table address (
  site_id integer not null references site on delete cascade,
  path text not null check (path like '/%'),
  entry_id integer not null references entry on delete cascade,
  is_current boolean not null,
  primary key (site_id, path)
);
create unique index one_current_address on address (site_id, entry_id) where is_current;
create index on address (entry_id);

-- Bylines, network-wide.
create table author (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name is nfc normalized and length(btrim(name)) > 0),
  about text not null default '',
  is_demo boolean not null default false
);
create unique index author_by_name on author (lower(name));

grant select, insert, update, delete on entry, edition, edition_step, edition_save, edition_presence, edition_comment,
  preview_link, placement, address, author to khue_office;
grant select on author to khue_delivery;

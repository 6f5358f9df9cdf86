-- Decisions on complaints and conclusions on denunciations that must be published: written without anything that tells who complained
-- or denounced, looked at by a machine and by a second person (Law on Complaints 2011, art. 41; Law on Denunciations 2018, art. 40).
create table complaint_result (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  kind text not null check (kind in ('first', 'second', 'denunciation')),
  document_number text not null check (length(btrim(document_number)) between 1 and 100),
  signed_on date not null,
  title text not null check (title is nfc normalized and length(btrim(title)) between 1 and 300),
  body text not null default '' check (body is nfc normalized and length(body) <= 30000),
  -- What the machine found and a person let stand, with why.
  let_stand jsonb not null default '[]',
  state text not null default 'draft' check (state in ('draft', 'submitted', 'published')),
  author_id text references person on delete set null,
  updated_at timestamptz not null default now(),
  saves integer not null default 1,
  submitted_at timestamptz,
  return_reason text not null default '',
  checked_by text references person on delete set null,
  checked_at timestamptz,
  entry_id integer unique references entry on delete set null,
  is_demo boolean not null default false,
  unique (site_id, document_number),
  constraint checker_did_not_write check (checked_by is null or checked_by is distinct from author_id),
  constraint published_was_checked check (state <> 'published' or checked_at is not null)
);
create index on complaint_result (site_id, signed_on desc, id desc);

-- What is public of those that are live.
create view live_complaint_result as
  select r.entry_id, i.site_id, r.kind, r.document_number, r.signed_on, i.title, i.summary, i.path, i.language, i.published_at
  from complaint_result r join live_item i on i.entry_id = r.entry_id and i.site_id = r.site_id;

create function complaint_item_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('khue_purge', 'complaints:' || coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger live_item_complaint after insert on live_item for each row when (new.kind = 'complaint-result') execute function complaint_item_changed();
create trigger live_item_complaint_gone after delete on live_item for each row when (old.kind = 'complaint-result') execute function complaint_item_changed();

grant select on live_complaint_result to khue_delivery, khue_office;
grant select, insert, update, delete on complaint_result to khue_office;

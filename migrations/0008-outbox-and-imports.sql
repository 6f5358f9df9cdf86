-- Mail to send. Written in the commit of what it speaks of; a job delivers it.
create table outbox_mail (
  id integer generated always as identity primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  site_id integer references site on delete cascade,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index on outbox_mail (id) where sent_at is null;

-- What an import brought, so that the next run continues and repeats nothing.
create table import_run (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  source text not null,
  format text not null,
  started_by text not null references person,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  report jsonb
);
create table import_item (
  site_id integer not null references site on delete cascade,
  source_key text not null,
  digest text not null,
  entry_id integer references entry on delete set null,
  run_id integer not null references import_run on delete cascade,
  at timestamptz not null default now(),
  primary key (site_id, source_key)
);
grant select, insert, update, delete on outbox_mail, import_run, import_item to khue_office;

-- Calls to the hotline: what was asked and which guidance was given, without who called. A call that needs more becomes a case.
create table hotline_call (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  at timestamptz not null default now(),
  operator_id text references person on delete set null,
  field_id integer references case_field on delete set null,
  question text not null check (question is nfc normalized and length(btrim(question)) between 1 and 2000),
  guidance text not null default '' check (guidance is nfc normalized and length(guidance) <= 5000),
  -- Whole minutes the call took, at least one.
  minutes integer not null check (minutes between 1 and 480),
  follow_up text not null default 'none' check (follow_up in ('none', 'call-back', 'case')),
  -- Set when a call back was made.
  called_back_at timestamptz,
  case_id integer references citizen_case on delete set null,
  -- The published answer that was read out.
  entry_id integer references entry on delete set null,
  -- The form it came from: sent twice it is one call.
  form_hash bytea unique,
  is_demo boolean not null default false,
  constraint guided_or_followed check (guidance <> '' or follow_up <> 'none'),
  constraint call_back_was_wanted check (called_back_at is null or follow_up = 'call-back')
);
create index hotline_call_by_site on hotline_call (site_id, at desc, id desc);
create index hotline_call_back on hotline_call (site_id, id) where follow_up = 'call-back' and called_back_at is null;
create index on hotline_call (field_id);
create index on hotline_call (entry_id) where entry_id is not null;
create index on hotline_call (case_id) where case_id is not null;

grant select, insert, update, delete on hotline_call to khue_office;

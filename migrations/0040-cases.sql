-- What citizens send, on legal clocks: one table for every kind of case. Who sent it stands apart from it, sealed (src/sealing).

alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check check (role in
  ('contributor', 'editor', 'desk_secretary', 'chief_editor', 'site_admin', 'network_admin', 'auditor',
   'case_coordinator', 'case_officer', 'case_leader', 'hotline_operator'));

-- Offices of an agency that deal with cases: phòng, ban. One that was merged names who took over its work.
create table division (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  name text not null check (name is nfc normalized and length(btrim(name)) between 1 and 200),
  name_en text not null default '',
  -- Told first when a case of the division is late.
  lead_id text references person on delete set null,
  position integer not null default 0,
  ended_on date,
  successor_id integer references division on delete set null check (successor_id <> id),
  is_demo boolean not null default false,
  unique (site_id, id)
);
create unique index division_name on division (site_id, lower(name)) where ended_on is null;

create table division_member (
  division_id integer not null references division on delete cascade,
  person_id text not null references person on delete cascade,
  primary key (division_id, person_id)
);
create index on division_member (person_id);

-- Who takes the cases of somebody who is away, from one day to another (both included).
create table substitution (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  person_id text not null references person on delete cascade,
  substitute_id text not null references person on delete cascade check (substitute_id <> person_id),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  made_by text not null references person on delete cascade,
  made_at timestamptz not null default now()
);
create index on substitution (site_id, from_day);
create index on substitution (person_id, to_day);
create index on substitution (substitute_id, to_day);

-- Fields of work people ask about, the same for the whole network so that portals can be compared.
create table case_field (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name is nfc normalized and length(btrim(name)) between 1 and 120),
  name_en text not null default '',
  -- For which kinds it may be chosen.
  kinds text[] not null default '{question,feedback,call}',
  position integer not null default 0,
  archived_at timestamptz
);

-- Which division of a portal first gets the cases of a field.
create table case_routing (
  site_id integer not null references site on delete cascade,
  field_id integer not null references case_field on delete cascade,
  division_id integer not null references division on delete cascade,
  primary key (site_id, field_id)
);

create table citizen_case (
  id integer generated always as identity primary key,
  -- One number for one matter, for people: HN-2026-000123.
  number text not null unique check (number ~ '^[A-Z]{2,6}-\d{4}-\d{6,}$'),
  kind text not null,
  -- The portal it was sent to, and the one that deals with it now.
  site_id integer not null references site on delete cascade,
  handling_site_id integer not null references site on delete cascade,
  division_id integer references division on delete set null,
  officer_id text references person on delete set null,
  field_id integer references case_field on delete set null,
  channel text not null default 'web' check (channel in ('web', 'hotline', 'open311', 'counter', 'letter', 'social')),
  language text not null default 'vi' check (language in ('vi', 'en')),
  state text not null default 'received' check (state in
    ('quarantined', 'received', 'assigned', 'clarifying', 'submitted', 'answered', 'closed')),
  outcome text check (outcome in ('answered', 'guided', 'refused', 'merged', 'withdrawn', 'spam', 'silent')),
  -- The words of the sender, for those who deal with the case. Empty where they are sealed, or were erased.
  title text not null default '' check (title is nfc normalized and length(title) <= 300),
  body text not null default '' check (body is nfc normalized and length(body) <= 20000),
  sealed_words text,
  -- What else its kind asks for; nothing that tells who sent it.
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  -- The sender lets the answer be published without anything that names them.
  public_wanted boolean not null default false,
  received_at timestamptz not null default now(),
  state_since timestamptz not null default now(),
  -- When the clock that counts runs out: the first moment that is late. Kept by the clocks.
  due_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  -- Digest of the code that opens the page of the case, and of the token of its form: a form sent twice is one case.
  tracking_hash bytea not null unique,
  form_hash bytea unique,
  reopened smallint not null default 0 check (reopened in (0, 1)),
  merged_into integer references citizen_case on delete set null check (merged_into <> id),
  published_entry_id integer references entry on delete set null,
  -- Why it was kept out of the queue, and how suspicious it was.
  suspect text[] not null default '{}',
  suspicion integer not null default 0,
  erased_at timestamptz,
  is_demo boolean not null default false,
  -- With the portal as a word of its own, and another while the case is open: a search within one portal reads no other, nor what is over.
  words tsvector generated always as (to_tsvector('simple', fold_vietnamese(title || ' ' || body) || ' congso' || handling_site_id
    || case when state in ('received', 'assigned', 'clarifying', 'submitted') then ' congmo' || handling_site_id else '' end)) stored,
  constraint closed_has_outcome check ((state = 'closed') = (closed_at is not null and outcome is not null)),
  constraint sealed_or_plain check (sealed_words is null or (title = '' and body = '')),
  constraint letters_are_sealed check (kind <> 'sealed_letter' or (title = '' and body = '' and details = '{}')),
  constraint merged_is_closed check (merged_into is null or outcome = 'merged')
);
create index case_queue on citizen_case (handling_site_id, due_at, id) where state in ('received', 'assigned', 'clarifying', 'submitted');
create index case_quarantine on citizen_case (handling_site_id, id desc) where state = 'quarantined';
create index case_of_officer on citizen_case (officer_id, due_at, id) where state in ('assigned', 'clarifying', 'submitted');
create index case_of_division on citizen_case (division_id, due_at, id) where state in ('assigned', 'clarifying', 'submitted');
create index case_by_site on citizen_case (site_id, received_at desc, id desc);
create index case_by_handler on citizen_case (handling_site_id, received_at desc, id desc);
create index case_words on citizen_case using gin (words);
create index case_ended on citizen_case (closed_at) where closed_at is not null and erased_at is null;
create index on citizen_case (published_entry_id) where published_entry_id is not null;
create index on citizen_case (merged_into) where merged_into is not null;
create index case_answered on citizen_case (answered_at) where state = 'answered';

-- The twin of `steps` in src/cases/case.ts.
create function case_may_become(was text, becomes text) returns boolean language sql immutable return
  case becomes
    when 'received' then was in ('quarantined', 'assigned')
    when 'assigned' then was in ('received', 'clarifying', 'submitted', 'answered')
    when 'clarifying' then was = 'assigned'
    when 'submitted' then was = 'assigned'
    when 'answered' then was = 'submitted'
    when 'closed' then was in ('quarantined', 'received', 'assigned', 'clarifying', 'answered')
    else false
  end;
create function refuse_unknown_case_step() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not case_may_become(old.state, new.state) then
    raise exception 'case % cannot go from % to %', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  -- What turns out to be a denunciation is sealed, whatever it was sent as; nothing becomes another kind.
  if new.number <> old.number or (new.kind <> old.kind and new.kind <> 'sealed_letter') or new.site_id <> old.site_id or new.received_at <> old.received_at
    or new.tracking_hash <> old.tracking_hash then
    raise exception 'case % keeps its number, kind, portal, time and code', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger case_known_step before update on citizen_case for each row execute function refuse_unknown_case_step();

-- Who sent it: a sealed value {name, email, phone, address, identity, organisation, code}. Never read by a query of a list.
create table case_sender (
  case_id integer primary key references citizen_case on delete cascade,
  sealed text,
  has_email boolean not null default false,
  has_phone boolean not null default false,
  erased_at timestamptz,
  check ((sealed is null) = (erased_at is not null))
);

-- What the sender agreed to, purpose by purpose, with the version of the words shown (src/cases/consents.ts).
create table case_consent (
  case_id integer not null references citizen_case on delete cascade,
  purpose text not null,
  given boolean not null,
  text_version text not null,
  at timestamptz not null default now(),
  primary key (case_id, purpose)
);

-- A clock: which rule, since when, how long. `basis` is the rule as it was when the clock began, with an override beside it.
create table case_clock (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  purpose text not null check (purpose in ('acknowledge', 'answer', 'transfer', 'publish')),
  rule_id text not null,
  pack text not null,
  basis jsonb not null,
  started_at timestamptz not null,
  amount integer not null check (amount between 0 and 3650),
  unit text not null check (unit in ('working_days', 'days', 'hours')),
  due_at timestamptz not null,
  -- As it was promised when the clock began.
  first_due_at timestamptz not null,
  calendar_version integer not null,
  -- A pause or an extension changed: to be counted anew.
  stale boolean not null default false,
  state text not null default 'running' check (state in ('running', 'met', 'missed', 'stopped')),
  ended_at timestamptz,
  constraint ended_clock_has_time check ((state = 'running') = (ended_at is null)),
  constraint met_in_time check (state <> 'met' or ended_at < due_at or stale)
);
create unique index one_running_clock on case_clock (case_id, purpose) where state = 'running';
create index clock_running on case_clock (due_at, id) where state = 'running';
create index clock_stale on case_clock (id) where stale;
create index on case_clock (case_id);

create table case_pause (
  id integer generated always as identity primary key,
  clock_id integer not null references case_clock on delete cascade,
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  reason text not null
);
create unique index one_open_pause on case_pause (clock_id) where to_at is null;
create index on case_pause (clock_id);

create table case_extension (
  id integer generated always as identity primary key,
  clock_id integer not null references case_clock on delete cascade,
  amount integer not null check (amount between 1 and 365),
  unit text not null check (unit in ('working_days', 'days')),
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  by_id text references person on delete set null,
  at timestamptz not null default now()
);
create index on case_extension (clock_id);

-- Every step of a case. The sender sees those that are public: their step, time and facts, never `note`.
create table case_event (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  at timestamptz not null default now(),
  step text not null,
  person_id text references person on delete set null,
  by_whom text not null check (by_whom in ('person', 'sender', 'system')),
  is_public boolean not null,
  note text not null default '',
  -- Nothing that tells who sent the case.
  facts jsonb not null default '{}',
  -- When the mail about it was put into the outbox, or it was found that there is nobody to tell.
  told_at timestamptz
);
create index on case_event (case_id, id);
create index case_event_untold on case_event (id) where is_public and told_at is null;

-- Words between the sender and the office beside the answer: a question back, what the sender adds.
create table case_message (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  direction text not null check (direction in ('from_sender', 'to_sender')),
  body text not null default '' check (length(body) <= 10000),
  sealed text,
  person_id text references person on delete set null,
  at timestamptz not null default now(),
  constraint message_sealed_or_plain check ((sealed is null) <> (body = '') or (sealed is null and body = ''))
);
create index on case_message (case_id, id);

-- Answers, revision by revision. The one that is approved went to the sender.
create table case_answer (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  revision integer not null check (revision > 0),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved')),
  -- answer; refusal: with its ground; progress: tells when the answer comes (Decree 43/2011, art. 17, cl. 1, pt. đ).
  kind text not null default 'answer' check (kind in ('answer', 'refusal', 'progress')),
  ground text not null default '',
  body text not null default '' check (body is nfc normalized and length(body) <= 30000),
  -- What would be published: question and answer without anything that names somebody.
  publish boolean not null default false,
  public_title text not null default '' check (length(public_title) <= 300),
  public_question text not null default '' check (length(public_question) <= 20000),
  public_answer text not null default '' check (length(public_answer) <= 30000),
  -- What the machine found in the public words and a person let stand all the same, with why.
  let_stand jsonb not null default '[]',
  author_id text references person on delete set null,
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  approved_by text references person on delete set null,
  approved_at timestamptz,
  return_reason text not null default '',
  unique (case_id, revision),
  constraint approver_did_not_write check (approved_by is null or approved_by is distinct from author_id),
  constraint approved_has_time check ((state = 'approved') = (approved_at is not null))
);
create unique index one_open_answer on case_answer (case_id) where state in ('draft', 'submitted');

create table case_attachment (
  id integer generated always as identity primary key,
  case_id integer references citizen_case on delete cascade,
  message_id integer references case_message on delete set null,
  -- Of a form not sent yet: digest of its token.
  draft_hash bytea,
  stored text not null unique check (stored ~ '^[a-z0-9-]{16,80}$'),
  mime text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  name_sealed text not null,
  key_sealed text not null,
  state text not null default 'waiting' check (state in ('waiting', 'clean', 'quarantined', 'gone')),
  reason text not null default '',
  at timestamptz not null default now(),
  check (case_id is not null or draft_hash is not null)
);
create index on case_attachment (case_id, id);
create index attachment_draft on case_attachment (draft_hash) where case_id is null;
create index attachment_waiting on case_attachment (id) where state = 'waiting' and case_id is not null;

-- Every look at who sent a case, at sealed words and at attachments.
create table case_look (
  id integer generated always as identity primary key,
  case_id integer not null references citizen_case on delete cascade,
  person_id text not null references person on delete cascade,
  what text not null check (what in ('sender', 'words', 'attachment')),
  reason text not null default '',
  at timestamptz not null default now()
);
create index on case_look (case_id, id);
create index on case_look (person_id, at);

-- Sealed cases are seen by those named here alone.
create table case_handler (
  case_id integer not null references citizen_case on delete cascade,
  person_id text not null references person on delete cascade,
  named_by text references person on delete set null,
  at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (case_id, person_id)
);
create index on case_handler (person_id);

-- Who handles the sealed letters of a portal: persons named one by one. A letter names them when it arrives.
create table sealed_desk (
  site_id integer not null references site on delete cascade,
  person_id text not null references person on delete cascade,
  named_by text references person on delete set null,
  at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (site_id, person_id),
  constraint nobody_names_themselves check (named_by is distinct from person_id)
);
create index on sealed_desk (person_id);

create table case_rating (
  case_id integer primary key references citizen_case on delete cascade,
  choice text not null check (choice in ('very_satisfied', 'satisfied', 'unsatisfied')),
  comment text not null default '' check (length(comment) <= 1000),
  at timestamptz not null default now()
);

-- Whom a late clock was brought before, and at which step: once each.
create table case_escalation (
  clock_id integer not null references case_clock on delete cascade,
  level integer not null,
  due_at timestamptz not null,
  to_person text references person on delete set null,
  at timestamptz not null default now(),
  primary key (clock_id, level, due_at)
);

-- Answers written once and used again, of one portal.
create table answer_template (
  id integer generated always as identity primary key,
  site_id integer not null references site on delete cascade,
  field_id integer references case_field on delete set null,
  title text not null check (length(btrim(title)) between 1 and 200),
  body text not null check (length(btrim(body)) between 1 and 20000),
  updated_by text references person on delete set null,
  updated_at timestamptz not null default now(),
  archived_at timestamptz
);
create index on answer_template (site_id);

-- How long who sent a case of a kind is kept after it is closed, where a portal or the network set another time than src/cases/retention.ts.
create table case_retention (
  id integer generated always as identity primary key,
  kind text not null,
  site_id integer references site on delete cascade,
  keep_days integer not null check (keep_days between 1 and 36500),
  unique nulls not distinct (kind, site_id)
);

-- What was erased, kept when everything else is gone: numbers, never names.
create table deletion_record (
  id integer generated always as identity primary key,
  site_id integer,
  number text not null,
  kind text not null,
  what text[] not null,
  ground text not null,
  at timestamptz not null default now()
);
create index on deletion_record (site_id, id desc);

-- How much one reader sent today; nothing leads from here to a case. Emptied every night.
create table case_voice (
  day date not null,
  visitor text not null,
  cases integer not null default 0,
  attachments integer not null default 0,
  tries integer not null default 0,
  primary key (day, visitor)
);

-- Settings of a portal for its cases.
create table case_setting (
  site_id integer primary key references site on delete cascade,
  -- Kinds people may send here.
  open_kinds text[] not null default '{question,feedback,information_request,data_request}',
  -- The public table of how timely portals answer names this one.
  league boolean not null default false,
  -- Working days before the due time at which the officer, and then the division's lead, is told.
  warn_days integer not null default 2 check (warn_days between 0 and 30),
  -- Days after an answer in which the sender may say it does not satisfy.
  reopen_days integer not null default 15 check (reopen_days between 1 and 90),
  -- Who leads: told when a case is late.
  leader_id text references person on delete set null
);

-- Numbers run through the year of Vietnam; one that was taken and not used stays unused.
create function next_case_number() returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  year integer := extract(year from now() at time zone 'Asia/Ho_Chi_Minh');
  name text := 'case_number_' || year;
  prefix text := coalesce((select value #>> '{}' from setting where key = 'case-prefix'), 'KH');
  taken text;
begin
  if to_regclass(name) is null then
    perform pg_advisory_xact_lock(hashtextextended('case number', 0));
    execute format('create sequence if not exists %I', name);
  end if;
  taken := nextval(name)::text;
  -- lpad cuts what is longer.
  return prefix || '-' || year || '-' || lpad(taken, greatest(6, length(taken)), '0');
end $$;

-- Takes a case in one commit: itself, its sealed sender, consents, clocks, attachments of its form, the mail that tells of it, the
-- audit event. `doc` is written by src/cases/receive-case.ts. A form sent twice gives the number of the first time.
-- Gives {"is": "received" | "again", "number", "id"} or {"is": "enough"}: too many from one reader today; {"is": "unknown"}: no such portal or closed.
create function take_case(doc jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  reader text := doc ->> 'visitor';
  known citizen_case%rowtype;
  taken integer;
  form bytea := decode(doc ->> 'formHash', 'hex');
  sent integer;
begin
  -- The public face speaks for readers, and for nobody of an office.
  if current_setting('role') = 'khue_delivery' and (doc ->> 'byId' is not null or doc ->> 'byName' is not null) then
    raise exception 'the public face takes cases of readers alone' using errcode = 'insufficient_privilege';
  end if;
  if form is not null then
    perform pg_advisory_xact_lock(hashtextextended('case form ' || (doc ->> 'formHash'), 0));
    select * into known from citizen_case where form_hash = form;
    if known.id is not null then return jsonb_build_object('is', 'again', 'number', known.number, 'id', known.id); end if;
  end if;
  if not exists (select from site where id = (doc ->> 'siteId')::integer and closed_at is null) then
    return jsonb_build_object('is', 'unknown');
  end if;
  if reader is not null and reader <> '' then
    insert into case_voice as v (day, visitor, cases) values (today, reader, 1)
      on conflict (day, visitor) do update set cases = v.cases + 1 where v.cases < 10 returning v.cases into sent;
    if sent is null then return jsonb_build_object('is', 'enough'); end if;
    -- The first 16 digits are shared by all readers behind one address.
    insert into case_voice as v (day, visitor, cases) values (today, left(reader, 16), 1)
      on conflict (day, visitor) do update set cases = v.cases + 1 where v.cases < 60 returning v.cases into sent;
    if sent is null then
      update case_voice set cases = cases - 1 where day = today and visitor = reader;
      return jsonb_build_object('is', 'enough');
    end if;
  end if;
  insert into citizen_case (number, kind, site_id, handling_site_id, division_id, field_id, channel, language, state, title, body,
      sealed_words, details, public_wanted, due_at, tracking_hash, form_hash, suspect, suspicion, received_at, is_demo)
    select doc ->> 'number', doc ->> 'kind', (doc ->> 'siteId')::integer, (doc ->> 'siteId')::integer, null,
      (doc ->> 'fieldId')::integer, coalesce(doc ->> 'channel', 'web'), coalesce(doc ->> 'language', 'vi'),
      case when (doc ->> 'quarantine')::boolean then 'quarantined' else 'received' end, coalesce(doc ->> 'title', ''),
      coalesce(doc ->> 'body', ''), doc ->> 'sealedWords', coalesce(doc -> 'details', '{}'), coalesce((doc ->> 'publicWanted')::boolean, false),
      (select min((c ->> 'dueAt')::timestamptz) from jsonb_array_elements(coalesce(doc -> 'clocks', '[]')) c where c ->> 'purpose' = 'answer'),
      decode(doc ->> 'trackingHash', 'hex'), form,
      array(select jsonb_array_elements_text(coalesce(doc -> 'suspect', '[]'))), coalesce((doc ->> 'suspicion')::integer, 0),
      -- A letter, or a person at the counter, may have come before the office writes it down; what readers send comes now.
      case when doc ->> 'byId' is null then now() else least(now(), coalesce((doc ->> 'receivedAt')::timestamptz, now())) end,
      (select s.is_demo from site s where s.id = (doc ->> 'siteId')::integer)
    returning id into taken;
  if doc -> 'sender' is not null and jsonb_typeof(doc -> 'sender') = 'object' then
    insert into case_sender (case_id, sealed, has_email, has_phone)
      values (taken, doc -> 'sender' ->> 'sealed', coalesce((doc -> 'sender' ->> 'hasEmail')::boolean, false), coalesce((doc -> 'sender' ->> 'hasPhone')::boolean, false));
  end if;
  -- A sealed letter is seen by those its portal named beforehand, and nobody else.
  if doc ->> 'kind' = 'sealed_letter' then
    insert into case_handler (case_id, person_id, named_by)
      select taken, d.person_id, d.named_by from sealed_desk d where d.site_id = (doc ->> 'siteId')::integer and d.ended_at is null;
  end if;
  insert into case_consent (case_id, purpose, given, text_version)
    select taken, c ->> 'purpose', (c ->> 'given')::boolean, c ->> 'textVersion' from jsonb_array_elements(coalesce(doc -> 'consents', '[]')) c;
  insert into case_clock (case_id, purpose, rule_id, pack, basis, started_at, amount, unit, due_at, first_due_at, calendar_version)
    select taken, c ->> 'purpose', c ->> 'ruleId', c ->> 'pack', c -> 'basis', (c ->> 'startedAt')::timestamptz, (c ->> 'amount')::integer,
      c ->> 'unit', (c ->> 'dueAt')::timestamptz, (c ->> 'dueAt')::timestamptz, (c ->> 'calendarVersion')::integer
    from jsonb_array_elements(coalesce(doc -> 'clocks', '[]')) c;
  if form is not null then
    update case_attachment set case_id = taken, draft_hash = null where draft_hash = form and case_id is null;
  end if;
  -- Its mail is in the outbox in this very commit.
  insert into case_event (case_id, step, person_id, by_whom, is_public, facts, told_at)
    values (taken, 'receive', doc ->> 'byId', case when reader is null then 'person' else 'sender' end, true,
      jsonb_build_object('channel', coalesce(doc ->> 'channel', 'web')), now());
  if doc -> 'mail' is not null and jsonb_typeof(doc -> 'mail') = 'object' then
    insert into outbox_mail (recipient, subject, body, sealed, site_id, case_id)
      values ('', doc -> 'mail' ->> 'subject', '', doc -> 'mail' ->> 'sealed', (doc ->> 'siteId')::integer, taken);
  end if;
  insert into audit_event (id, at, actor_id, actor, action, subject_kind, subject_id, site_id, summary, after, prev_hash, hash)
    values (0, now(), doc ->> 'byId', coalesce(doc ->> 'byName', 'Người gửi'), 'case.received', 'case', taken::text, (doc ->> 'siteId')::integer,
      'Tiếp nhận hồ sơ ' || (doc ->> 'number'), jsonb_build_object('kind', doc ->> 'kind', 'channel', coalesce(doc ->> 'channel', 'web')), '', '');
  return jsonb_build_object('is', 'received', 'number', doc ->> 'number', 'id', taken);
end $$;

-- What who holds the code of a case may see of it: no word they wrote, and nobody's name.
create function tracked_case(code_hash bytea) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'id', c.id, 'number', c.number, 'kind', c.kind, 'siteId', c.site_id, 'state', c.state, 'outcome', c.outcome, 'channel', c.channel,
    'field', f.name, 'fieldEn', f.name_en, 'handler', coalesce(nullif(h.agency, ''), h.name), 'handlerSiteId', h.id, 'division', d.name,
    'receivedAt', c.received_at, 'stateSince', c.state_since, 'dueAt', c.due_at, 'answeredAt', c.answered_at, 'closedAt', c.closed_at,
    'reopened', c.reopened, 'publicWanted', c.public_wanted,
    'erased', c.erased_at is not null,
    -- Others wait for its answer.
    'leads', exists (select from citizen_case o where o.merged_into = c.id),
    'mergedInto', (select m.number from citizen_case m where m.id = c.merged_into),
    'publishedPath', (select i.path from live_item i where i.entry_id = c.published_entry_id
      order by (i.site_id = c.site_id) desc, (i.site_id = i.home_site_id) desc limit 1),
    -- Of an answer another portal published: where.
    'publishedHost', (select o.host from live_item i join site_host o on o.site_id = i.site_id and o.is_primary
      where i.entry_id = c.published_entry_id and i.site_id = i.home_site_id
        and not exists (select from live_item n where n.entry_id = c.published_entry_id and n.site_id = c.site_id)),
    'hasEmail', coalesce((select s.has_email from case_sender s where s.case_id = c.id), false),
    'reopenDays', coalesce((select s.reopen_days from case_setting s where s.site_id = c.handling_site_id), 15),
    'clocks', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'purpose', k.purpose, 'ruleId', k.rule_id, 'pack', k.pack, 'basis', k.basis,
        'startedAt', k.started_at, 'amount', k.amount, 'unit', k.unit, 'dueAt', k.due_at, 'firstDueAt', k.first_due_at, 'state', k.state, 'endedAt', k.ended_at,
        'pauses', coalesce((select jsonb_agg(jsonb_build_object('from', p.from_at, 'to', p.to_at) order by p.id) from case_pause p where p.clock_id = k.id), '[]'),
        'extensions', coalesce((select jsonb_agg(jsonb_build_object('amount', x.amount, 'unit', x.unit, 'reason', x.reason, 'at', x.at) order by x.id) from case_extension x where x.clock_id = k.id), '[]')) order by k.id)
      from case_clock k where k.case_id = c.id), '[]'),
    'events', coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'step', e.step, 'by', e.by_whom, 'facts', e.facts) order by e.id)
      from case_event e where e.case_id = c.id and e.is_public), '[]'),
    'messages', coalesce((select jsonb_agg(jsonb_build_object('at', m.at, 'body', m.body) order by m.id)
      from case_message m where m.case_id = c.id and m.direction = 'to_sender'), '[]'),
    'answers', coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'ground', a.ground, 'body', a.body, 'at', a.approved_at) order by a.revision)
      from case_answer a where a.case_id = c.id and a.state = 'approved'), '[]'),
    'rating', (select r.choice from case_rating r where r.case_id = c.id))
  from citizen_case c join site h on h.id = c.handling_site_id left join case_field f on f.id = c.field_id left join division d on d.id = c.division_id
  where c.tracking_hash = code_hash
$$;

-- What the sender does with the code: add (words), clarify (words), reopen (words and the new clock), rate, withdraw.
-- done; unknown: no such case; late and not-now: the step is not open; enough: too many tries today.
create function sender_act(code_hash bytea, act text, doc jsonb) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c citizen_case%rowtype;
  message integer;
  days integer;
begin
  select * into c from citizen_case where tracking_hash = code_hash for update;
  if c.id is null then return 'unknown'; end if;
  -- What came after the erasing would never be erased.
  if c.erased_at is not null then return 'not-now'; end if;
  -- Sealed while its sender was typing: words in the clear are not kept with it.
  if c.kind = 'sealed_letter' and (coalesce(doc ->> 'body', '') <> '' or coalesce(doc ->> 'comment', '') <> '') then return 'not-now'; end if;
  if act = 'rate' then
    if c.answered_at is null then return 'not-now'; end if;
    -- The same choice once more changes nothing, and a choice is not changed without end.
    if exists (select from case_rating r where r.case_id = c.id and r.choice = doc ->> 'choice' and r.comment = coalesce(doc ->> 'comment', '')) then return 'done'; end if;
    if (select count(*) from case_event e where e.case_id = c.id and e.step = 'rate') >= 5 then return 'enough'; end if;
    insert into case_rating (case_id, choice, comment) values (c.id, doc ->> 'choice', coalesce(doc ->> 'comment', ''))
      on conflict (case_id) do update set choice = excluded.choice, comment = excluded.comment, at = now();
    insert into case_event (case_id, step, by_whom, is_public, facts) values (c.id, 'rate', 'sender', true, jsonb_build_object('choice', doc ->> 'choice'));
  elsif act in ('add', 'clarify', 'reopen') then
    if (select count(*) from case_message m where m.case_id = c.id and m.direction = 'from_sender') >= 20 then return 'enough'; end if;
    if act = 'add' and c.state not in ('quarantined', 'received', 'assigned', 'submitted') then return 'not-now'; end if;
    if act = 'clarify' and c.state <> 'clarifying' then return 'not-now'; end if;
    if act = 'reopen' then
      days := coalesce((select s.reopen_days from case_setting s where s.site_id = c.handling_site_id), 15);
      if c.state <> 'answered' or c.reopened > 0 then return 'not-now'; end if;
      if c.answered_at < now() - make_interval(days => days) then return 'late'; end if;
    end if;
    insert into case_message (case_id, direction, body, sealed) values (c.id, 'from_sender', coalesce(doc ->> 'body', ''), doc ->> 'sealed') returning id into message;
    if doc ->> 'formHash' is not null then
      update case_attachment set case_id = c.id, message_id = message, draft_hash = null where draft_hash = decode(doc ->> 'formHash', 'hex') and case_id is null;
    end if;
    insert into case_event (case_id, step, by_whom, is_public) values (c.id, act, 'sender', true);
    if act = 'clarify' then
      update case_pause p set to_at = now() from case_clock k where k.id = p.clock_id and k.case_id = c.id and p.to_at is null;
      update case_clock set stale = true where case_id = c.id and state = 'running';
      update citizen_case set state = 'assigned', state_since = now() where id = c.id;
    elsif act = 'reopen' then
      update citizen_case set state = 'assigned', state_since = now(), reopened = 1, answered_at = null,
        due_at = (doc -> 'clock' ->> 'dueAt')::timestamptz where id = c.id;
      insert into case_clock (case_id, purpose, rule_id, pack, basis, started_at, amount, unit, due_at, first_due_at, calendar_version)
        select c.id, 'answer', k ->> 'ruleId', k ->> 'pack', k -> 'basis', (k ->> 'startedAt')::timestamptz, (k ->> 'amount')::integer,
          k ->> 'unit', (k ->> 'dueAt')::timestamptz, (k ->> 'dueAt')::timestamptz, (k ->> 'calendarVersion')::integer from (select doc -> 'clock' as k) x;
    end if;
  elsif act = 'withdraw' then
    -- Pressed twice it is withdrawn once.
    if c.outcome = 'withdrawn' then return 'done'; end if;
    if c.state not in ('received', 'assigned', 'clarifying') then return 'not-now'; end if;
    -- The answer of this one is that of all who were joined to it.
    if exists (select from citizen_case o where o.merged_into = c.id) then return 'not-now'; end if;
    update case_pause p set to_at = now() from case_clock k where k.id = p.clock_id and k.case_id = c.id and p.to_at is null;
    update case_clock set state = 'stopped', ended_at = now() where case_id = c.id and state = 'running';
    update citizen_case set state = 'closed', state_since = now(), outcome = 'withdrawn', closed_at = now() where id = c.id;
    insert into case_event (case_id, step, by_whom, is_public) values (c.id, 'withdraw', 'sender', true);
  else
    return 'unknown';
  end if;
  insert into audit_event (id, at, actor, action, subject_kind, subject_id, site_id, summary, prev_hash, hash)
    values (0, now(), 'Người gửi', 'case.sender-' || case act when 'add' then 'added' when 'clarify' then 'clarified' when 'reopen' then 'reopened'
      when 'rate' then 'rated' else 'withdrew' end, 'case', c.id::text, c.handling_site_id, 'Người gửi cập nhật hồ sơ ' || c.number, '', '');
  return 'done';
end $$;

revoke execute on function next_case_number(), take_case(jsonb), tracked_case(bytea), sender_act(bytea, text, jsonb) from public;
grant execute on function next_case_number(), take_case(jsonb), tracked_case(bytea), sender_act(bytea, text, jsonb) to khue_delivery, khue_office;
grant select on case_field, case_setting to khue_delivery;
create view live_division as select id, site_id, name, name_en from division where ended_on is null;
grant select on live_division to khue_delivery, khue_office;
grant select, insert, update, delete on division, division_member, substitution, case_field, case_routing, citizen_case, case_sender, case_consent,
  case_clock, case_pause, case_extension, case_event, case_message, case_answer, case_attachment, case_look, case_handler, sealed_desk, case_rating,
  case_escalation, answer_template, case_retention, case_voice, case_setting to khue_office;
grant select, insert on deletion_record to khue_office;

-- Fields a new installation begins with; the network's administrator changes them.
insert into case_field (slug, name, name_en, kinds, position) values
  ('dat-dai', 'Đất đai, tài nguyên', 'Land', '{question,feedback,call}', 1),
  ('xay-dung', 'Quy hoạch, xây dựng, nhà ở', 'Planning and housing', '{question,feedback,call}', 2),
  ('giao-thong', 'Giao thông, hạ tầng', 'Traffic and roads', '{question,feedback,call}', 3),
  ('moi-truong', 'Môi trường, rác thải', 'Environment and waste', '{question,feedback,call}', 4),
  ('cap-thoat-nuoc', 'Cấp nước, thoát nước, chiếu sáng', 'Water, drainage, street lights', '{question,feedback,call}', 5),
  ('trat-tu-do-thi', 'Trật tự đô thị, vỉa hè', 'Public order in streets', '{feedback,question,call}', 6),
  ('an-ninh', 'An ninh, trật tự, phòng cháy', 'Safety and fire prevention', '{question,feedback,call}', 7),
  ('y-te', 'Y tế, an toàn thực phẩm', 'Health and food safety', '{question,feedback,call}', 8),
  ('giao-duc', 'Giáo dục, đào tạo', 'Education', '{question,feedback,call}', 9),
  ('lao-dong', 'Lao động, việc làm, chính sách xã hội', 'Work and social policy', '{question,feedback,call}', 10),
  ('ho-tich', 'Hộ tịch, cư trú, chứng thực', 'Civil status and residence', '{question,call}', 11),
  ('thue-kinh-doanh', 'Thuế, đăng ký kinh doanh', 'Tax and business registration', '{question,call}', 12),
  ('van-hoa', 'Văn hóa, thể thao, du lịch', 'Culture, sport, tourism', '{question,feedback,call}', 13),
  ('thu-tuc', 'Thủ tục hành chính, thái độ phục vụ', 'Procedures and service', '{question,feedback,call}', 14),
  ('khac', 'Lĩnh vực khác', 'Other', '{question,feedback,call}', 15);

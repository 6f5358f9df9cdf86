-- What handling cases needs besides 0040: drafts saved by several people, promised days, extensions a portal allows itself.

-- Counts the saves of a draft, so that two people do not overwrite one another unseen; everyone whose words stand in it approves none of it.
alter table case_answer
  add column saves integer not null default 1,
  add column writers text[] not null default '{}',
  -- The day a notice of progress promises the answer for.
  add column answer_on date,
  add constraint approver_wrote_nothing check (approved_by is null or not approved_by = any (writers)),
  add constraint progress_names_a_day check (state not in ('submitted', 'approved') or kind <> 'progress' or answer_on is not null);

-- Working days by which a portal may once extend what no law lets it extend, and the decision that allows it.
alter table case_setting
  add column extension_days integer not null default 0 check (extension_days between 0 and 30),
  add column extension_basis text not null default '' check (length(extension_basis) <= 500),
  add constraint extension_names_its_basis check (extension_days = 0 or btrim(extension_basis) <> '');

-- The numbers of a queue's tabs are counted in the index alone.
drop index case_queue;
create index case_queue on citizen_case (handling_site_id, due_at, id) include (kind, state, officer_id, division_id)
  where state in ('received', 'assigned', 'clarifying', 'submitted');
-- Queues by division and field, and the list of what is over, walked by key.
create index case_ended_queue on citizen_case (handling_site_id, state_since desc, id desc) where state in ('answered', 'closed');
create index case_new_queue on citizen_case (handling_site_id, field_id, id) where state = 'received';
create index case_by_field on citizen_case (handling_site_id, field_id, received_at desc) where field_id is not null;
-- Who got the digest of a day: one mail each, however often the job runs. Emptied after a week.
create table case_digest (
  day date not null,
  person_id text not null references person on delete cascade,
  primary key (day, person_id)
);
grant select, insert, delete on case_digest to khue_office;

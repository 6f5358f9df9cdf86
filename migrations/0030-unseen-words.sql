-- Whose words stand in an edition that nobody else has handed on since. Who submits a text answers for it as it stands, who reviews it
-- for all but what they wrote into it themselves; whoever changes it after that has written what no second person has seen, and neither
-- approves nor confirms it.
alter table edition add column unseen_writers text[] not null default '{}';
alter table edition add constraint approver_wrote_nothing_unseen check (approved_by is null or approved_by <> all (unseen_writers));
alter table edition add constraint confirmer_wrote_nothing_unseen check (confirmed_by is null or confirmed_by <> all (unseen_writers));

-- Kept by this trigger alone: what an update says of it counts for nothing.
create function note_unseen_writers() returns trigger language plpgsql as $$
begin
  new.unseen_writers := old.unseen_writers;
  if new.content is distinct from old.content and new.updated_by <> all (new.unseen_writers) then
    new.unseen_writers := new.unseen_writers || new.updated_by;
  end if;
  if new.state = 'submitted' and old.state <> 'submitted' then
    new.unseen_writers := '{}';
  elsif new.state = 'reviewed' and old.state <> 'reviewed' then
    new.unseen_writers := array(select w from unnest(new.unseen_writers) w where w = new.reviewed_by);
  end if;
  return new;
end $$;
create trigger edition_unseen_writers before update on edition for each row execute function note_unseen_writers();

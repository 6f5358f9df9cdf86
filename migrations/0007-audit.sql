-- The audit log: append-only, and chained by digests so that a changed, missing or inserted row is found and named.
create table audit_event (
  id bigint primary key,
  at timestamptz not null,
  actor_id text,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  site_id integer,
  summary text not null default '',
  before jsonb,
  after jsonb,
  prev_hash bytea not null,
  hash bytea not null
);
create index on audit_event (at desc);
create index on audit_event (site_id, id desc);
create index on audit_event (actor_id, id desc);
create index on audit_event (subject_kind, subject_id, id desc);

-- One row: the last link of the chain. Locked by each append, so ids and digests follow the order of commits.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  last_id bigint not null,
  last_hash bytea not null
);
insert into audit_head (last_id, last_hash) values (0, sha256('khue'));

create function audit_digest(e audit_event) returns bytea language sql immutable as $$
  select sha256(e.prev_hash || convert_to(jsonb_build_array(e.id, extract(epoch from e.at), e.actor_id, e.actor, e.action,
    e.subject_kind, e.subject_id, e.site_id, e.summary, e.before, e.after)::text, 'UTF8'))
$$;

create function chain_audit_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare head audit_head%rowtype;
begin
  select * into head from audit_head for update;
  new.id := head.last_id + 1;
  new.at := clock_timestamp();
  new.prev_hash := head.last_hash;
  new.hash := audit_digest(new);
  update audit_head set last_id = new.id, last_hash = new.hash;
  return new;
end $$;
create trigger audit_chain before insert on audit_event for each row execute function chain_audit_event();

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_append_only before update or delete on audit_event for each row execute function refuse_audit_change();
create trigger audit_no_truncate before truncate on audit_event for each statement execute function refuse_audit_change();

-- Every broken link of the chain between two ids, with what is wrong with it.
create function audit_faults() returns table (id bigint, fault text) language sql stable as $$
  with chain as (
    select e, e.id, e.hash, e.prev_hash, lag(e.id, 1, 0::bigint) over w as prev_id, lag(e.hash, 1, sha256('khue')) over w as expected
    from audit_event e window w as (order by e.id))
  select id, 'missing-before' from chain where prev_id <> id - 1
  union all select id, 'changed' from chain where hash <> audit_digest(e)
  union all select id, 'unchained' from chain where prev_hash <> expected and prev_id = id - 1
  union all select h.last_id, 'missing-at-end' from audit_head h
    where h.last_id <> coalesce((select max(a.id) from audit_event a), 0)
  union all select h.last_id, 'head-changed' from audit_head h join audit_event a on a.id = h.last_id where a.hash <> h.last_hash
  order by 1
$$;

grant select, insert on audit_event to khue_office;
grant select on audit_head to khue_office;

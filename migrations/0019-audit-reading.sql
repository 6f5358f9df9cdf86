-- The log is read by action too, and the list of actions that occur is walked by this index.
create index audit_event_by_action on audit_event (action, id desc);

-- As in 0007, and: a row written behind the end of the chain is named itself, instead of the end being called missing.
create or replace function audit_faults() returns table (id bigint, fault text) language sql stable as $$
  with chain as (
    select e, e.id, e.hash, e.prev_hash, lag(e.id, 1, 0::bigint) over w as prev_id, lag(e.hash, 1, sha256('khue')) over w as expected
    from audit_event e window w as (order by e.id)),
  head as (select coalesce(max(h.last_id), 0) as last_id, count(*) as links from audit_head h)
  select id, 'missing-before' from chain where prev_id <> id - 1
  union all select id, 'changed' from chain where hash <> audit_digest(e)
  union all select id, 'unchained' from chain where prev_hash <> expected and prev_id = id - 1
  union all select a.id, 'after-head' from audit_event a cross join head where a.id > head.last_id
  union all select head.last_id, 'missing-at-end' from head where head.last_id > coalesce((select max(a.id) from audit_event a), 0)
  union all select 0, 'head-missing' from head where head.links = 0
  union all select h.last_id, 'head-changed' from audit_head h join audit_event a on a.id = h.last_id where a.hash <> h.last_hash
  union all select 0, 'head-changed' from audit_head h where h.last_id = 0 and h.last_hash <> sha256('khue')
  order by 1, 2
$$;

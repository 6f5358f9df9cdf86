-- The list of texts narrowed to a state, and the counts above it.
create index edition_by_site_and_state on edition (site_id, state, updated_at desc, id desc);
create index edition_by_state on edition (state, updated_at desc, id desc);
-- Everything that was kept of an entry, whichever version it belongs to.
create index edition_conflicts on edition_save (edition_id, id desc) where kind = 'conflict';

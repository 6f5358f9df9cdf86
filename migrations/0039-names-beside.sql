-- Facts that stand on pages of others, and did not tell them when they changed.

-- Portals below show the names of the one above, and portals above those of the ones below, in both languages (see 0023).
create or replace trigger site_name_purge after update of name, short_name, name_en, short_name_en, parent_id on site for each row
  when ((old.name, old.short_name, old.name_en, old.short_name_en, old.parent_id)
    is distinct from (new.name, new.short_name, new.name_en, new.short_name_en, new.parent_id))
  execute function site_surroundings_changed();

-- A topic that is opened again stands on front pages and site maps that did not show it, so they bear no tag of it.
create function topic_opened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_purge(array(select distinct 'site:' || site_id from live_topic_item where topic_id = new.id));
  return null;
end $$;
create trigger topic_opened_purge after update of archived_at on topic for each row
  when ((old.archived_at is null) <> (new.archived_at is null)) execute function topic_opened();

-- The map for search engines names both versions of an entry too.
create or replace function translation_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_purge(array['entry:' || coalesce(new.entry_id, old.entry_id), 'entry:' || coalesce(new.group_id, old.group_id),
      'site:' || coalesce(new.site_id, old.site_id)]
    || array(select 'entry:' || t.entry_id from entry_translation t where t.group_id = coalesce(new.group_id, old.group_id)));
  return null;
end $$;

revoke execute on function topic_opened() from public;

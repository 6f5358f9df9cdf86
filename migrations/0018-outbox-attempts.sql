-- When a mail was last tried, so that the next try waits longer after each failure.
alter table outbox_mail add column attempted_at timestamptz;
create index outbox_mail_by_site on outbox_mail (site_id, id desc);

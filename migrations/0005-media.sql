-- Files. The bytes lie in the files folder under their digest; a row says what they are. Uploaded bytes are never served:
-- images are written anew without metadata, documents are served as attachments.
create table media (
  id integer generated always as identity primary key,
  site_id integer not null references site,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('image', 'document')),
  mime text not null,
  bytes bigint not null,
  name text not null check (name is nfc normalized),
  width integer,
  height integer,
  alt text not null default '',
  caption text not null default '',
  source text not null default '',
  focal_x real not null default 0.5 check (focal_x between 0 and 1),
  focal_y real not null default 0.5 check (focal_y between 0 and 1),
  state text not null default 'processing' check (state in ('processing', 'ready', 'failed')),
  created_by text not null references person,
  created_at timestamptz not null default now(),
  is_demo boolean not null default false,
  unique (site_id, sha256)
);
create index on media (site_id, id desc);

create table media_variant (
  media_id integer not null references media on delete cascade,
  format text not null check (format in ('webp', 'avif', 'jpeg')),
  width integer not null,
  height integer not null,
  bytes bigint not null,
  primary key (media_id, format, width)
);
grant select, insert, update, delete on media, media_variant to khue_office;

-- What the home page puts first, found without walking the archive.
create index live_item_pinned on live_item (site_id, published_at desc) where pinned_until is not null;

-- The words of a text as they are searched: folded, and nothing but letters and digits, so that 15/2026/NĐ-CP is the words
-- 15, 2026, nd and cp however it is typed, and no word of a text is taken for a path, a host or a number with a sign.
create function search_words(input text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(fold_vietnamese(input), '[^[:alnum:]]+', ' ', 'g');

-- A text with its diacritics, as far as two spellings of the same word agree: lower case, each tone behind its syllable (hoà, hòa).
create function tone_last(input text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(normalize(lower(input), NFD), '([\u0300\u0301\u0303\u0309\u0323])([a-z\u0302\u0306\u031b]+)', '\2\1', 'g');

-- The words of a text with their diacritics, written in plain letters as VNI does, so that they can be words of a tsvector.
create function exact_words(input text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(translate(replace(tone_last(input), 'đ', 'dz'), U&'\0300\0301\0309\0303\0323\0302\0306\031b', '12345678'),
    '[^[:alnum:]]+', ' ', 'g');

-- Beside the folded words, which find an entry, the exact ones, which put it first when they were typed with diacritics.
alter table live_item add column exact tsvector not null default '';

create function index_live_words() returns trigger language plpgsql as $$
declare body_words text;
begin
  select left(words_in(content), 200000) into body_words from edition where id = new.edition_id;
  new.search := setweight(to_tsvector('simple', search_words(new.title)), 'A')
    || setweight(to_tsvector('simple', search_words(new.summary)), 'B')
    || setweight(to_tsvector('simple', search_words(body_words)), 'C');
  new.exact := setweight(to_tsvector('simple', exact_words(new.title)), 'A')
    || setweight(to_tsvector('simple', exact_words(new.summary)), 'B')
    || setweight(to_tsvector('simple', exact_words(body_words)), 'C');
  return new;
end $$;
create trigger live_item_words before insert on live_item for each row execute function index_live_words();

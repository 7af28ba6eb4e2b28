create table place_names (
    place text not null,
    term text not null,
    at integer not null,
    region text not null,
    coded integer not null,
    name text not null,
    constraint pk_place_names primary key (place, term)
);

create table search_texts (
    no integer not null constraint pk_search_texts primary key,
    report text not null,
    tokens text not null
);

create index ix_place_names_term on place_names (term);

create unique index ix_search_texts_report on search_texts (report);

-- The words themselves stand in search_texts only; what is deleted there leaves no trace in the index.
create virtual table search_words using fts5(tokens, content='search_texts', content_rowid='no', detail='none', columnsize=0, tokenize='unicode61 remove_diacritics 0');
insert into search_words (search_words, rank) values ('secure-delete', 1);

create trigger search_texts_added after insert on search_texts begin
    insert into search_words (rowid, tokens) values (new.no, new.tokens);
end;

create trigger search_texts_removed after delete on search_texts begin
    insert into search_words (search_words, rowid, tokens) values ('delete', old.no, old.tokens);
end;

insert into stamps (name, value) values ('codes', '00000000-0000-7000-8000-000000000003'), ('place-names', '00000000-0000-7000-8000-000000000004');

alter table reports add column taken_down_by_post text null;
alter table reports add column taken_down_by text null;
alter table reports add column consent text null;
alter table reports add column suggested text null;

-- Reports that are there already come into the index in the background.
insert into outbox (id, kind, payload, created_at, due_at, attempts)
select '00000000-0000-7000-8000-000000000005', 'old-words', '', 0, 0, 0 where exists (select 1 from reports);

create table place_names (
    place uuid not null,
    term text collate "C" not null,
    at integer not null,
    region uuid not null,
    coded boolean not null,
    name text not null,
    constraint pk_place_names primary key (place, term)
);

create table search_texts (
    no bigint not null,
    report uuid not null,
    tokens text not null,
    constraint pk_search_texts primary key (no)
);

create index ix_place_names_term on place_names (term);

create unique index ix_search_texts_report on search_texts (report);

create index ix_search_texts_tokens on search_texts using gin (array_to_tsvector(string_to_array(tokens, ' ')));

insert into stamps (name, value) values ('codes', '00000000-0000-7000-8000-000000000003'), ('place-names', '00000000-0000-7000-8000-000000000004');

alter table reports add column taken_down_by_post uuid null;
alter table reports add column taken_down_by uuid null;
alter table reports add column consent text null;
alter table reports add column suggested text null;

-- Reports that are there already come into the index in the background.
insert into outbox (id, kind, payload, created_at, due_at, attempts)
select uuid '00000000-0000-7000-8000-000000000005', 'old-words', '', timestamptz 'epoch', timestamptz 'epoch', 0 where exists (select 1 from reports);

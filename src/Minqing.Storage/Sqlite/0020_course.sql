alter table appeals add column screener text null;
alter table appeals add column route text null;
alter table appeals add column invalid_reason text null;
alter table appeals add column invalid_proposed_by text null;
alter table appeals add column sensitive integer not null default 0;
alter table appeals add column visits integer not null default 0;
alter table appeals add column split_from text null;
alter table appeals add column event text null;
alter table appeals add column urges_from_above integer not null default 0;
alter table work_orders add column issued_by text null;
alter table work_orders add column objection text null;
alter table work_orders add column upheld integer null;
alter table work_orders add column urged_at integer null;
alter table rounds add column unfounded text null;
alter table units add column field text null;

create table extensions (
    no integer not null,
    appeal_id text not null,
    clock integer not null,
    days integer not null,
    reason text not null,
    unit text not null,
    granter text not null,
    asked_at integer not null,
    granted integer null,
    decided_at integer null,
    constraint pk_extensions primary key (appeal_id, no),
    constraint fk_extensions_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table handling_ratings (
    no integer not null,
    appeal_id text not null,
    round integer not null,
    rating integer not null,
    words text null,
    post text null,
    person text null,
    at integer not null,
    constraint pk_handling_ratings primary key (appeal_id, no),
    constraint fk_handling_ratings_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table triages (
    no integer not null,
    appeal_id text not null,
    unit text not null,
    general integer not null,
    urgent integer not null,
    lawful integer not null,
    public_interest integer not null,
    words text not null,
    at integer not null,
    constraint pk_triages primary key (appeal_id, no),
    constraint fk_triages_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

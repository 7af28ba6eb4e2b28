alter table appeals add column screener uuid null;
alter table appeals add column route text null;
alter table appeals add column invalid_reason text null;
alter table appeals add column invalid_proposed_by uuid null;
alter table appeals add column sensitive boolean not null default false;
alter table appeals add column visits integer not null default 0;
alter table appeals add column split_from uuid null;
alter table appeals add column event uuid null;
alter table appeals add column urges_from_above integer not null default 0;
alter table work_orders add column issued_by uuid null;
alter table work_orders add column objection text null;
alter table work_orders add column upheld boolean null;
alter table work_orders add column urged_at timestamp with time zone null;
alter table rounds add column unfounded text null;
alter table units add column field text null;

create table extensions (
    no integer not null,
    appeal_id uuid not null,
    clock integer not null,
    days integer not null,
    reason uuid not null,
    unit uuid not null,
    granter uuid not null,
    asked_at timestamp with time zone not null,
    granted boolean,
    decided_at timestamp with time zone,
    constraint pk_extensions primary key (appeal_id, no),
    constraint fk_extensions_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table handling_ratings (
    no integer not null,
    appeal_id uuid not null,
    round integer not null,
    rating integer not null,
    words uuid,
    post uuid,
    person uuid,
    at timestamp with time zone not null,
    constraint pk_handling_ratings primary key (appeal_id, no),
    constraint fk_handling_ratings_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table triages (
    no integer not null,
    appeal_id uuid not null,
    unit uuid not null,
    general integer not null,
    urgent integer not null,
    lawful integer not null,
    public_interest integer not null,
    words uuid not null,
    at timestamp with time zone not null,
    constraint pk_triages primary key (appeal_id, no),
    constraint fk_triages_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

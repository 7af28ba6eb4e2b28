alter table rounds add column found_false_at timestamp with time zone null;

create table dockets (
    id uuid not null,
    kind text not null,
    state text not null,
    title uuid not null,
    words uuid not null,
    region uuid not null,
    path text collate "C" not null,
    category text,
    origin text,
    opened_at timestamp with time zone not null,
    opened_by uuid,
    opened_by_post uuid,
    owner_post uuid,
    owner_unit uuid,
    reports integer not null,
    progress integer not null,
    visits integer not null,
    minutes integer not null,
    cause uuid,
    finding text,
    result uuid,
    submitted_by uuid,
    ended_at timestamp with time zone,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_dockets primary key (id)
);

create table docket_answerables (
    no integer not null,
    docket_id uuid not null,
    post uuid not null,
    unit uuid not null,
    person uuid,
    held_at timestamp with time zone not null,
    consequence text not null,
    words uuid not null,
    constraint pk_docket_answerables primary key (docket_id, no),
    constraint fk_docket_answerables_dockets_docket_id foreign key (docket_id) references dockets (id) on delete cascade
);

create table docket_appeals (
    no integer not null,
    docket_id uuid not null,
    appeal uuid not null,
    constraint pk_docket_appeals primary key (docket_id, no),
    constraint fk_docket_appeals_dockets_docket_id foreign key (docket_id) references dockets (id) on delete cascade
);

create table docket_tasks (
    no integer not null,
    docket_id uuid not null,
    unit uuid not null,
    requirement uuid not null,
    clock integer not null,
    set_at timestamp with time zone not null,
    set_by uuid,
    answered_at timestamp with time zone,
    answer uuid,
    answered_by uuid,
    done_at timestamp with time zone,
    returns integer not null,
    constraint pk_docket_tasks primary key (docket_id, no),
    constraint fk_docket_tasks_dockets_docket_id foreign key (docket_id) references dockets (id) on delete cascade
);

create index ix_docket_answerables_post on docket_answerables (post);

create index ix_docket_appeals_appeal on docket_appeals (appeal);

create index ix_docket_tasks_unit on docket_tasks (unit);

create index ix_dockets_kind_region_category on dockets (kind, region, category);

create index ix_dockets_owner_unit on dockets (owner_unit);

create index ix_dockets_path on dockets (path);

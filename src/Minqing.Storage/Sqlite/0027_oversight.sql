alter table rounds add column found_false_at integer null;

create table dockets (
    id text not null constraint pk_dockets primary key,
    kind text not null,
    state text not null,
    title text not null,
    words text not null,
    region text not null,
    path text not null,
    category text null,
    origin text null,
    opened_at integer not null,
    opened_by text null,
    opened_by_post text null,
    owner_post text null,
    owner_unit text null,
    reports integer not null,
    progress integer not null,
    visits integer not null,
    minutes integer not null,
    cause text null,
    finding text null,
    result text null,
    submitted_by text null,
    ended_at integer null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table docket_answerables (
    no integer not null,
    docket_id text not null,
    post text not null,
    unit text not null,
    person text null,
    held_at integer not null,
    consequence text not null,
    words text not null,
    constraint pk_docket_answerables primary key (docket_id, no),
    constraint fk_docket_answerables_dockets_docket_id foreign key (docket_id) references dockets (id) on delete cascade
);

create table docket_appeals (
    no integer not null,
    docket_id text not null,
    appeal text not null,
    constraint pk_docket_appeals primary key (docket_id, no),
    constraint fk_docket_appeals_dockets_docket_id foreign key (docket_id) references dockets (id) on delete cascade
);

create table docket_tasks (
    no integer not null,
    docket_id text not null,
    unit text not null,
    requirement text not null,
    clock integer not null,
    set_at integer not null,
    set_by text null,
    answered_at integer null,
    answer text null,
    answered_by text null,
    done_at integer null,
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

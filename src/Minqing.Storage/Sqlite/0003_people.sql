create table persons (
    id text not null constraint pk_persons primary key,
    code text not null,
    name text not null,
    phone text null
);

create table posts (
    id text not null constraint pk_posts primary key,
    code text not null,
    role text not null,
    rank text not null,
    part text not null,
    unit text not null,
    region text not null,
    categories text not null,
    since integer not null,
    until integer null,
    holder text null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table stamps (
    name text not null constraint pk_stamps primary key,
    value text not null
);

create table units (
    id text not null constraint pk_units primary key,
    code text not null,
    kind text not null,
    name text not null,
    parent_id text null,
    region_id text not null,
    since integer not null,
    until integer null
);

create table holdings (
    no integer not null,
    post_id text not null,
    person text not null,
    since integer not null,
    until integer null,
    constraint pk_holdings primary key (post_id, no),
    constraint fk_holdings_posts_post_id foreign key (post_id) references posts (id) on delete cascade
);

create table unit_areas (
    no integer not null,
    unit_id text not null,
    region_id text not null,
    since integer not null,
    until integer null,
    constraint pk_unit_areas primary key (unit_id, no),
    constraint fk_unit_areas_units_unit_id foreign key (unit_id) references units (id) on delete cascade
);

create table unit_versions (
    no integer not null,
    unit_id text not null,
    name text not null,
    parent_id text null,
    region_id text not null,
    since integer not null,
    until integer null,
    constraint pk_unit_versions primary key (unit_id, no),
    constraint fk_unit_versions_units_unit_id foreign key (unit_id) references units (id) on delete cascade
);

create index ix_holdings_person on holdings (person);

create unique index ix_persons_code on persons (code);

create unique index ix_posts_code on posts (code);

create index ix_posts_holder on posts (holder);

create index ix_posts_region_role on posts (region, role);

create index ix_posts_unit on posts (unit);

create index ix_unit_areas_region_id on unit_areas (region_id);

create unique index ix_units_code on units (code);

create index ix_units_parent_id on units (parent_id);

create index ix_units_region_id_kind on units (region_id, kind);

insert into stamps (name, value) values ('people', '00000000-0000-7000-8000-000000000001'), ('regions', '00000000-0000-7000-8000-000000000002');

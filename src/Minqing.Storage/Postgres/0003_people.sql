create table persons (
    id uuid not null,
    code text not null,
    name text not null,
    phone text,
    constraint pk_persons primary key (id)
);

create table posts (
    id uuid not null,
    code text not null,
    role text not null,
    rank text not null,
    part text not null,
    unit uuid not null,
    region uuid not null,
    categories text not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
    holder uuid,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_posts primary key (id)
);

create table stamps (
    name text not null,
    value uuid not null,
    constraint pk_stamps primary key (name)
);

create table units (
    id uuid not null,
    code text not null,
    kind text not null,
    name text not null,
    parent_id uuid,
    region_id uuid not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
    constraint pk_units primary key (id)
);

create table holdings (
    no integer not null,
    post_id uuid not null,
    person uuid not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
    constraint pk_holdings primary key (post_id, no),
    constraint fk_holdings_posts_post_id foreign key (post_id) references posts (id) on delete cascade
);

create table unit_areas (
    no integer not null,
    unit_id uuid not null,
    region_id uuid not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
    constraint pk_unit_areas primary key (unit_id, no),
    constraint fk_unit_areas_units_unit_id foreign key (unit_id) references units (id) on delete cascade
);

create table unit_versions (
    no integer not null,
    unit_id uuid not null,
    name text not null,
    parent_id uuid,
    region_id uuid not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
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

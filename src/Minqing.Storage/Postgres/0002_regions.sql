create table region_versions (
    region_id uuid not null,
    since date not null,
    until date not null,
    code text not null,
    name text not null,
    level text not null,
    parent_id uuid,
    path text collate "C" not null,
    constraint pk_region_versions primary key (region_id, since)
);

create table regions (
    id uuid not null,
    code text not null,
    name text not null,
    level text not null,
    parent_id uuid,
    path text collate "C" not null,
    since date not null,
    closed_on date,
    constraint pk_regions primary key (id)
);

create table site_codes (
    id uuid not null,
    code text not null,
    kind text not null,
    region uuid not null,
    address text not null,
    building text not null,
    point text,
    unit uuid,
    issued_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    replaced_by uuid,
    constraint pk_site_codes primary key (id)
);

create index ix_region_versions_path on region_versions (path);

create unique index ix_regions_code on regions (code);

create index ix_regions_parent_id on regions (parent_id);

create index ix_regions_path on regions (path);

create unique index ix_site_codes_code on site_codes (code);

create index ix_site_codes_region on site_codes (region);

create table media (
    id text not null constraint pk_media primary key,
    state text not null,
    kind text null,
    content_type text null,
    size integer not null,
    width integer null,
    height integer null,
    milliseconds integer null,
    refusal text null,
    key blob not null,
    key_version integer null,
    origin blob null,
    subject_kind text null,
    subject_id text null,
    client text not null,
    created_at integer not null,
    bound_at integer null
);

create table media_files (
    role text not null,
    media_id text not null,
    content_type text not null,
    size integer not null,
    width integer null,
    height integer null,
    hash text not null,
    constraint pk_media_files primary key (media_id, role),
    constraint fk_media_files_media_media_id foreign key (media_id) references media (id) on delete cascade
);

create index ix_media_created_at on media (created_at) where bound_at is null;

create index ix_media_subject_id on media (subject_id);

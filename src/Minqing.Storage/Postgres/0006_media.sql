create table media (
    id uuid not null,
    state text not null,
    kind text,
    content_type text,
    size bigint not null,
    width integer,
    height integer,
    milliseconds integer,
    refusal text,
    key bytea not null,
    key_version integer,
    origin bytea,
    subject_kind text,
    subject_id uuid,
    client text not null,
    created_at timestamp with time zone not null,
    bound_at timestamp with time zone,
    constraint pk_media primary key (id)
);

create table media_files (
    role text not null,
    media_id uuid not null,
    content_type text not null,
    size bigint not null,
    width integer,
    height integer,
    hash text not null,
    constraint pk_media_files primary key (media_id, role),
    constraint fk_media_files_media_media_id foreign key (media_id) references media (id) on delete cascade
);

create index ix_media_created_at on media (created_at) where bound_at is null;

create index ix_media_subject_id on media (subject_id);

create table identity_logs (
    id uuid not null,
    openings integer not null,
    erased_at timestamp with time zone,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_identity_logs primary key (id)
);

create table tree_blocks (
    no bigint not null,
    root bytea not null,
    constraint pk_tree_blocks primary key (no)
);

create table tree_heads (
    size bigint not null,
    at timestamp with time zone not null,
    root bytea not null,
    listing bytea not null,
    signed_by text not null,
    signature bytea not null,
    constraint pk_tree_heads primary key (size)
);

create table tree_keys (
    id text not null,
    algorithm text not null,
    public_key bytea not null,
    constraint pk_tree_keys primary key (id)
);

create table tree_state (
    id integer not null,
    size bigint not null,
    edge bytea not null,
    constraint pk_tree_state primary key (id)
);

create table vault (
    report uuid not null,
    ciphers text not null,
    key_version integer not null,
    wrapped_key bytea,
    sealed bytea,
    phone_index bytea,
    kept_at timestamp with time zone not null,
    erased_at timestamp with time zone,
    constraint pk_vault primary key (report)
);

create table vault_keys (
    version integer not null,
    fingerprint text not null,
    seen_at timestamp with time zone not null,
    constraint pk_vault_keys primary key (version)
);

create index ix_vault_phone_index on vault (phone_index);

insert into tree_state (id, size, edge) values (1, 0, '');

create table identity_logs (
    id text not null constraint pk_identity_logs primary key,
    openings integer not null,
    erased_at integer null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table tree_blocks (
    no integer not null constraint pk_tree_blocks primary key,
    root blob not null
);

create table tree_heads (
    size integer not null constraint pk_tree_heads primary key,
    at integer not null,
    root blob not null,
    listing blob not null,
    signed_by text not null,
    signature blob not null
);

create table tree_keys (
    id text not null constraint pk_tree_keys primary key,
    algorithm text not null,
    public_key blob not null
);

create table tree_state (
    id integer not null constraint pk_tree_state primary key,
    size integer not null,
    edge blob not null
);

create table vault (
    report text not null constraint pk_vault primary key,
    ciphers text not null,
    key_version integer not null,
    wrapped_key blob null,
    sealed blob null,
    phone_index blob null,
    kept_at integer not null,
    erased_at integer null
);

create table vault_keys (
    version integer not null constraint pk_vault_keys primary key,
    fingerprint text not null,
    seen_at integer not null
);

create index ix_vault_phone_index on vault (phone_index);

insert into tree_state (id, size, edge) values (1, 0, x'');

create table sign_in_refusals (
    id uuid not null,
    account uuid not null,
    at timestamp with time zone not null,
    address_hash bytea not null,
    why text not null,
    constraint pk_sign_in_refusals primary key (id)
);

create table sessions (
    id uuid not null,
    account uuid not null,
    person uuid not null,
    token_hash bytea not null,
    stamp text not null,
    means text not null,
    client text not null,
    device text not null,
    address_hash bytea not null,
    started_at timestamp with time zone not null,
    seen_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    ended_by uuid,
    constraint pk_sessions primary key (id),
    constraint fk_sessions_accounts_account foreign key (account) references accounts (id) on delete cascade
);

create index ix_sessions_account_started_at on sessions (account, started_at);

create unique index ix_sessions_token_hash on sessions (token_hash);

create index ix_sign_in_refusals_account_at on sign_in_refusals (account, at);

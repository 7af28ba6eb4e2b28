create table accounts (
    id text not null constraint pk_accounts primary key,
    person text not null,
    user_name text null,
    normalized_user_name text null,
    email text null,
    normalized_email text null,
    email_confirmed integer not null,
    password_hash text null,
    security_stamp text null,
    concurrency_stamp text null,
    phone_number text null,
    phone_number_confirmed integer not null,
    two_factor_enabled integer not null,
    lockout_end text null,
    lockout_enabled integer not null,
    access_failed_count integer not null
);

create table account_claims (
    id integer not null constraint pk_account_claims primary key autoincrement,
    user_id text not null,
    claim_type text null,
    claim_value text null,
    constraint fk_account_claims_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create table account_logins (
    login_provider text not null,
    provider_key text not null,
    provider_display_name text null,
    user_id text not null,
    constraint pk_account_logins primary key (login_provider, provider_key),
    constraint fk_account_logins_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create table account_passkeys (
    credential_id blob not null constraint pk_account_passkeys primary key,
    user_id text not null,
    data text not null,
    constraint fk_account_passkeys_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create table account_tokens (
    user_id text not null,
    login_provider text not null,
    name text not null,
    value text null,
    constraint pk_account_tokens primary key (user_id, login_provider, name),
    constraint fk_account_tokens_accounts_user_id foreign key (user_id) references accounts (id) on delete cascade
);

create index ix_account_claims_user_id on account_claims (user_id);

create index ix_account_logins_user_id on account_logins (user_id);

create index ix_account_passkeys_user_id on account_passkeys (user_id);

create index emailindex on accounts (normalized_email);

create index ix_accounts_person on accounts (person);

create unique index usernameindex on accounts (normalized_user_name);

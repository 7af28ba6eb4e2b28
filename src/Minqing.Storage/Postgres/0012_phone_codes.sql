create table phone_codes (
    id uuid not null,
    phone bytea not null,
    asked_at timestamp with time zone not null,
    until timestamp with time zone not null,
    tries integer not null,
    constraint pk_phone_codes primary key (id)
);

create index ix_phone_codes_asked_at on phone_codes (asked_at);

create index ix_phone_codes_phone_asked_at on phone_codes (phone, asked_at);

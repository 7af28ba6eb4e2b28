create table phone_codes (
    id text not null constraint pk_phone_codes primary key,
    phone blob not null,
    asked_at integer not null,
    until integer not null,
    tries integer not null
);

create index ix_phone_codes_asked_at on phone_codes (asked_at);

create index ix_phone_codes_phone_asked_at on phone_codes (phone, asked_at);

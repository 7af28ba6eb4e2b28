alter table appeals add column leader uuid null;

create table evidence_prints (
    media uuid not null,
    print text not null,
    appeal uuid not null,
    constraint pk_evidence_prints primary key (media)
);

create table found_signs (
    id uuid not null,
    appeal uuid not null,
    round integer not null,
    sign text not null,
    found_at timestamp with time zone not null,
    other uuid,
    photo uuid,
    measured integer,
    constraint pk_found_signs primary key (id)
);

create table sampled_appeals (
    appeal uuid not null,
    round integer not null,
    drawn_at timestamp with time zone not null,
    state text not null,
    decided_at timestamp with time zone,
    decided_by uuid,
    constraint pk_sampled_appeals primary key (appeal, round)
);

create index ix_evidence_prints_print on evidence_prints (print);

create index ix_found_signs_appeal on found_signs (appeal);

create index ix_found_signs_found_at on found_signs (found_at);

create index ix_sampled_appeals_state_drawn_at on sampled_appeals (state, drawn_at);

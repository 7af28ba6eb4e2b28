alter table appeals add column leader text null;

create table evidence_prints (
    media text not null constraint pk_evidence_prints primary key,
    print text not null,
    appeal text not null
);

create table found_signs (
    id text not null constraint pk_found_signs primary key,
    appeal text not null,
    round integer not null,
    sign text not null,
    found_at integer not null,
    other text null,
    photo text null,
    measured integer null
);

create table sampled_appeals (
    appeal text not null,
    round integer not null,
    drawn_at integer not null,
    state text not null,
    decided_at integer null,
    decided_by text null,
    constraint pk_sampled_appeals primary key (appeal, round)
);

create index ix_evidence_prints_print on evidence_prints (print);

create index ix_found_signs_appeal on found_signs (appeal);

create index ix_found_signs_found_at on found_signs (found_at);

create index ix_sampled_appeals_state_drawn_at on sampled_appeals (state, drawn_at);

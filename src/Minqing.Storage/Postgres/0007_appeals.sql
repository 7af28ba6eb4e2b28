create table appeals (
    id uuid not null,
    stage_before text,
    stage text not null,
    region uuid not null,
    path text collate "C" not null,
    address text not null,
    point text,
    site_code uuid,
    received_at timestamp with time zone not null,
    local_day date not null,
    words uuid not null,
    category text not null,
    intent text not null,
    grade text not null,
    urgency text not null,
    round integer not null,
    level integer not null,
    lead uuid,
    desk uuid not null,
    outcome text,
    closed_at timestamp with time zone,
    settled_at timestamp with time zone,
    send_backs integer not null,
    merged_into uuid,
    profile text not null,
    profile_version text not null,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_appeals primary key (id)
);

create table report_appeals (
    report uuid not null,
    appeal uuid not null,
    since timestamp with time zone not null,
    constraint pk_report_appeals primary key (report, appeal)
);

create table reports (
    id uuid not null,
    number text not null,
    appeal uuid not null,
    channel text not null,
    received_at timestamp with time zone not null,
    local_day date not null,
    region uuid not null,
    path text collate "C" not null,
    address text not null,
    point text,
    site_code uuid,
    words uuid not null,
    category text,
    keep_identity boolean not null,
    has_phone boolean not null,
    profile text not null,
    profile_version text not null,
    withdrawn_at timestamp with time zone,
    urges integer not null,
    urged_at timestamp with time zone,
    reopens integer not null,
    pressure_told_at timestamp with time zone,
    ladder text not null,
    rungs integer not null,
    desk text,
    taken_by_post uuid,
    taken_by_person uuid,
    taken_by_role text,
    taken_at timestamp with time zone,
    contacted_at timestamp with time zone,
    followed_up_round integer not null,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_reports primary key (id)
);

create table turns (
    subject_id uuid not null,
    key text collate "C" not null,
    kind text not null,
    appeal uuid not null,
    path text collate "C" not null,
    start_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    constraint pk_turns primary key (subject_id, key, kind)
);

create table rounds (
    no integer not null,
    appeal_id uuid not null,
    reason text not null,
    level integer not null,
    begun_at timestamp with time zone not null,
    result uuid,
    measures uuid,
    claimed text,
    promised_for date,
    evidence text not null,
    submitted_at timestamp with time zone,
    submitted_by uuid,
    checker uuid,
    verified text,
    checked_at timestamp with time zone,
    checked_by uuid,
    rejections integer not null,
    constraint pk_rounds primary key (appeal_id, no),
    constraint fk_rounds_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table targets (
    no integer not null,
    appeal_id uuid not null,
    unit uuid,
    post uuid,
    within text not null,
    constraint pk_targets primary key (appeal_id, no),
    constraint fk_targets_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table work_orders (
    no integer not null,
    appeal_id uuid not null,
    round integer not null,
    parent integer,
    issuer uuid,
    unit uuid not null,
    level integer not null,
    role text not null,
    state text not null,
    ruled boolean not null,
    to_rule boolean not null,
    requirement uuid,
    issued_at timestamp with time zone not null,
    signed_at timestamp with time zone,
    signed_by uuid,
    ended_at timestamp with time zone,
    constraint pk_work_orders primary key (appeal_id, no),
    constraint fk_work_orders_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table calls (
    no integer not null,
    report_id uuid not null,
    outcome text not null,
    said uuid,
    at timestamp with time zone not null,
    person uuid,
    post uuid,
    constraint pk_calls primary key (report_id, no),
    constraint fk_calls_reports_report_id foreign key (report_id) references reports (id) on delete cascade
);

create table follow_ups (
    no integer not null,
    report_id uuid not null,
    round integer not null,
    by_link boolean not null,
    outcome text not null,
    attitude integer,
    speed integer,
    result integer,
    says_solved boolean,
    finished boolean not null,
    words uuid,
    at timestamp with time zone not null,
    person uuid,
    constraint pk_follow_ups primary key (report_id, no),
    constraint fk_follow_ups_reports_report_id foreign key (report_id) references reports (id) on delete cascade
);

create index ix_appeals_path on appeals (path);

create index ix_report_appeals_appeal on report_appeals (appeal);

create index ix_reports_appeal on reports (appeal);

create unique index ix_reports_number on reports (number);

create index ix_reports_path on reports (path);

create index ix_turns_appeal on turns (appeal);

create index ix_turns_due_at_path on turns (due_at, path);

create index ix_turns_key_due_at on turns (key, due_at);

create index ix_work_orders_unit on work_orders (unit);

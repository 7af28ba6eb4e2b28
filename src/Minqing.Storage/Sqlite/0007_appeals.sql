create table appeals (
    id text not null constraint pk_appeals primary key,
    stage_before text null,
    stage text not null,
    region text not null,
    path text not null,
    address text not null,
    point text null,
    site_code text null,
    received_at integer not null,
    local_day text not null,
    words text not null,
    category text not null,
    intent text not null,
    grade text not null,
    urgency text not null,
    round integer not null,
    level integer not null,
    lead text null,
    desk text not null,
    outcome text null,
    closed_at integer null,
    settled_at integer null,
    send_backs integer not null,
    merged_into text null,
    profile text not null,
    profile_version text not null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table report_appeals (
    report text not null,
    appeal text not null,
    since integer not null,
    constraint pk_report_appeals primary key (report, appeal)
);

create table reports (
    id text not null constraint pk_reports primary key,
    number text not null,
    appeal text not null,
    channel text not null,
    received_at integer not null,
    local_day text not null,
    region text not null,
    path text not null,
    address text not null,
    point text null,
    site_code text null,
    words text not null,
    category text null,
    keep_identity integer not null,
    has_phone integer not null,
    profile text not null,
    profile_version text not null,
    withdrawn_at integer null,
    urges integer not null,
    urged_at integer null,
    reopens integer not null,
    pressure_told_at integer null,
    ladder text not null,
    rungs integer not null,
    desk text null,
    taken_by_post text null,
    taken_by_person text null,
    taken_by_role text null,
    taken_at integer null,
    contacted_at integer null,
    followed_up_round integer not null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table turns (
    subject_id text not null,
    key text not null,
    kind text not null,
    appeal text not null,
    path text not null,
    start_at integer not null,
    due_at integer not null,
    constraint pk_turns primary key (subject_id, key, kind)
);

create table rounds (
    no integer not null,
    appeal_id text not null,
    reason text not null,
    level integer not null,
    begun_at integer not null,
    result text null,
    measures text null,
    claimed text null,
    promised_for text null,
    evidence text not null,
    submitted_at integer null,
    submitted_by text null,
    checker text null,
    verified text null,
    checked_at integer null,
    checked_by text null,
    rejections integer not null,
    constraint pk_rounds primary key (appeal_id, no),
    constraint fk_rounds_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table targets (
    no integer not null,
    appeal_id text not null,
    unit text null,
    post text null,
    within text not null,
    constraint pk_targets primary key (appeal_id, no),
    constraint fk_targets_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table work_orders (
    no integer not null,
    appeal_id text not null,
    round integer not null,
    parent integer null,
    issuer text null,
    unit text not null,
    level integer not null,
    role text not null,
    state text not null,
    ruled integer not null,
    to_rule integer not null,
    requirement text null,
    issued_at integer not null,
    signed_at integer null,
    signed_by text null,
    ended_at integer null,
    constraint pk_work_orders primary key (appeal_id, no),
    constraint fk_work_orders_appeals_appeal_id foreign key (appeal_id) references appeals (id) on delete cascade
);

create table calls (
    no integer not null,
    report_id text not null,
    outcome text not null,
    said text null,
    at integer not null,
    person text null,
    post text null,
    constraint pk_calls primary key (report_id, no),
    constraint fk_calls_reports_report_id foreign key (report_id) references reports (id) on delete cascade
);

create table follow_ups (
    no integer not null,
    report_id text not null,
    round integer not null,
    by_link integer not null,
    outcome text not null,
    attitude integer null,
    speed integer null,
    result integer null,
    says_solved integer null,
    finished integer not null,
    words text null,
    at integer not null,
    person text null,
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

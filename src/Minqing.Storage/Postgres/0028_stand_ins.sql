create table stand_ins (
    no integer not null,
    post_id uuid not null,
    person uuid not null,
    since timestamp with time zone not null,
    until timestamp with time zone not null,
    constraint pk_stand_ins primary key (post_id, no),
    constraint fk_stand_ins_posts_post_id foreign key (post_id) references posts (id) on delete cascade
);

create index ix_stand_ins_person_until on stand_ins (person, until);

create index ix_stand_ins_until on stand_ins (until);

create index ix_appeal_accesses_first_at_appeal_person on appeal_accesses (first_at, appeal, person);
create index ix_appeal_accesses_person_first_at_appeal on appeal_accesses (person, first_at, appeal);
create index ix_persons_name on persons (name);

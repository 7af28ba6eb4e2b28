-- What is audited is found without reading the whole journal.
create index ix_journal_subject_kind_id on journal (subject_kind, id) where subject_kind not in ('Appeal', 'Report');

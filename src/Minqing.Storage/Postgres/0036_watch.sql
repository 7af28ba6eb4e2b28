-- Who sees what stands in the index too, so that a watch list reads nothing else.
drop index ix_appeals_path_concerns_received_at_id;

create index ix_appeals_path_concerns_received_at_id_sensitive_intent on appeals (path, concerns, received_at, id, sensitive, intent) where concerns <> 0;

alter table follow_ups add column appeal text null;
alter table reports drop column followed_up_round;

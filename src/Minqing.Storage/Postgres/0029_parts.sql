alter table follow_ups add column appeal uuid null;
alter table reports drop column followed_up_round;

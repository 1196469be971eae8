-- A change that an operator dropped stands in the way of the same change, until a plan would make another one of it.

drop index change_one_open;
create unique index change_one_open on change (person, target, object_id) where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED');
create index change_dropped on change (id) where state = 'DROPPED';
create index change_unlooked on change (person, target, object_id) where state = 'SUPERSEDED' and look_first = 1;

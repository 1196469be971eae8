-- Why a grant ended, and who is mailed for the first time.

alter table grants add column ended_why text;          -- why a generation ended: the reason of the change that ended it; empty where nobody wrote it down
update grants set ended_why = (select c.reason from change c where c.person = grants.person and c.target = grants.target and c.object_id = grants.object_id
    and c.generation = grants.generation and c.kind = 'REVOKE' and c.state = 'DONE' order by c.id desc limit 1) where state = 'ENDED';

alter table change add column held_by text;            -- the setting whose limit holds it, where that is known
alter table change add column first_award integer not null default 0; -- 1 once it was let through as the first award to its address on its target

create index grants_recipient on grants (target, json_extract(shown_json, '$.recipient'));
create index holding_recipient on holding (target, recipient);
create index change_first_award on change (target, state, claimed_at) where first_award = 1;
create index change_first_address on change (target, json_extract(desired_json, '$.recipient')) where first_award = 1;
create index change_held_by on change (target, held_by, id) where held_by is not null;

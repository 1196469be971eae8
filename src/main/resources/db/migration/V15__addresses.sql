-- Whoever takes an address again that they had before, and leaves it again, had it before: nothing is to be written twice. The "or ignore" of the first
-- version did not count: within an upsert, a trigger's own way with conflicts is overruled, and the whole read failed.
drop trigger member_address_is_remembered;
create trigger member_address_is_remembered after update of email on member when old.email is not null and new.email is not old.email
begin
    insert into former_address (source, id, email) select old.source, old.id, old.email
    where not exists (select 1 from former_address f where f.source = old.source and f.email = old.email and f.id = old.id);
end;

-- A first award counts on the day on which it was really sent, not on that of an attempt that came to nothing.
drop index change_first_award;
create index change_first_award on change (target, state, counted_at) where first_award = 1;

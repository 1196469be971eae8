-- What happened, step by step. Rows are added and never changed; only payload and salt may be taken out, together.

create table history (
    id             integer primary key,         -- 1, 2, 3, ... without a gap
    at             integer not null,
    kind           text    not null,            -- CLAIMED, SETTLED, LEASE_ENDED, APPROVED, ENROLLED, RETRIED, DROPPED, ERASED
    actor          text    not null,            -- what or who caused it: schedule, hint, "NAME by approve", ...
    target         text,
    object_id      text,                        -- badge class or store; of an enrolment: the account's id
    object_name    text,
    person         integer,
    generation     integer,
    change_id      integer,
    change_kind    text,
    outcome        text,
    payload        text,                        -- JSON of names and texts: reason, rule, evidence, recipient, message; empty once erased
    salt           blob,                        -- random, so that an erased payload cannot be guessed from its digest
    payload_digest blob    not null,            -- SHA-256(salt | payload)
    digest         blob    not null             -- SHA-256(digest of the row before | fields | payload_digest)
);
create index history_person on history (person);
create index history_object on history (object_id) where kind = 'ENROLLED';

create trigger history_is_appended before insert on history
when new.id is not (select coalesce(max(id), 0) + 1 from history)
begin
    select raise(abort, 'a row of the history comes after the last one');
end;

create trigger history_is_kept before delete on history
begin
    select raise(abort, 'no row of the history is ever deleted');
end;

create trigger history_is_not_changed before update on history
when not (new.payload is null and new.salt is null
    and new.id is old.id and new.at is old.at and new.kind is old.kind and new.actor is old.actor and new.target is old.target
    and new.object_id is old.object_id and new.object_name is old.object_name and new.person is old.person and new.generation is old.generation
    and new.change_id is old.change_id and new.change_kind is old.change_kind and new.outcome is old.outcome
    and new.payload_digest is old.payload_digest and new.digest is old.digest)
begin
    select raise(abort, 'a row of the history is never changed; only its payload may be erased');
end;

-- Plans written to files, and what targets were found to refuse before anything was sent to them.

create table ledger_mark (                    -- one row: which ledger this is
    id   text not null,                       -- stands in every file a plan is written to
    salt blob not null                        -- goes into the digests in such files and stands in none, so that nobody can guess what they were made from
);
insert into ledger_mark (id, salt) values (lower(hex(randomblob(16))), randomblob(32));

alter table change add column chosen text;    -- while the changes of a file are done: by which run
create index change_chosen on change (chosen, target, state, kind, waiting_for, not_before) where chosen is not null;

create table barrier (                        -- what a target would refuse; changes it concerns are not sent
    target    text    not null,
    object_id text    not null,               -- '' for the whole target
    kind      text    not null,               -- AWARD, UPDATE, REVOKE, ADOPT; '' for all
    problem   text    not null,
    since     integer not null,
    primary key (target, object_id, kind)
) without rowid;

create table preflight (                      -- when a target was last asked whether it would take what is planned
    target    text primary key,
    asked_at  integer not null,
    failure   text                            -- why it could not be asked; empty when it answered
) without rowid;

alter table target_object add column passing integer not null default 0; -- 1 when its problem may pass by itself: nobody could be asked

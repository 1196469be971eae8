-- What is on the targets, compared with what is known to be there.

alter table target_object add column looked_at integer;   -- when what is on it was last listed whole
alter table target_object add column strays_at integer;   -- when duplicates and orphans among that were last looked for
update target_object set looked_at = surveyed_at;

alter table holding add column seen_at integer not null default 0;
alter table holding add column made_at integer not null default 0;   -- when the target stored it; 0 while nobody has asked
create index grants_remote_ever on grants (target, remote_id);
create index change_adopting on change (target, remote_id) where kind = 'ADOPT' and state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED');
create index holding_remote on holding (target, remote_id);
alter table grants add column baseline_json text;         -- digests of what an adopted one showed when it was first looked at; empty before

alter table grants add column sent integer not null default 0;   -- whether we made or changed it ourselves, so that we know how it looked
update grants set sent = 1 where (person, target, object_id, generation) in
    (select person, target, object_id, generation from change where state = 'DONE' and outcome = 'APPLIED' and kind in ('AWARD', 'UPDATE'));

create table inspection (                     -- one listing of one badge class or store
    id          integer primary key,
    target      text    not null,
    object_id   text    not null,
    object_name text    not null,
    actor       text    not null,             -- what or who wanted it
    state       text    not null,             -- LOOKING, COMPLETE, FAILED
    began_at    integer not null,
    ended_at    integer,
    listed      integer not null default 0,   -- things that are there, revoked and expired ones too
    as_expected integer not null default 0,   -- live ones that are as the ledger has them
    theirs      integer not null default 0,   -- live ones that others made
    unsure      integer not null default 0,   -- missing ones that nobody has looked at by themselves yet
    failure     text
);
create index inspection_object on inspection (target, object_id, id);

create table inspected (                      -- what an inspection has listed so far; gone when it ends
    inspection integer not null, remote_id text not null, recipient text not null, ours integer not null, state text not null, made_at integer not null,
    note text, differs text not null,
    primary key (inspection, remote_id)
) without rowid;

create table drift (                          -- something on a target is not as the ledger has it, and it was not Accolade
    id          integer primary key,
    target      text    not null,
    object_id   text    not null,
    object_name text    not null,
    remote_id   text    not null,
    kind        text    not null,             -- DELETED, REVOKED, EXPIRED, ALTERED, DUPLICATE, ORPHAN
    person      integer,                      -- empty where nobody is known to be meant; its removal then stands under the negative id of this row
    generation  integer,
    ours        integer not null,
    curable     integer not null,             -- whether Accolade can do something about it
    facts_json  text    not null,             -- names and words, never an address
    state       text    not null,             -- OPEN, ACCEPTED (it is to stay so), SETTLED
    found_at    integer not null,
    seen_at     integer not null,             -- when it was last found so
    heal_by     text,                         -- who wants it healed; empty: as the rules say
    change_id   integer,                      -- the removal of a duplicate or an orphan
    settled_at  integer,
    settled_how text                          -- HEALED, GONE
);
create unique index drift_once on drift (target, remote_id, kind) where state <> 'SETTLED';
create index drift_person on drift (person, target, object_id) where state <> 'SETTLED';
create index drift_change on drift (change_id) where state <> 'SETTLED';
create index drift_object on drift (target, object_id, state);

create table glance (                         -- an assertion that a feed of changes says something about, to be looked at by itself
    target text not null, remote_id text not null, raised_at integer not null, attempts integer not null default 0, not_before integer not null default 0,
    primary key (target, remote_id)
) without rowid;

create table feed_cursor (                    -- how far a feed of changes was read; moved only after what it told is kept
    feed text primary key, since integer not null
) without rowid;

-- The ledger. Times are milliseconds since 1970 UTC. Texts named "..._json" hold JSON.

-- What is known of the sources ------------------------------------------------------------------------------------------

create table snapshot (                       -- one read of one coverage
    id           integer primary key,
    source       text    not null,
    kind         text    not null,            -- PEOPLE, SCOPES, EVERYTHING, SCOPE, MEMBER
    coverage_id  text    not null,            -- '' for the kinds that cover the source
    cause        text    not null,            -- SCHEDULE or HINT
    state        text    not null,            -- READING, COMPLETE, FAILED
    started_at   integer not null,
    ended_at     integer,
    failure      text
);

create table coverage (                       -- what is known of one coverage as a whole
    source       text    not null,
    kind         text    not null,
    coverage_id  text    not null,
    complete_at  integer,                     -- when the last complete read began
    snapshot     integer,                     -- that read
    failed_at    integer,                     -- when the last read failed; empty once one was complete again
    failure      text,
    primary key (source, kind, coverage_id)
) without rowid;

create table staged_member (
    snapshot integer not null, id text not null, username text not null, email text, name text, status text not null,
    primary key (snapshot, id)
) without rowid;

create table staged_scope (
    snapshot integer not null, id text not null, name text not null,
    primary key (snapshot, id)
) without rowid;

create table staged_entitlement (
    snapshot integer not null, member_id text not null, scope_id text not null, holds text not null,
    primary key (snapshot, scope_id, member_id, holds)
) without rowid;

create table person (
    id          integer primary key,
    created_at  integer not null,
    merged_into integer                       -- the person this one turned out to be
);

create table member (
    source       text    not null,
    id           text    not null,
    username     text    not null,
    email        text,                        -- lower case
    name         text,
    status       text    not null,
    person       integer,
    first_seen   integer not null,
    absent_since integer,
    primary key (source, id)
) without rowid;
create index member_person on member (person);
create index member_email on member (email, person);
create index member_username on member (source, username);

create table scope (
    source       text    not null,
    id           text    not null,
    name         text    not null,
    first_seen   integer not null,
    absent_since integer,                     -- set when a complete list no longer has it
    primary key (source, id)
) without rowid;
create index scope_name on scope (source, name);

create table entitlement (
    source       text    not null,
    scope_id     text    not null,
    member_id    text    not null,
    holds        text    not null,            -- the right
    first_seen   integer not null,
    absent_since integer,                     -- first complete read that did not show it
    gone_at      integer,                     -- absence confirmed
    primary key (source, scope_id, member_id, holds)
) without rowid;
create index entitlement_member on entitlement (source, member_id, first_seen) where gone_at is null; -- holds all that a plan reads

create table shrinkage (                      -- a large scope that came back empty or much smaller; nobody is taken from it
    source         text    not null,
    scope_id       text    not null,
    members_before integer not null,
    members_after  integer not null,
    snapshot       integer not null,
    since          integer not null,
    approved_by    text,
    approved_until integer,
    primary key (source, scope_id)
) without rowid;

create table scope_pin (                      -- the id a rule's group or company name was once found to mean
    source text not null, name text not null, scope_id text not null,
    primary key (source, name)
) without rowid;

create table hint (                           -- "look again at this coverage"
    source text not null, kind text not null, coverage_id text not null,
    generation integer not null, raised_at integer not null,
    attempts integer not null default 0, not_before integer not null default 0, failure text,
    primary key (source, kind, coverage_id)
) without rowid;

create table event (                          -- what arrived, without tokens, passwords and pins
    id integer primary key, source text not null, name text not null, member text, scope text, received_at integer not null, digest text not null
);

create table account (                        -- an enrolled Cloudspot account
    source        text    not null,
    id            text    not null,
    username      text    not null,           -- lower case
    token_sealed  blob    not null,           -- encrypted; the key is not in this file
    version       integer not null,
    enrolled_at   integer not null,
    verified      integer not null,           -- 0 until the token's own profile has shown this user name
    refused_since integer,                    -- the service refuses the token since; evidence of its own kind, never absence
    refusals      integer not null default 0,
    primary key (source, id)
) without rowid;
create unique index account_username on account (source, username);

-- What has been earned ---------------------------------------------------------------------------------------------------

create table target_object (                  -- the id a badge class or store name was once found to mean
    target text not null, name text not null, object_id text, pinned_at integer, surveyed_at integer, problem text,
    primary key (target, name)
) without rowid;

create table holding (                        -- what a survey found on a target
    target text not null, object_id text not null, recipient text not null, remote_id text not null, ours integer not null,
    primary key (target, object_id, recipient, remote_id)
) without rowid;

create table grants (
    target      text    not null,
    object_id   text    not null,
    person      integer not null,
    generation  integer not null,
    state       text    not null,             -- LIVE, ENDED
    remote_id   text    not null,
    ours        integer not null,
    shown_json  text    not null,
    earned_by_json text not null,
    since       integer not null,
    left_since  integer,
    ended_at    integer,
    primary key (person, target, object_id, generation)
) without rowid;
create unique index grants_one_live on grants (person, target, object_id) where state = 'LIVE';
create unique index grants_remote on grants (target, remote_id) where state = 'LIVE';
create index grants_counted on grants (target, object_id, state, ours);

create table plan (
    id integer primary key, made_at integer not null, cause text not null, persons integer not null,
    planned integer not null, superseded integer not null, kept integer not null, left_open integer not null
);

create table change (
    id            integer primary key,
    plan          integer not null,
    target        text    not null,
    object_id     text    not null,
    object_name   text    not null,
    person        integer not null,
    generation    integer not null,
    kind          text    not null,           -- AWARD, UPDATE, REVOKE, ADOPT
    state         text    not null,           -- PLANNED, WAITING, CLAIMED, DONE, REFUSED, UNKNOWN, SUPERSEDED
    waiting_for   text,                       -- GRACE, LIMIT, IDENTITY, APPROVAL
    due_at        integer,
    rule          text    not null,
    rule_line     integer not null,
    reason        text    not null,
    evidence_json text    not null,
    desired_json  text    not null,
    earned_by_json text   not null,
    remote_id     text,
    ours          integer not null,
    look_first    integer not null default 0, -- an earlier attempt may have had an effect
    attempts      integer not null default 0,
    not_before    integer not null default 0,
    lease_owner   text,
    lease_until   integer,
    claimed_at    integer,
    ended_at      integer,
    outcome       text,
    message       text
);
create unique index change_one_open on change (person, target, object_id) where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED');
create index change_open on change (target, object_id, object_name, kind, state, waiting_for, attempts)
    where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED');
create index change_of_plan on change (plan);
create index change_claimable on change (target, state, kind, waiting_for, not_before);
create index change_unknown on change (target, not_before) where state = 'UNKNOWN';
create index change_claimed on change (target, kind, claimed_at, state, object_id);

create table approval (                       -- a named, expiring permission for one held change as it was planned
    change_id integer primary key, by_name text not null, given_at integer not null, expires_at integer not null, used_at integer
);

create table lease (
    name text primary key, owner text not null, until integer not null
) without rowid;

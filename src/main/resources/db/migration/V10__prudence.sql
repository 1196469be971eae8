-- A target that fails whatever is asked of it is left alone for a while, by all processes that share this ledger.
create table breaker (
    target     text    primary key,
    failures   integer not null,              -- in a row
    since      integer not null,              -- the first of them
    open_until integer not null,              -- nothing is claimed before
    message    text    not null
) without rowid;

-- A change whose end nobody knew for days counts against the limits on each day on which it may be done.
alter table change add column counted_at integer;
update change set counted_at = claimed_at;
drop index change_claimed;

-- An update that takes rights from somebody is limited as a removal is.
alter table change add column takes integer generated always as (kind = 'REVOKE' or json_extract(evidence_json, '$.scopesTaken') is not null) virtual;
alter table change add column scope text generated always as (json_extract(evidence_json, '$.scope')) virtual;
create index change_counted on change (target, kind, counted_at, state, object_id);
create index change_takes on change (target, takes, counted_at, state, object_id);
create index change_to_take on change (target, state, not_before) where takes = 1;

-- How far a service's clock was last seen ahead of ours.
create table skew (
    service text primary key, seconds integer not null, seen_at integer not null
) without rowid;

-- A right that the last read lacked earns nothing new, though it takes nothing yet.
drop index entitlement_member;
create index entitlement_member on entitlement (source, member_id, first_seen, absent_since) where gone_at is null; -- holds all that a plan reads

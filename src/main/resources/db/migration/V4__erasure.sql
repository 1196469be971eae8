-- Who asked to be forgotten. A person is a number here; what is left of them besides is in the table below.

create table erasure (
    person    integer primary key,
    badges    text    not null,               -- KEEP, REVOKE
    state     text    not null,               -- ASKED, ERASED, CLEAN (no trace is left in free space of the file)
    by_name   text    not null,
    asked_at  integer not null,
    erased_at integer
);

create table erased (                         -- HMAC-SHA-256 of member keys, user names and e-mails, under the key that is not in this file
    hash blob primary key
) without rowid;

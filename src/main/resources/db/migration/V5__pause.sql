create table pause (                          -- a target that an operator wants left alone for now
    target text primary key, since integer not null, by_whom text not null, why text not null
) without rowid;

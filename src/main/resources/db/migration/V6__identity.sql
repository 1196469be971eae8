-- Who is who: addresses that changed hands, persons joined and found to be two, and what on targets they leave unclear.

alter table member add column email_at integer not null default 0;  -- when the read began that first showed this e-mail, or that there is none
alter table member add column first_person integer;                 -- the person it was before any join: comes back when they are found to be two
update member set email_at = first_seen, first_person = person;

create table former_address (                  -- what a member was called before: whoever has it now may be somebody else
    source text not null, id text not null, email text not null,
    primary key (source, email, id)
) without rowid;

create trigger member_address_is_remembered after update of email on member when old.email is not null and new.email is not old.email
begin
    insert or ignore into former_address (source, id, email) values (old.source, old.id, old.email);
end;

create table member_pin (                      -- the id that a name in the identities file was once found to mean
    source text not null, name text not null, member_id text not null,
    primary key (source, name)
) without rowid;

alter table scope_pin add column alias text;   -- the operator's word by which it was moved to the id it has; moved once for each word

alter table person add column merged_at integer;
alter table person add column split_from integer;
alter table person add column split_at integer;
update person set merged_into = (
    with recursive chain (id, into_id) as (select p.id, p.merged_into from person p where p.id = person.merged_into
        union select p.id, p.merged_into from person p join chain on p.id = chain.into_id)
    select id from chain where into_id is null) where merged_into is not null;
update person set merged_at = created_at where merged_into is not null;
create index person_merged on person (merged_into) where merged_into is not null;
create index person_split on person (split_from) where split_from is not null;

alter table grants add column member text;     -- SOURCE:ID of the member whose right earned it
alter table grants add column issued_on integer;
alter table grants add column recast text;     -- JOINED, SPLIT, REGROUPED: a removal is held until a rule was seen to earn it since
alter table grants add column older_address integer not null default 0;
update grants set issued_on = since, member = (select json_extract(c.evidence_json, '$.member') from change c where c.person = grants.person and c.target = grants.target
    and c.object_id = grants.object_id and c.generation = grants.generation and c.kind in ('AWARD', 'ADOPT') and c.state = 'DONE' order by c.id desc limit 1);
create index grants_unclear on grants (person) where state = 'LIVE' and (recast is not null or older_address = 1);

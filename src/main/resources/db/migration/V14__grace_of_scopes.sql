-- Rules that earned a client some of its scopes and do not hold any more, while others do: since when.
alter table grants add column leaving_json text not null default '{}';

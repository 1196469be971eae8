-- Whether the owner of a lease can be seen to live, by a lock that ends with its process.
alter table lease add column watched integer not null default 0;

-- A client is found by the key it shows, as a badge is by its recipient.
create index grants_key on grants (target, json_extract(shown_json, '$.key'));

-- Whether a read is still needed is asked of each that is to be pruned.
create index coverage_snapshot on coverage (snapshot);
create index shrinkage_snapshot on shrinkage (snapshot);

-- A client is found by the key it shows, as a badge is by its recipient.
create index grants_key on grants (target, json_extract(shown_json, '$.key'));

-- Messages are about requests, consequence tests and entries of public information as well. Old rows are about complaints.
alter table message add column request_id bigint references information_request (id);
alter table message add column test_id bigint references consequence_test (id);
alter table message add column information_id bigint references information (id);

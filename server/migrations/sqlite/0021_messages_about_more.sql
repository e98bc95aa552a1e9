-- Messages are about requests, consequence tests and entries of public information as well. Old rows are about complaints.
alter table message add column request_id integer references information_request (id);
alter table message add column test_id integer references consequence_test (id);
alter table message add column information_id integer references information (id);

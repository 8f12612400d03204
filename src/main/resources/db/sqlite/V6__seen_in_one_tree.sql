-- Every event is noted here, so each tree less is a page less that every save has to bring to the disk: the key is the row now.
alter table seen rename to seen_before;
drop index seen_by_time;
create table seen (
    room  text   not null,
    event text   not null,
    at    bigint not null,
    primary key (room, event)
) without rowid;
insert into seen (room, event, at) select room, event, at from seen_before;
drop table seen_before;
create index seen_by_time on seen (at);

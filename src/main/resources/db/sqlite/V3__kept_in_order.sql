-- The order in which words were kept, as a column: PostgreSQL has no row ids to lean on.
alter table kept rename to kept_before;
drop index kept_by_owner;
drop index kept_by_event;
drop index kept_by_time;
create table kept (
    seq    integer primary key autoincrement,
    ref    text not null unique,
    room   text not null,
    event  text not null,
    owner  text not null,
    why    text not null,
    until  bigint,
    sealed text not null
);
insert into kept (ref, room, event, owner, why, until, sealed)
    select ref, room, event, owner, why, until, sealed from kept_before order by rowid;
drop table kept_before;
create index kept_by_owner on kept (owner);
create index kept_by_event on kept (room, event);
create index kept_by_time on kept (until) where until is not null;

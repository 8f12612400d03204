-- The order in which words were kept, as a column: PostgreSQL has no row ids to lean on.
create table kept_in_order (
    seq    integer primary key autoincrement,
    ref    text not null unique,
    room   text not null,
    event  text not null,
    owner  text not null,
    why    text not null,
    until  bigint,
    sealed text not null
);
insert into kept_in_order (ref, room, event, owner, why, until, sealed)
    select ref, room, event, owner, why, until, sealed from kept order by rowid;
drop table kept;
alter table kept_in_order rename to kept;
create index kept_by_owner on kept (owner);
create index kept_by_event on kept (room, event);
create index kept_by_time on kept (until) where until is not null;

-- Instants are milliseconds since 1970. Columns named "sealed", "words" and "rules" are encrypted (AES-256-GCM); nothing else
-- holds what people wrote.

create table rooms (
    room         text primary key,
    version      bigint not null,
    conversation text   not null,
    wakes_at     bigint
);
create index rooms_by_deadline on rooms (wakes_at) where wakes_at is not null;

-- Which process plays what a room is owed, by the clock of the database. A holder that is gone lets go by time.
create table playing (
    room   text primary key,
    holder text not null,
    until  timestamptz not null
);

-- Which process sees to a deadline that has come.
create table waking (
    room   text primary key,
    until  timestamptz not null
);

-- One sealed word: whoever has another key is told so before it writes anything.
create table lock_of_the_vault (
    id     integer primary key,
    sealed text not null
);

create table members (
    person text not null,
    room   text not null,
    primary key (person, room)
);

create table seen (
    room  text   not null,
    event text   not null,
    at    bigint not null,
    primary key (room, event)
);
create index seen_by_time on seen (at);

create table owed (
    id     bigint generated always as identity primary key,
    room   text   not null,
    event  text   not null,
    since  bigint not null,
    sealed text   not null
);
create index owed_by_room on owed (room, id);

create table kept (
    seq    bigint generated always as identity primary key,
    ref    text   not null unique,
    room   text   not null,
    event  text   not null,
    owner  text   not null,
    why    text   not null,
    until  bigint,
    sealed text   not null
);
create index kept_by_owner on kept (owner);
create index kept_by_event on kept (room, event);
create index kept_by_time on kept (until) where until is not null;

create table notes (
    id     bigint primary key,
    room   text   not null,
    person text   not null,
    at     bigint not null,
    moves  text   not null,
    rules  text   not null,
    sealed text   not null,
    words  text
);
create index notes_by_person on notes (person, room);

create table people (
    person text primary key,
    sealed text not null
);

create table not_before (
    room  text primary key,
    until bigint not null
);

create table marks (
    room   text not null,
    name   text not null,
    sealed text not null,
    primary key (room, name)
);

create table lines (
    seq    bigint generated always as identity primary key,
    room   text   not null,
    effect bigint not null,
    person text,
    at     bigint not null,
    until  bigint,
    sealed text   not null
);
create unique index lines_by_effect on lines (room, effect);
create index lines_by_time on lines (until) where until is not null;

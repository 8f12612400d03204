-- Effects that are tried no more, for a month, for whoever runs the program: which, when, and why. "sealed" as in owed.
create table given_up (
    id     bigint primary key,
    room   text   not null,
    event  text   not null,
    since  bigint not null,
    at     bigint not null,
    why    text   not null,
    sealed text   not null
);
create index given_up_by_time on given_up (at);

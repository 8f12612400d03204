-- How often what happened on a day: for a room together, and for each person alone. Counts only, sealed, no text.
create table tallies (
    owner  text not null,
    day    text not null,
    sealed text not null,
    primary key (owner, day)
);

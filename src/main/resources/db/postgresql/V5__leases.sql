-- Which process does which part of a work that is divided into so many: Discord's shards. By the clock of the database.
create table leases (
    total  integer not null,
    part   integer not null,
    holder text not null,
    until  timestamptz not null,
    primary key (total, part)
);

-- The processes that take part.
create table lease_holders (
    total  integer not null,
    holder text not null,
    until  timestamptz not null,
    primary key (total, holder)
);

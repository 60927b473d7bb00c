-- One row: what this file is.
create table project (
    name varchar not null,
    created timestamp(3) with time zone not null
);

-- The steps in order. Undone ones are kept until a new step is run.
create table step (
    number int primary key,
    undone boolean not null,
    json clob not null,
    saved timestamp(3) with time zone not null
);

create table artifact (
    id varchar primary key,
    step int not null references step (number) on delete cascade,
    place int not null,
    hash char(64) not null,
    json clob not null
);

-- Columns are stored once, however many datasets share them.
create table column_data (
    hash char(64) primary key,
    bytes blob not null
);

create table artifact_column (
    artifact varchar not null references artifact (id) on delete cascade,
    place int not null,
    hash char(64) not null references column_data (hash),
    primary key (artifact, place)
);
